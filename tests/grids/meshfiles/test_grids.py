"""Grids by the sheet: checked first, each fault named, corrected sheets without doubles."""

from datetime import date

import pytest

from governance.people.enums import Role
from grids.mesh.models import Assignment, Grid
from grids.meshfiles import services
from tests import actors
from tests.grids import makers
from tests.grids.meshfiles.sheets import GOOD, sheet


def test_the_check_writes_nothing(received):
    kept = received(sheet(GOOD, {**GOOD, "名称": "西片网格"}))
    assert (kept.state, kept.fresh, kept.bad) == ("checked", 2, 0)
    assert not Grid.objects.exists()


def test_new_grids_get_codes_of_the_village(taken, at, clerk):
    kept = taken(sheet(GOOD, {**GOOD, "名称": "西片网格"}, {**GOOD, "村（社区）": actors.OTHER_VILLAGE}))
    assert kept.state == "done"
    codes = set(Grid.objects.values_list("code", "name"))
    assert codes == {(f"{actors.VILLAGE}001", "东片网格"), (f"{actors.VILLAGE}002", "西片网格"), (f"{actors.OTHER_VILLAGE}001", "东片网格")}
    made = Grid.objects.first()
    assert (made.active_from, made.changes.get().by) == (at.date(), clerk)


def test_codes_go_on_behind_those_that_are_there(grid, taken):
    taken(sheet(GOOD, {**GOOD, "名称": "小学网格", "类型": "专属网格", "单位类型": "学校", "所在单位": "辖区小学"}))
    assert set(Grid.objects.exclude(pk=grid.pk).values_list("code", flat=True)) == {f"{actors.VILLAGE}002", f"Z{actors.VILLAGE}001"}


@pytest.mark.parametrize(
    ("wrong", "place", "reason"),
    [
        ({"监督电话": "12"}, ["J", "监督电话"], "电话号码不正确"),
        ({"户数": "三百"}, ["G", "户数"], "应为数字"),
        ({"范围": None}, ["I", "范围"], "必填"),
        ({"村（社区）": "150105001001"}, ["B", "村（社区）"], "不是您可以维护的村"),
        ({"网格编码": "150102001001999"}, ["A", "网格编码"], "没有这个编码"),
        ({"类型": "专属网格", "单位类型": "学校"}, ["F", "所在单位"], "专属网格必填"),
        ({"所在单位": "某小学"}, ["F", "所在单位"], "基础网格没有所在单位"),
        ({"启用日期": "明天"}, ["M", "启用日期"], "应为日期"),
    ],
)
def test_a_bad_row_is_named_with_column_and_reason(received, wrong, place, reason):
    kept = received(sheet(GOOD, {**GOOD, "名称": "西片网格", **wrong}))
    assert (kept.fresh, kept.bad) == (1, 1)
    line, letter, label, said = kept.faults[0]
    assert (line, [letter, label]) == (3, place)
    assert reason in said


def test_the_same_grid_twice_in_a_sheet(received):
    kept = received(sheet(GOOD, GOOD))
    assert "与第 2 行是同一个网格" in kept.faults[0][3]


def test_a_corrected_sheet_makes_no_doubles(taken):
    taken(sheet(GOOD, {**GOOD, "名称": "西片网格", "监督电话": "12"}))
    kept = taken(sheet(GOOD, {**GOOD, "名称": "西片网格"}))
    assert (kept.fresh, kept.same, Grid.objects.count()) == (1, 1, 2)


def test_what_differs_is_changed_and_written_down(grid, taken):
    kept = taken(sheet({**GOOD, "网格编码": grid.code, "名称": grid.name, "户数": 410, "人数": None}))
    grid.refresh_from_db()
    assert (kept.changed, grid.households, grid.residents) == (1, 410, 1100)
    assert "户数" in grid.changes.get().label


def test_a_name_is_not_taken_twice_by_a_code(grid, received):
    second = makers.grid(serial=2)
    kept = received(sheet({**GOOD, "网格编码": second.code, "名称": grid.name}))
    assert "已有同名网格" in kept.faults[0][3]


def test_a_closed_grid_is_not_changed(received):
    closed = makers.grid(serial=5, active_until=date(2024, 1, 1))
    kept = received(sheet({**GOOD, "网格编码": closed.code}))
    assert "已停用" in kept.faults[0][3]


def test_what_the_export_gives_can_be_brought_back(signed_in, clerk, grid, received, tmp_path):
    makers.grid(serial=2, active_until=date(2199, 1, 1))  # its end is arranged, and today it still stands in the export
    answer = signed_in(clerk).get("/grids/export/")
    (tmp_path / "out.xlsx").write_bytes(b"".join(answer.streaming_content))
    from_export = (tmp_path / "out.xlsx").open("rb")
    from_export.size = (tmp_path / "out.xlsx").stat().st_size
    kept = received(from_export)
    assert (kept.state, kept.same, kept.bad) == ("nothing", 2, 0)


def test_taking_twice_writes_once(received, clerk, at):
    kept = received(sheet(GOOD))
    assert [services.take(kept, by=clerk, at=at) for _turn in range(2)] == [True, False]
    assert Grid.objects.count() == 1


def test_what_is_no_table_is_refused(received):
    kept = received(sheet())
    assert kept.state == "nothing"


def test_a_village_that_was_filled_meanwhile_counts_anew(received, clerk, at):
    kept = received(sheet(GOOD))
    makers.grid(name="东片网格")
    services.take(kept, by=clerk, at=at)
    assert Grid.objects.filter(name="东片网格").count() == 1


def test_the_sheet_names_the_responsible_worker(worker, grid, taken, clerk):
    other = actors.actor(Role.GRID_WORKER, name="云晓燕")
    kept = taken(sheet({**GOOD, "责任网格员": "孙宏伟"}, {**GOOD, "网格编码": grid.code, "名称": grid.name, "责任网格员": "云晓燕"}))
    assert (kept.fresh, kept.changed) == (1, 1)
    serving = Assignment.objects.standing().values_list("grid__name", "post__user__name", "by")
    assert set(serving) == {("东片网格", "孙宏伟", clerk.pk), (grid.name, "云晓燕", clerk.pk)}
    assert other.acting_post.assignments.count() == 1


def test_a_worker_nobody_knows_or_two_of_one_name(worker, received):
    actors.actor(Role.GRID_WORKER, name="孙宏伟")
    kept = received(sheet({**GOOD, "责任网格员": "某某"}, {**GOOD, "名称": "西片", "责任网格员": "孙宏伟"}))
    assert [fault[2] for fault in kept.faults] == ["责任网格员"] * 2


def test_a_worker_who_serves_it_already_is_no_change(worker, grid, received):
    row = {"村（社区）": actors.VILLAGE, "名称": grid.name, "范围": grid.area, "监督电话": grid.supervision_phone, "责任网格员": "孙宏伟"}
    assert received(sheet(row)).same == 1
