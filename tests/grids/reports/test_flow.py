"""A report is solved on the spot or goes up, station by station, and no other way."""

from datetime import timedelta

import pytest
from django.db import transaction

from governance.cases.models import WorkOrder
from governance.deadlines.models import Deadline
from governance.flow import engine
from governance.people.enums import Role
from governance.timeline.models import Event
from governance.timeline.record import verify
from grids.reports.enums import FINAL, State
from grids.reports.flow import FLOW
from grids.reports.models import Report
from tests import actors
from tests.flows import allowed, meant_for
from tests.grids.walking import answered, walk


def open_terms(report):
    return set(Deadline.objects.of(report).still_open().values_list("term", flat=True))


def test_what_is_solved_on_the_spot_ends_there(report, worker, at):
    solved = engine.take(report, "solve", by=worker, at=at + timedelta(hours=2), note="复位空开，已亮。", photos=[])
    assert (solved.state, solved.spot_kept, solved.passed_on) == (State.SOLVED, True, False)
    assert open_terms(solved) == set()


@pytest.mark.parametrize(
    ("until", "state", "who", "term"),
    [
        ("pass_to_village", State.VILLAGE, "village", "reports.village"),
        ("pass_to_township", State.TOWNSHIP, "township", "reports.township"),
        ("pass_to_department", State.DEPARTMENT, "department", "reports.department"),
    ],
)
def test_each_station_holds_it_with_its_own_limit_and_order(report, stations, at, until, state, who, term):
    passed, office = walk(report, stations, at, until=until), stations[who].acting_post.office
    assert (passed.state, passed.office, open_terms(passed)) == (state, office, {term})
    clock = Deadline.objects.of(passed).still_open().get()
    order = WorkOrder.objects.of(passed).standing().get()
    assert (clock.office_id, order.office, order.due_at) == (office.pk, office, clock.due_at)


@pytest.mark.parametrize(
    ("until", "who"), [("pass_to_village", "village"), ("pass_to_township", "township"), ("pass_to_department", "department")]
)
def test_an_answer_is_confirmed_by_the_worker(report, stations, at, until, who):
    passed = walk(report, stations, at, until=until)
    back = answered(passed, stations[who], at + timedelta(hours=4))
    assert (back.state, back.answer_kept, open_terms(back)) == (State.ANSWERED, True, {"reports.confirm"})
    ended = engine.take(back, "confirm", by=stations["worker"], at=at + timedelta(hours=6))
    assert (ended.state, ended.closed_at) == (State.CONFIRMED, at + timedelta(hours=6))
    assert not WorkOrder.objects.of(ended).standing().exists()


@pytest.mark.parametrize(
    ("until", "who", "name"),
    [
        ("pass_to_village", "village", "send_back_to_village"),
        ("pass_to_township", "township", "send_back_to_township"),
        ("pass_to_department", "department", "send_back_to_department"),
    ],
)
def test_an_answer_is_sent_back_once_to_whoever_gave_it(report, stations, at, until, who, name):
    worker, person = stations["worker"], stations[who]
    back = answered(walk(report, stations, at, until=until), person, at + timedelta(hours=2))
    offered = {step.name for step in engine.available(back, worker)}
    assert offered == {"confirm", name}
    again = engine.take(back, name, by=worker, at=at + timedelta(hours=3), note="到场看还是不亮。")
    assert (again.office, again.sent_back, again.signed_at) == (person.acting_post.office, True, None)
    second = answered(again, person, at + timedelta(hours=4))
    with pytest.raises(engine.StepRefused):
        engine.take(second, name, by=worker, at=at + timedelta(hours=5), note="再退一次。")


@pytest.mark.parametrize(
    ("until", "who", "name", "state", "holder"),
    [
        ("pass_to_village", "village", "return_to_worker", State.REPORTED, "worker"),
        ("pass_to_township", "township", "return_to_village", State.VILLAGE, "village"),
        ("pass_to_department", "department", "return_to_township", State.TOWNSHIP, "township"),
    ],
)
def test_a_station_returns_it_with_a_reason_to_the_one_before(report, stations, at, until, who, name, state, holder):
    passed, person = walk(report, stations, at, until=until), stations[who]
    with pytest.raises(engine.StepRefused):
        engine.take(passed, name, by=person, at=at + timedelta(hours=2))
    back = engine.take(passed, name, by=person, at=at + timedelta(hours=2), note="位置不清。")
    assert (back.state, back.office) == (state, stations[holder].acting_post.office)
    assert len(open_terms(back)) == 1


def test_signing_is_once_and_stands_on_the_order(report, stations, at):
    passed = walk(report, stations, at, until="pass_to_village")
    signed = engine.take(passed, "sign", by=stations["village"], at=at + timedelta(hours=1))
    assert WorkOrder.objects.of(signed).standing().get().signed_by == stations["village"]
    with pytest.raises(engine.StepRefused):
        engine.take(signed, "sign", by=stations["village"], at=at + timedelta(hours=1))


