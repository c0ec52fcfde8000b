"""A patrol is owed once per stretch, walked point by point, and what is not in order is reported once."""

from datetime import timedelta

import pytest
from django.db import transaction
from django.utils import timezone

from governance.cases.models import Handover
from governance.deadlines.models import Deadline
from governance.deadlines.sweep import ring_all
from governance.flow import engine
from governance.notices.models import Notice
from governance.people.enums import Role
from governance.timeline.models import Event
from governance.timeline.record import verify
from grids.mesh.enums import Duty
from grids.mesh.models import Assignment
from grids.mesh.services import assign, end_assignment
from grids.patrols import services
from grids.patrols.enums import FINAL, Result, State
from grids.patrols.flow import FLOW
from grids.patrols.models import Answer, CheckList, Patrol, Plan
from grids.reports.models import Report
from tests import actors
from tests.flows import allowed, meant_for
from tests.grids import makers

WEEK = timedelta(days=7)


def finish(patrol, by, at):
    return engine.take(patrol, "finish", by=by, at=at)


def test_a_stretch_is_owed_once_however_often_it_is_asked_for(patrol, worker, at):
    assert (services.open_due(at=at), services.open_due(at=at + timedelta(days=2))) == (0, 0)
    assert (patrol.worker, patrol.total, patrol.left, patrol.kept) == (worker, 2, 2, None)
    assert services.open_due(at=at + WEEK) == 1
    assert Patrol.objects.count() == 2


def test_it_ends_with_its_stretch_under_a_row_of_the_limits(patrol):
    clock = Deadline.objects.of(patrol).get()
    assert (clock.limit.code, patrol.due_at) == ("patrols.weekly", clock.due_at)
    assert f"{timezone.localtime(clock.due_at):%Y-%m-%d %H:%M}" == "2026-11-30 00:00"


def test_a_special_patrol_has_the_days_of_its_limit(worker, at):
    special = makers.patrol(at=at, rhythm="once")
    assert f"{timezone.localtime(special.due_at):%Y-%m-%d %H:%M}" == "2026-11-27 00:00"
    assert services.open_due(at=at + WEEK) == 0


def test_nothing_is_owed_out_of_season_or_for_what_is_not_in_use(worker, grid, township, at):
    flood = makers.plan(at=at, checklist="flood")
    assert services.open_due(at=at) == 0
    assert services.open_due(at=at.replace(month=7) + 365 * timedelta(days=1)) == 1
    services.stop_plan(flood, by=township, at=at)
    assert services.open_due(at=at.replace(month=8) + 365 * timedelta(days=1)) == 0


def test_items_of_other_months_are_not_looked_at(patrol):
    labels = {item.label for item in services.items_of(patrol)}
    assert "室外消火栓防冻" in labels
    Patrol.objects.filter(pk=patrol.pk).update(period_first=patrol.period_first.replace(month=7))
    assert "室外消火栓防冻" not in {item.label for item in services.items_of(Patrol.objects.get())}


def test_point_by_point_then_finished_in_time(patrol, worker, walked, at):
    assert walked(patrol, 1) == []
    under_way = Patrol.objects.get()
    assert (under_way.state, under_way.left) == (State.UNDER_WAY, 1)
    with pytest.raises(engine.StepRefused):
        finish(under_way, worker, at)
    walked(under_way, 2)
    done = finish(Patrol.objects.get(), worker, at + timedelta(hours=1))
    assert (done.state, done.kept, done.done_by, done.left) == (State.DONE, True, worker, 0)
    assert verify().broken is None


def test_what_is_not_in_order_is_reported_once_and_both_sides_say_so(patrol, worker, walked):
    first = walked(patrol, 1, note="楼道停了三辆。", 电动自行车=Result.WRONG)
    again = walked(patrol, 1, note="楼道停了三辆。", 电动自行车=Result.WRONG)
    report = Report.objects.get()
    assert (len(first), again, report.kind.code, report.reporter) == (1, [], "fire", worker)
    assert report.description == "电动自行车停放和充电：楼道停了三辆。（巡查点位：3号楼，新华东街12号院）"
    assert Answer.objects.get(result=Result.WRONG).report == report
    assert Handover.objects.of(patrol).get().target == report
    assert Event.objects.of(report).filter(kind="handover.received").count() == 1
    assert Patrol.objects.get().findings == 1


