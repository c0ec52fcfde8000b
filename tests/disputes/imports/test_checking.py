"""The dry run names every wrong cell by row, column and reason, and writes no complaint."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disputes.complaints.models import Complaint
from disputes.imports import services
from disputes.imports.enums import State
from disputes.imports.rules import OLDEST, wrong_together
from tests.conftest import MONDAY
from tests.disputes.imports.sheets import csv_file, row

WRONG = [
    ({"联系电话": "12"}, ("L", "联系电话", "电话号码不正确，请填写手机号或带区号的固定电话")),
    ({"联系电话": None}, ("L", "联系电话", "除匿名举报外必填")),
    ({"反映内容": "短"}, ("J", "反映内容", "至少写 5 个字")),
    ({"类型": "意见"}, ("E", "类型", "“意见”不在可选范围内：咨询、求助、投诉、举报、建议")),
    ({"分类": "没有"}, ("F", "分类", "没有“没有”这个分类，请从模板的下拉列表中选择")),
    ({"地点": "某某村"}, ("H", "地点", "“某某村”不是您可以登记的地点，请写区划代码或全称")),
    ({"匿名举报": "是", "联系电话": None, "反映人": None}, ("N", "匿名举报", "只有举报可以匿名")),
    ({"匿名举报": "是", "类型": "举报"}, ("N", "匿名举报", "匿名举报不填姓名和电话")),
    ({"受理时间": "2099-01-01"}, ("D", "受理时间", "受理时间晚于现在")),
    ({"受理时间": "2020-01-01"}, ("D", "受理时间", "受理时间早于一年前，请作为历史资料保存")),
    ({"受理时间": "昨天"}, ("D", "受理时间", "应为时间，如 2026-11-23 14:05")),
    ({"反映的单位": "某某局"}, ("O", "反映的单位", "没有找到“某某局”这个单位，请写单位的全称")),
    ({"来件单位": None}, ("A", "来件单位", "必填")),
    ({"原编号": "=1+1"}, ("B", "原编号", "是公式，请复制后选择性粘贴为数值")),
]


@pytest.mark.parametrize(("facts", "fault"), WRONG, ids=lambda value: value[1] if isinstance(value, tuple) else "")
def test_a_wrong_cell_is_named(checked, facts, fault):
    sheet = checked(row("0"), {**row(), **facts})
    (line,) = sheet.lines.all()
    assert (line.line, [tuple(one) for one in line.faults]) == (3, [fault])
    assert (sheet.state, sheet.good, sheet.bad) == (State.CHECKED, 1, 1)
    assert not Complaint.objects.exists()


def test_one_pass_names_all_faults_of_a_row(checked):
    (line,) = checked(row(地点="某某村", 匿名举报="是", 受理时间="2099-01-01", 反映人=None, 联系电话="12")).lines.all()
    assert [(letter, reason[:7]) for letter, _label, reason in line.faults] == [
        ("H", "“某某村”不是您可以登记的地点"[:7]), ("L", "电话号码不正确"), ("N", "只有举报可以匿名"[:7]), ("D", "受理时间晚于现"),
    ]  # fmt: skip


def test_what_rests_on_a_wrong_cell_is_left_open(checked):
    wrong = [row("1", 联系电话="12"), row("2", 类型="意见", 匿名举报="是", 联系电话=None, 反映人=None)]
    assert [[fault[0] for fault in line.faults] for line in checked(*wrong).lines.all()] == [["L"], ["E"]]


def test_channels_are_those_of_a_counter(checked):
    (line,) = checked(row(来件渠道="我也遇到")).lines.all()
    assert line.faults[0][2].endswith("：12345电话、来访、来信、公安移交、上级交办")


def test_without_a_row_to_take_it_has_ended(checked, at):
    sheet = checked(row(联系电话="12"))
    assert (sheet.state, sheet.finished_at, services.begin_taking(sheet, at=at)) == (State.NOTHING, at, False)


def test_a_row_twice_in_the_sheet_is_wrong_the_second_time(checked):
    sheet = checked(row("1"), row("2"), row("1"))
    assert [(line.line, line.faults[0][2]) for line in sheet.lines.all()] == [(4, "与第 2 行重复")]


@pytest.mark.parametrize("place", ["150102001001", "150102001001000", "呼和浩特市{}", "{}"])
def test_a_place_is_found_by_code_and_by_name(checked, offices, place):
    name = offices["village", "150102001001"].place.full_name
    wanted = place.format(name) if "{" in place else place[:12]
    assert checked(row(地点=wanted)).good == 1


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_csv_does_as_well(operator, at, encoding):
    sheet = services.receive(csv_file(row("1"), row("2", 联系电话="1"), encoding=encoding), by=operator, at=at)
    sheet = services.check(sheet, at=at)
    assert (sheet.name, sheet.good, sheet.bad) == ("来件.csv", 1, 1)


def test_a_sheet_without_the_headings_is_refused_in_a_sentence(checked, operator, at):
    sheet = services.receive(csv_file(), by=operator, at=at)
    sheet.stored = services.receive(type(csv_file())("x.csv", "名称\n甲\n".encode()), by=operator, at=at).stored
    assert services.check(sheet, at=at).state == State.REFUSED
    assert "缺少栏目：来件单位" in sheet.refusal


@given(
    kind=st.sampled_from(["report", "complaint"]), nameless=st.booleans(), phone=st.sampled_from(["", "138"]),
    ago=st.timedeltas(-timedelta(days=2), 2 * OLDEST),
)  # fmt: skip
def test_nothing_passes_that_the_form_would_refuse(kind, nameless, phone, ago):
    facts = {"kind": kind, "is_anonymous": nameless, "phone": phone, "opened_at": MONDAY - ago}
    fits = (nameless and kind == "report" and not phone) or (not nameless and bool(phone))
    assert (wrong_together(facts, at=MONDAY) == []) == (fits and timedelta(0) <= ago <= OLDEST)
