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


def test_a_sheet_enters_and_replaces_the_numbers_of_a_year(keeper):
    assert keeper.post(URL, brought({}, {"区划代码": actors.COUNTY, "常住人口（人）": 640000})).status_code == 302
    assert keeper.post(URL, brought({"常住人口（人）": 32000})).status_code == 302
    kept = {row.place.code: row.people for row in Population.objects.filter(year=2024).select_related("place")}
    assert (kept[actors.TOWNSHIP], kept[actors.COUNTY]) == (32_000, 640_000)


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
