"""The inhabitants of many places by one sheet: all of it, or nothing and every fault by its row."""

import pytest
from django.urls import reverse

from emergencies.safety_index.models import Population
from governance.people.enums import Role
from tests import actors
from tests.emergencies.makers import sheet

URL = reverse("safety_index_population_import")


@pytest.fixture
def keeper(offices, signed_in):
    return signed_in(actors.actor(Role.ADMINISTRATOR))


def brought(*rows):
    """A sheet as it is uploaded; each of `rows` is {label: value}."""
    facts = {"区划代码": actors.TOWNSHIP, "地区": "", "年份": 2024, "常住人口（人）": 31000, "来源": "统计公报"}
    return {"file": sheet([{**facts, **row} for row in rows])}


def confirmed(keeper, *rows):
    """The sheet is chosen, looked at and confirmed; returns what was shown."""
    shown = keeper.post(URL, brought(*rows))
    assert keeper.post(URL, {"held": shown.context["held"]}).status_code == 302
    return shown.content.decode()


def test_a_sheet_enters_and_replaces_the_numbers_of_a_year(keeper):
    confirmed(keeper, {}, {"区划代码": actors.COUNTY, "常住人口（人）": 640000})
    confirmed(keeper, {"常住人口（人）": 32000})
    kept = {row.place.code: row.people for row in Population.objects.filter(year=2024).select_related("place")}
    assert (kept[actors.TOWNSHIP], kept[actors.COUNTY]) == (32_000, 640_000)


def test_a_sheet_is_shown_before_it_is_taken_in(keeper):
    confirmed(keeper, {})
    before = Population.objects.get(year=2024)
    shown = keeper.post(URL, brought({"常住人口（人）": 32000}, {"年份": 2025, "常住人口（人）": 32500}))
    told = shown.content.decode()
    assert "31\u2009000 → 32\u2009000" in told
    assert "（2024 年 31\u2009000 人）" in told
    assert Population.objects.get(year=2024).people == before.people
    assert "与现有人口数一致" in keeper.post(URL, brought({})).content.decode()


def test_a_sheet_confirmed_twice_is_taken_in_once(keeper):
    held = keeper.post(URL, brought({})).context["held"]
    assert keeper.post(URL, {"held": held}).status_code == 302
    Population.objects.filter(year=2024).update(people=7)
    again = keeper.post(URL, {"held": held})
    assert (again.status_code, "上传的文件已过期，请重新选择。" in again.content.decode()) == (422, True)
    assert Population.objects.get(year=2024).people == 7


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ({"常住人口（人）": "三万"}, "第 3 行 D 列“常住人口（人）”：应为数字"),
        ({"常住人口（人）": ""}, "第 3 行 D 列“常住人口（人）”：必填"),
        ({"区划代码": "110101"}, "第 3 行 A 列“区划代码”"),
        ({"年份": 2999}, "第 3 行 C 列“年份”"),
        ({}, "与第 2 行是同一个地方、同一年份"),
    ],
)
def test_one_fault_keeps_the_whole_sheet_out(keeper, row, told):
    before = Population.objects.count()
    page = keeper.post(URL, brought({}, row))
    assert (page.status_code, told in page.content.decode()) == (422, True)
    assert Population.objects.count() == before


def test_what_is_no_sheet_or_says_nothing_is_refused_beside_the_field(keeper):
    empty = brought({"年份": "", "常住人口（人）": "", "来源": ""})
    assert "没有填写人口数" in keeper.post(URL, empty).content.decode()
    assert "请选择文件" in keeper.post(URL, {}).content.decode()


def test_the_sheet_that_is_taken_out_can_be_brought_back(keeper):
    assert keeper.get(reverse("safety_index_population_export")).status_code == 200


def test_nobody_else_brings_numbers_in(signed_in, offices):
    assert signed_in(actors.actor(Role.CENTRE_OFFICER)).get(URL).status_code in (403, 404)
