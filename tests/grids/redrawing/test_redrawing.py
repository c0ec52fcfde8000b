"""Splits, merges and closings: history stays, what is open goes over, nothing is left hanging."""

from datetime import timedelta

import pytest

from governance.flow import engine
from governance.people.enums import Role
from governance.timeline.models import Event
from grids.mesh.enums import Duty
from grids.mesh.models import Assignment, Grid
from grids.mesh.services import MeshRefused, assign
from grids.redrawing import services
from grids.redrawing.models import Redrawing
from grids.redrawing.tasks import carry_over_all
from grids.reports.models import Report
from tests import actors
from tests.grids import makers


def test_a_split_gives_new_codes_and_links_both_ways(grid, halves, facts, at):
    done = services.split(grid, halves, **facts)
    grid.refresh_from_db()
    news = list(grid.successors.order_by("code"))
    assert [new.code for new in news] == [f"{actors.VILLAGE}002", f"{actors.VILLAGE}003"]
    assert (grid.active_until, {new.active_from for new in news}) == (at.date(), {at.date()})
    assert all(list(new.predecessors.all()) == [grid] for new in news)
    assert (list(done.closed.all()), set(done.opened.all())) == ([grid], set(news))


def test_it_stands_on_the_change_record_of_old_and_new(grid, halves, facts, clerk):
    services.split(grid, halves, **facts)
    assert "拆分" in grid.changes.first().label
    assert "新建小区入住" in grid.changes.first().label
    assert all(new.changes.filter(label__contains=grid.code, by=clerk).exists() for new in grid.successors.all())


def test_workers_end_there_and_begin_here(grid, halves, facts, worker, at):
    deputy = actors.actor(Role.GRID_WORKER)
    assign(grid, deputy.acting_post, Duty.DEPUTY, by=None, at=at - timedelta(days=9))
    services.split(grid, halves, **facts)
    assert not Assignment.objects.standing().filter(grid=grid).exists()
    east, west = grid.successors.order_by("code")
    serving = Assignment.objects.standing().values_list("grid", "post", "duty")
    expected = {(east.pk, worker.acting_post.pk, "responsible"), (east.pk, deputy.acting_post.pk, "deputy")}
    assert set(serving) == expected | {(west.pk, deputy.acting_post.pk, "deputy")}


def test_open_reports_go_to_the_heir_and_ended_ones_stay(grid, halves, facts, reporting, worker, at):
    ended, open_one = reporting(), reporting()
    engine.take(ended, "withdraw", by=worker, at=at, note="看错了楼号。")
    done = services.split(grid, halves, heir=1, **facts)
    ended.refresh_from_db()
    open_one.refresh_from_db()
    assert (ended.grid, open_one.grid, done.carried) == (grid, done.heir, 1)
    assert Event.objects.of(open_one).last().kind == "reports.moved"


def test_the_chain_of_a_moved_report_holds(grid, halves, facts, report, worker, at):
    services.split(grid, halves, **facts)
    moved = engine.take(Report.objects.get(), "solve", by=worker, at=at, note="已更换灯头。", photos=[])
    assert (moved.state, moved.version) == ("solved", 3)


def test_before_its_day_nothing_moves(grid, halves, facts, report, at):
    done = services.split(grid, halves, **{**facts, "day": at.date() + timedelta(days=7)})
    report.refresh_from_db()
    assert (report.grid, done.carried_at) == (grid, None)
    assert grid in Grid.objects.active(at.date())
    assert grid not in Grid.objects.unserved(at)


def test_on_its_day_the_sweep_moves_it_once(grid, halves, facts, report, at, monkeypatch):
    services.split(grid, halves, **{**facts, "day": at.date() + timedelta(days=7)})
    later = at + timedelta(days=8)
    monkeypatch.setattr("grids.redrawing.tasks.timezone.now", lambda: later)
    for _turn in range(2):
        carry_over_all()
    report.refresh_from_db()
    assert report.grid == Redrawing.objects.get().heir
    assert Event.objects.of(report).filter(kind="reports.moved").count() == 1


def test_a_merge_adds_up(grid, second, facts, worker):
    done = services.merge([grid, second], name="联合网格", area="1号楼至9号楼", post=worker.acting_post, **facts)
    new = done.opened.get()
    assert (new.households, new.residents) == (620, 2200)
    assert set(new.predecessors.all()) == {grid, second}


def test_a_merge_joins_the_boundaries_where_all_are_known(grid, second, facts):
    for west, one in ((111.6, grid), (111.7, second)):
        ring = [[west, 40.8], [west + 0.1, 40.8], [west + 0.1, 40.9], [west, 40.9], [west, 40.8]]
        Grid.objects.filter(pk=one.pk).update(boundary={"type": "Polygon", "coordinates": [ring]})
    new = services.merge([grid, second], name="联合网格", area="全片", **facts).opened.get()
    assert new.boundary["type"] == "Polygon"
    assert [round(part, 1) for part in new.frame] == [111.6, 40.8, 111.8, 40.9]


def test_grids_of_two_villages_are_not_merged(grid, facts):
    with pytest.raises(services.MeshRefused):
        services.merge([grid, makers.grid(actors.OTHER_VILLAGE)], name="联合", area="全片", **facts)


def test_a_closed_grid_without_an_heir_keeps_its_open_reports(grid, facts, report):
    services.close(grid, **facts)
    report.refresh_from_db()
    assert report.grid == grid
    assert not grid.successors.exists()


def test_it_is_refused_while_a_dedicated_grid_lies_in_it(grid, school, facts):
    with pytest.raises(MeshRefused, match="小学专属网格"):
        services.close(grid, **facts)
    grid.refresh_from_db()
    assert grid.active_until is None


def test_dedicated_grids_go_to_the_heir(grid, second, school, facts):
    services.close(grid, heir=second, **facts)
    assert list(school.inside.all()) == [second]


def test_what_has_ended_is_not_redrawn_again(grid, halves, facts):
    services.close(grid, **facts)
    with pytest.raises(MeshRefused, match="已经停用"):
        services.split(grid, halves, **facts)


def test_a_higher_procedure_can_join(grid, second, facts, monkeypatch):
    monkeypatch.setattr(services, "_hanging", [lambda grid, *, day: ["3 个巡查点"]])
    with pytest.raises(MeshRefused, match="巡查点"):
        services.close(grid, **facts)
    monkeypatch.setattr(services, "_carriers", [lambda old, heir, *, by, at: 3])
    assert services.close(grid, heir=second, **facts).carried == 3


def test_a_grid_that_is_to_end_gets_no_new_worker(grid, second, facts, worker, at):
    services.close(grid, heir=second, **facts)
    with pytest.raises(MeshRefused, match="接续网格"):
        assign(grid, worker.acting_post, Duty.RESPONSIBLE, by=None, at=at)


def test_the_worker_of_a_grid_to_come_can_be_changed_before(grid, halves, facts, worker, at):
    services.split(grid, halves, **{**facts, "day": at.date() + timedelta(days=7)})
    east, other = grid.successors.order_by("code").first(), actors.actor(Role.GRID_WORKER)
    assign(east, other.acting_post, Duty.RESPONSIBLE, by=None, at=at)
    assert Assignment.objects.standing().get(grid=east).post == other.acting_post
