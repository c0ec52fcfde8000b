"""A complaint goes all the way, and no other way."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, connection, transaction

from disputes.complaints.enums import FINAL, State
from disputes.complaints.flow import FLOW
from disputes.complaints.models import Complaint
from governance.cases.tracking import find_tracked
from governance.deadlines.models import Deadline
from governance.flow import engine
from governance.flow.table import RESIDENT
from governance.people.enums import Role
from governance.timeline.models import Event
from governance.timeline.record import verify
from tests.actors import OTHER_COUNTY, OTHER_TOWNSHIP, actor
from tests.flows import allowed, meant_for


def walk(complaint, operator, clerk, at, *, until="close"):
    """Take the ordinary way up to a step."""
    office = clerk.acting_post.office
    steps = [
        ("classify", operator, {"kind": "complaint", "category": complaint.category, "urgency": "normal"}),
        ("dispatch", operator, {"office": office}),
        ("sign", clerk, {}),
        ("contact", clerk, {"note": "已电话联系,约定上门。"}),
        ("reply", clerk, {"note": "已现场劝导,商户承诺22时后停止经营。"}),
        ("call_back", operator, {"reached": True, "solved": "yes", "satisfaction": "satisfied"}),
        ("close", operator, {}),
    ]
    for hours, (name, by, given) in enumerate(steps, start=1):
        complaint = engine.take(complaint, name, by=by, at=at + timedelta(minutes=20 * hours), **given)
        if name == until:
            break
    return complaint


def test_the_ordinary_way_ends_closed_with_every_limit_kept(complaint, operator, clerk, at):
    closed = walk(complaint, operator, clerk, at)
    assert closed.state == State.CLOSED
    assert (closed.contact_kept, closed.handle_kept) == (True, True)
    assert not Deadline.objects.of(closed).filter(lapsed_at__isnull=False).exists()


def test_the_resident_rates_after_the_call_back(complaint, operator, clerk, at):
    closed = walk(complaint, operator, clerk, at)
    rated = engine.take(closed, "rate", by=RESIDENT, at=at + timedelta(days=1), solved="partly", satisfaction="fairly")
    assert (rated.solved, rated.satisfaction) == ("partly", "fairly")
    with pytest.raises(engine.StepRefused):
        engine.take(rated, "rate", by=RESIDENT, at=at + timedelta(days=2), solved="no", satisfaction="dissatisfied")


@pytest.mark.parametrize("step", FLOW.steps, ids=lambda step: step.name)
def test_a_step_is_refused_from_every_state_the_table_does_not_name(step, complaint, operator, at):
    assert all(step in FLOW.leaving(state) for state in step.source)
    for state in [state for state in State if state not in step.source]:
        closed = {"closed_at": at if state in FINAL else None}
        refusal = {"refusal_id": 1 if state == State.NOT_ACCEPTED else None}
        Complaint.objects.filter(pk=complaint.pk).update(state=state, **closed, **refusal)
        with pytest.raises(engine.StepRefused), transaction.atomic():
            engine.take(complaint, step.name, by=operator, at=at, note="说明", **dict.fromkeys(step.fields))
    assert Event.objects.of(complaint).count() == 1


@pytest.mark.parametrize("role", [role for role in Role if role != Role.RESIDENT], ids=str)
def test_a_step_is_for_the_roles_of_its_capability_alone(role, complaint, operator):
    person = actor(role, complaint.place_path if role == Role.VILLAGE_CLERK else None)
    complaint.hand_to(person.acting_post.office)
    assert allowed(FLOW, person, complaint) == meant_for(FLOW, role)


def test_only_the_office_that_holds_the_case_may_sign(complaint, operator, clerk, at):
    dispatched = walk(complaint, operator, clerk, at, until="dispatch")
    village_clerk, neighbour = actor(Role.VILLAGE_CLERK), actor(Role.TOWNSHIP_CLERK, OTHER_TOWNSHIP)
    for person in (operator, village_clerk, neighbour):
        with pytest.raises(engine.StepRefused):
            engine.take(dispatched, "sign", by=person, at=at + timedelta(hours=2))


def test_a_stale_page_changes_nothing(complaint, operator, clerk, at):
    walk(complaint, operator, clerk, at, until="classify")
    with pytest.raises(engine.StaleCase):
        engine.take(complaint, "dispatch", by=operator, at=at, version=1, office=clerk.acting_post.office)


def test_an_objection_in_time_takes_the_case_back_to_the_dispatcher(complaint, operator, clerk, at):
    walk(complaint, operator, clerk, at, until="dispatch")
    engine.take(complaint, "object", by=clerk, at=at + timedelta(hours=3), note="属城管职责。")
    back = engine.take(complaint, "uphold_objection", by=operator, at=at + timedelta(hours=4), note="同意改派。")
    assert (back.state, back.office, back.transfers) == (State.CLASSIFIED, None, 1)
    assert set(Deadline.objects.of(back).still_open().values_list("term", flat=True)) == {"complaints.dispatch"}


def test_a_late_objection_is_refused(complaint, operator, clerk, at):
    walk(complaint, operator, clerk, at, until="dispatch")
    with pytest.raises(engine.StepRefused, match="期限已过"):
        engine.take(complaint, "object", by=clerk, at=at + timedelta(days=3), note="不属本单位。")
    assert Complaint.objects.get().state == State.DISPATCHED


def test_a_rejected_objection_lets_the_clocks_run_on_and_adds_the_pause(complaint, operator, clerk, at):
    walk(complaint, operator, clerk, at, until="dispatch")
    before = Deadline.objects.of(complaint).get(term="complaints.handle").due_at
    engine.take(complaint, "object", by=clerk, at=at + timedelta(hours=3), note="不属本单位。")
    engine.take(complaint, "reject_objection", by=operator, at=at + timedelta(days=1, hours=3), note="请办理。")
    after = Deadline.objects.of(complaint).get(term="complaints.handle").due_at
    assert after - before == timedelta(days=1)


def test_an_extension_is_asked_decided_by_another_and_moves_the_limit(complaint, operator, clerk, at):
    handling = walk(complaint, operator, clerk, at, until="contact")
    before = Deadline.objects.of(handling).get(term="complaints.handle").due_at
    engine.take(handling, "ask_extension", by=clerk, at=at + timedelta(hours=5), note="需购配件。", amount=3)
    granted = engine.take(handling, "grant_extension", by=operator, at=at + timedelta(hours=6), note="待配件到货。")
    assert Deadline.objects.of(granted).get(term="complaints.handle").due_at > before
    assert granted.extension_asked is False


def test_more_than_the_limit_allows_is_refused(complaint, operator, clerk, at):
    handling = walk(complaint, operator, clerk, at, until="contact")
    with pytest.raises(engine.StepRefused, match="最多"):
        engine.take(handling, "ask_extension", by=clerk, at=at, note="太难。", amount=11)


def test_a_reopened_case_forgets_what_was_said_of_the_first_reply(complaint, operator, clerk, at):
    closed = walk(complaint, operator, clerk, at)
    engine.take(closed, "ask_reopening", by=RESIDENT, at=at + timedelta(days=2), note="晚上又开始吵。")
    reopened = engine.take(closed, "reopen", by=operator, at=at + timedelta(days=2), note="请再次处理。")
    assert (reopened.state, reopened.solved, reopened.reworks) == (State.HANDLING, "", 1)
    assert Deadline.objects.of(reopened).still_open().filter(term="complaints.handle").count() == 1


def test_every_step_leaves_one_link_in_an_unbroken_chain(complaint, operator, clerk, at):
    closed = walk(complaint, operator, clerk, at)
    assert list(Event.objects.of(closed).values_list("sequence", flat=True)) == list(range(1, closed.version + 1))
    assert verify().broken is None


VERBS = ("UPDATE governance_event SET note = 'x'", "DELETE FROM governance_event", "TRUNCATE governance_event CASCADE")


@pytest.mark.parametrize("verb", VERBS)
def test_the_database_refuses_to_change_an_event(verb, complaint):
    connection.cursor().execute("SET CONSTRAINTS ALL IMMEDIATE")
    with pytest.raises(DatabaseError, match="written once"), transaction.atomic():
        connection.cursor().execute(verb)


def test_number_and_code_open_the_case_and_nothing_else_does(filing):
    filed = filing()
    assert find_tracked(filed.complaint.number, filed.query_code.lower()) == filed.complaint
    assert find_tracked(filed.complaint.number, "AAAAAA") is None


def test_the_same_submission_files_once(filing):
    mark = "5d0c1a9e-6a2f-4a53-9d1c-0f3f4a3f9f10"
    assert filing(submission=mark).complaint == filing(submission=mark).complaint


def test_a_case_is_seen_by_its_line_of_offices_and_by_no_neighbour(complaint, operator, clerk, official):
    seeing = [operator, clerk, official, actor(Role.CENTRE_OFFICER), actor(Role.VILLAGE_CLERK)]
    blind = [actor(Role.CENTRE_OFFICER, OTHER_COUNTY), actor(Role.TOWNSHIP_CLERK, OTHER_TOWNSHIP), actor(Role.DEPARTMENT_HANDLER),
             actor(Role.MEDIATOR), actor(Role.ADMINISTRATOR), actor(Role.GRID_WORKER)]  # fmt: skip
    assert [Complaint.objects.visible_to(person, Complaint.view_capability).exists() for person in seeing] == [True] * 5
    assert [Complaint.objects.visible_to(person, Complaint.view_capability).exists() for person in blind] == [False] * 6