def test_an_answer_can_be_put_right_but_a_report_stays(patrol, walked):
    walked(patrol, 1, note="锈蚀。", 灭火器=Result.WRONG, 彩钢板房=Result.BLOCKED)
    walked(patrol, 1)
    assert Answer.objects.exclude(result=Result.NORMAL).get().report is not None
    assert Patrol.objects.get().left == 1


@pytest.mark.parametrize("until", [State.PLANNED, State.UNDER_WAY])
def test_what_was_not_finished_is_overdue_then_missed(patrol, walked, township, at, until):
    if until == State.UNDER_WAY:
        walked(patrol, 1)
    late = at + 2 * WEEK
    assert (services.note_missed(at=late), services.note_missed(at=late)) == (1, 0)
    overdue = Patrol.objects.get()
    assert (overdue.state, overdue.kept, overdue.is_ongoing) == (State.OVERDUE, False, True)
    assert (services.note_missed(at=late + 2 * WEEK), services.note_missed(at=late + 2 * WEEK)) == (1, 0)
    assert Patrol.objects.get().state == State.MISSED
    assert Notice.objects.filter(rule="patrols.missed", recipient=township).exists()


def test_done_late_counts_late(patrol, worker, walked, at):
    services.note_missed(at=at + 2 * WEEK)
    for order in (1, 2):
        walked(patrol, order, at=at + 2 * WEEK)
    done = finish(Patrol.objects.get(), worker, at + 2 * WEEK)
    assert (done.state, done.kept) == (State.DONE, False)
    assert not Deadline.objects.of(done).still_open().exists()


def test_finished_after_the_limit_before_anyone_noticed_is_late_too(patrol, worker, walked, at):
    for order in (1, 2):
        walked(patrol, order, at=at + 2 * WEEK)
    assert finish(Patrol.objects.get(), worker, at + 2 * WEEK).kept is False


def test_the_township_excuses_with_a_reason_and_it_counts_neither_way(patrol, township, at):
    services.note_missed(at=at + 2 * WEEK)
    with pytest.raises(engine.StepRefused):
        engine.take(patrol, "excuse", by=township, at=at + 2 * WEEK)
    excused = engine.take(patrol, "excuse", by=township, at=at + 2 * WEEK, note="网格员病休。")
    assert (excused.state, excused.kept) == (State.EXCUSED, None)


def test_a_deputy_walks_it_and_a_stranger_does_not(patrol, grid, walked, at):
    deputy, stranger = actors.actor(Role.GRID_WORKER, name="甲"), actors.actor(Role.GRID_WORKER, name="乙")
    assign(grid, deputy.acting_post, Duty.DEPUTY, by=None, at=at)
    with pytest.raises(services.PatrolRefused):
        walked(patrol, 1, by=stranger)
    walked(patrol, 1, by=deputy)
    walked(patrol, 2, by=deputy)
    with pytest.raises(engine.StepRefused):
        finish(Patrol.objects.get(), stranger, at)
    assert finish(Patrol.objects.get(), deputy, at).done_by == deputy


def test_patrols_follow_the_worker_of_the_grid(patrol, worker, grid, at):
    end_assignment(Assignment.objects.get(), by=None, at=at)
    assert (services.follow_workers(at=at), services.follow_workers(at=at)) == (1, 0)
    assert Patrol.objects.unserved().get() == patrol
    other = actors.actor(Role.GRID_WORKER, name="丙")
    assign(grid, other.acting_post, Duty.RESPONSIBLE, by=None, at=at + timedelta(hours=1))
    services.follow_workers(at=at + timedelta(hours=2))
    assert Patrol.objects.get().worker == other