def test_only_the_station_that_holds_it_may_answer(report, stations, at):
    passed = walk(report, stations, at, until="pass_to_township")
    for who in ("worker", "village", "department", "centre"):
        with pytest.raises(engine.StepRefused):
            answered(passed, stations[who], at + timedelta(hours=2))


def test_the_centre_sends_it_to_another_department(report, stations, at):
    passed = walk(report, stations, at, until="pass_to_department")
    other = actors.office("bureau", actors.COUNTY, "urban")
    moved = engine.take(passed, "dispatch", by=stations["centre"], at=at + timedelta(hours=2), note="请城管办理。", office=other)
    assert (moved.state, moved.office) == (State.DEPARTMENT, other)
    assert [order.state for order in WorkOrder.objects.of(moved)] == ["withdrawn", "withdrawn", "withdrawn", "issued"]


def test_an_extension_is_asked_by_the_department_and_decided_by_the_centre(report, stations, at):
    passed = walk(report, stations, at, until="pass_to_department")
    before = passed.due_at
    asked = engine.take(passed, "ask_extension", by=stations["department"], at=at + timedelta(hours=3), note="等配件。", amount=3)
    with pytest.raises(engine.StepRefused):
        engine.take(asked, "grant_extension", by=stations["department"], at=at + timedelta(hours=4), note="同意。")
    granted = engine.take(asked, "grant_extension", by=stations["centre"], at=at + timedelta(hours=4), note="同意。")
    assert (granted.due_at > before, granted.extension_asked) == (True, False)


def test_an_answer_after_the_limit_stays_late_whoever_gives_it(report, stations, at):
    passed = walk(report, stations, at, until="pass_to_village")
    late = engine.take(passed, "pass_to_township", by=stations["village"], at=at + timedelta(days=5), note="拖了几天。")
    assert late.answer_kept is False
    assert answered(late, stations["township"], at + timedelta(days=5, hours=2)).answer_kept is False


def test_a_false_alarm_is_withdrawn(report, worker, at):
    assert engine.take(report, "withdraw", by=worker, at=at, note="重复上报。").state == State.WITHDRAWN


@pytest.mark.parametrize("step", FLOW.steps, ids=lambda step: step.name)
def test_a_step_is_refused_from_every_state_the_table_does_not_name(step, report, worker, at):
    assert all(step in FLOW.leaving(state) for state in step.source)
    for state in [state for state in State if state not in step.source]:
        Report.objects.filter(pk=report.pk).update(state=state, closed_at=at if state in FINAL else None)
        with pytest.raises(engine.StepRefused), transaction.atomic():
            engine.take(report, step.name, by=worker, at=at, note="说明", **dict.fromkeys(step.fields))
    assert Event.objects.of(report).count() == 1


@pytest.mark.parametrize("role", [role for role in Role if role != Role.RESIDENT], ids=str)
def test_a_step_is_for_the_roles_of_its_capability_alone(role, report):
    person = actors.actor(role)
    report.hand_to(person.acting_post.office)
    assert allowed(FLOW, person, report) == meant_for(FLOW, role)


def test_every_step_leaves_one_link_in_an_unbroken_chain(report, stations, at):
    ended = answered(walk(report, stations, at, until="pass_to_department"), stations["department"], at + timedelta(hours=5))
    assert list(Event.objects.of(ended).values_list("sequence", flat=True)) == list(range(1, ended.version + 1))
    assert verify().broken is None


def test_a_report_is_seen_by_its_line_of_offices_and_by_no_neighbour(report, offices):
    seeing = [actors.actor(role) for role in (Role.GRID_WORKER, Role.VILLAGE_CLERK, Role.TOWNSHIP_CLERK, Role.CENTRE_OFFICER,
                                              Role.LEADING_OFFICIAL, Role.LEADING_OFFICE, Role.AUDITOR)]  # fmt: skip
    blind = [actors.actor(Role.GRID_WORKER, actors.OTHER_VILLAGE), actors.actor(Role.VILLAGE_CLERK, actors.OTHER_VILLAGE),
             actors.actor(Role.TOWNSHIP_CLERK, actors.OTHER_TOWNSHIP), actors.actor(Role.CENTRE_OFFICER, actors.OTHER_COUNTY),
             actors.actor(Role.DEPARTMENT_HANDLER), actors.actor(Role.MEDIATOR), actors.actor(Role.ADMINISTRATOR),
             actors.actor(Role.HOTLINE_OPERATOR)]  # fmt: skip
    assert [Report.objects.visible_to(person, Report.view_capability).exists() for person in seeing] == [True] * 7
    assert [Report.objects.visible_to(person, Report.view_capability).exists() for person in blind] == [False] * 8


def test_a_department_sees_what_was_handed_to_it(report, stations, at):
    walk(report, stations, at, until="pass_to_department")
    assert Report.objects.visible_to(stations["department"], Report.view_capability).get() == report