def test_worker_is_told_of_it_and_warned_the_day_before(patrol, worker, at):
    ring_all(Patrol, at=patrol.due_at - timedelta(hours=20))
    rules = set(Notice.objects.filter(recipient=worker, case_number=patrol.number).values_list("rule", flat=True))
    assert {"patrols.planned", "patrols.warned_24"} <= rules


def test_a_stopped_plan_excuses_what_was_not_begun(patrol, township, at):
    services.stop_plan(Plan.objects.get(), by=township, at=at)
    assert Patrol.objects.get().state == State.EXCUSED


def test_the_same_plan_runs_once(patrol, township, at):
    plan = Plan.objects.get()
    with pytest.raises(services.PatrolRefused):
        services.make_plan(by=township, at=at, route=plan.route, checklist=plan.checklist, rhythm="weekly", begins=plan.begins)


def test_a_patrol_keeps_the_version_and_the_points_it_was_made_with(patrol, township, at):
    checklist, route = CheckList.objects.get(code="fire"), patrol.plan.route
    items = [{**services.facts_of(item), "kind": item.kind} for item in services.current_version(checklist).items.all()]
    assert services.publish(checklist, items, by=township, at=at).number == 1
    assert services.publish(checklist, items[:2], by=township, at=at).number == 2
    services.draw(route, [{"name": "新点位", "address": "", "latitude": None, "longitude": None}], by=township, at=at)
    kept = Patrol.objects.get()
    assert (kept.checks.number, len(services.items_of(kept)), [point.name for point in kept.points.all()]) == (1, 6, ["3号楼", "沿街商铺"])
    services.open_due(at=at + WEEK)
    assert Patrol.objects.order_by("pk").last().checks.number == 2


@pytest.mark.parametrize("step", FLOW.steps, ids=lambda step: step.name)
def test_a_step_is_refused_from_every_state_the_table_does_not_name(step, patrol, worker, at):
    assert all(step in FLOW.leaving(state) for state in step.source)
    for state in [state for state in State if state not in step.source]:
        facts = {"closed_at": at if state in FINAL else None, "left": 0, "done_by": worker}
        Patrol.objects.filter(pk=patrol.pk).update(state=state, **facts)
        with pytest.raises(engine.StepRefused), transaction.atomic():
            engine.take(patrol, step.name, by=worker, at=at, note="说明", **dict.fromkeys(step.fields))
    assert Event.objects.of(patrol).count() == 1


@pytest.mark.parametrize("role", [role for role in Role if role != Role.RESIDENT], ids=str)
def test_a_step_is_for_the_roles_of_its_capability_alone(role, patrol):
    person = actors.actor(role)
    assert allowed(FLOW, person, patrol) == meant_for(FLOW, role)


def test_a_patrol_is_seen_by_its_line_and_by_no_neighbour(patrol, offices):
    line = (Role.GRID_WORKER, Role.VILLAGE_CLERK, Role.TOWNSHIP_CLERK, Role.CENTRE_OFFICER, Role.LEADING_OFFICIAL, Role.LEADING_OFFICE,
            Role.AUDITOR)  # fmt: skip
    seeing = [actors.actor(role) for role in line]
    blind = [actors.actor(Role.GRID_WORKER, actors.OTHER_VILLAGE), actors.actor(Role.VILLAGE_CLERK, actors.OTHER_VILLAGE),
             actors.actor(Role.TOWNSHIP_CLERK, actors.OTHER_TOWNSHIP), actors.actor(Role.CENTRE_OFFICER, actors.OTHER_COUNTY),
             actors.actor(Role.DEPARTMENT_HANDLER), actors.actor(Role.MEDIATOR), actors.actor(Role.ADMINISTRATOR)]  # fmt: skip
    assert [Patrol.objects.visible_to(person, Patrol.view_capability).exists() for person in seeing] == [True] * 7
    assert [Patrol.objects.visible_to(person, Patrol.view_capability).exists() for person in blind] == [False] * 7
