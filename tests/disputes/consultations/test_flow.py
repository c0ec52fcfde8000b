"""A consultation goes all the way, and no other way; what comes of it reaches the complaint."""

from datetime import timedelta

import pytest
from django.db import transaction

from disputes.cohandling.models import CoHandling
from disputes.complaints.enums import State as ComplaintState
from disputes.complaints.models import Complaint
from disputes.consultations.enums import FINAL, State
from disputes.consultations.flow import FLOW
from disputes.consultations.models import Consultation
from disputes.consultations.services import refer_overdue
from disputes.consultations.tasks import refer_overdue as refer_task
from governance.deadlines.models import Deadline
from governance.deadlines.sweep import sweep
from governance.flow import engine
from governance.flow.table import RESIDENT
from governance.notices.models import Notice
from governance.people.enums import OfficeType, Role
from governance.timeline.models import Event
from governance.timeline.record import verify
from tests import actors
from tests.disputes.consultations.conftest import speak
from tests.flows import allowed, elsewhere, meant_for

DAY = timedelta(days=1)


def open_terms(case):
    return set(Deadline.objects.of(case).running().values_list("term", flat=True))


def designated(consultation, officer, lead, at, **given):
    return engine.take(consultation, "designate", by=officer, at=at, note="依职责由其主办。", lead=lead, **{"joint_offices": [], **given})


@pytest.fixture
def referred(consultation, at):
    """Nobody agreed in time."""
    refer_overdue(at=at + 30 * DAY)
    consultation.refresh_from_db()
    return consultation


def test_while_they_consult_the_complaint_waits_and_its_clocks_stand_still(consultation, offices, housing, health):
    complaint = Complaint.objects.get()
    assert (complaint.state, open_terms(complaint)) == (ComplaintState.CONSULTING, set())
    assert consultation.office == offices[OfficeType.CENTRE, actors.COUNTY]
    assert set(consultation.awaited_ids) == {housing.acting_post.office_id, health.acting_post.office_id}
    assert open_terms(consultation) == {"consultations.agree"}


def test_where_one_calls_it_its_own_that_office_leads_and_helpers_help(consultation, housing, health, at):
    speak(consultation, housing, "joint", at + DAY)
    speak(consultation, health, "ours", at + DAY)
    ended, complaint = Consultation.objects.get(), Complaint.objects.get()
    assert (ended.state, ended.lead) == (State.AGREED, health.acting_post.office)
    assert (complaint.state, complaint.office, complaint.lead_by) == (ComplaintState.DISPATCHED, ended.lead, "agreed")
    part = CoHandling.objects.select_related("order").get()
    assert (part.office, part.order.state) == (housing.acting_post.office, "issued")
    assert open_terms(complaint) == {f"complaints.{term}" for term in ("sign_for", "object", "contact", "handle")}
    assert verify().broken is None


@pytest.mark.parametrize("stances", [("ours", "ours"), ("not_ours", "not_ours"), ("joint", "joint")])
def test_where_they_disagree_it_stands_on_the_centre_s_desk_at_once(consultation, housing, health, at, stances):
    for person, stance in zip((housing, health), stances, strict=True):
        speak(consultation, person, stance, at + DAY)
    assert Consultation.objects.get().state == State.TO_DESIGNATE
    assert open_terms(consultation) == {"consultations.designate"}


def test_the_lapse_of_the_limit_moves_it_once_whoever_runs_it(consultation, at):
    assert refer_overdue(at=at + DAY) == 0
    sweep(at=at + 30 * DAY)
    assert (refer_overdue(at=at + 30 * DAY), refer_overdue(at=at + 30 * DAY)) == (1, 0)
    assert Event.objects.of(consultation).filter(kind="consultations.refer").count() == 1


def test_the_task_can_be_run_twice(consultation):
    Consultation.objects.update(due_at=consultation.opened_at)
    refer_task()
    refer_task()
    assert Event.objects.of(consultation).filter(kind="consultations.refer").count() == 1


def test_a_designated_lead_can_neither_object_nor_consult_again(referred, officer, housing, health, at):
    designated(referred, officer, health.acting_post.office, at + 31 * DAY, joint_offices=[housing.acting_post.office])
    complaint = Complaint.objects.get()
    assert (complaint.lead_by, complaint.office) == ("designated", health.acting_post.office)
    offered = {step.name for step in engine.available(complaint, health)}
    assert (offered & {"sign", "object", "ask_consultation", "consult"}) == {"sign"}
    for name in ("object", "ask_consultation"):
        with pytest.raises(engine.StepRefused), transaction.atomic():
            engine.take(complaint, name, by=health, at=at + 31 * DAY, note="不属我局。", offices=[], areas=[])
    assert "complaints.object" not in open_terms(complaint)


def test_who_held_it_before_goes_on_with_the_time_that_was_left(consultation, housing, health, at):
    before = Deadline.objects.of(Complaint.objects.get()).get(term="complaints.handle").due_at
    speak(consultation, health, "not_ours", at + DAY)
    speak(consultation, housing, "ours", at + DAY)
    handling = Deadline.objects.of(Complaint.objects.get()).get(term="complaints.handle")
    assert (handling.state, handling.due_at - before) == ("running", DAY)


def test_only_one_of_those_asked_can_be_designated(referred, officer, offices, at):
    with pytest.raises(engine.StepRefused, match="参加会商"):
        designated(referred, officer, offices[OfficeType.TOWNSHIP, actors.TOWNSHIP], at + 31 * DAY)


def test_each_office_speaks_once_and_who_was_not_asked_does_not(consultation, housing, clerk, at):
    speak(consultation, housing, "ours", at)
    for person in (housing, clerk):
        with pytest.raises(engine.StepRefused):
            speak(Consultation.objects.get(), person, "ours", at)


def test_the_centre_asks_others_too(consultation, officer, clerk, housing, health, at):
    office = clerk.acting_post.office
    engine.take(consultation, "invite", by=officer, at=at, note="涉及属地。", offices=[office])
    for person, stance in ((housing, "not_ours"), (health, "not_ours"), (clerk, "ours")):
        speak(Consultation.objects.get(), person, stance, at + DAY)
    assert Complaint.objects.get().office == office


def test_where_none_of_those_asked_is_the_right_one_the_centre_asks_another_and_names_it(referred, officer, clerk, at):
    office = clerk.acting_post.office
    engine.take(referred, "invite", by=officer, at=at + 31 * DAY, note="涉及属地。", offices=[office])
    told = Notice.objects.get(rule="consultations.invited_late", recipient=clerk, channel="in_app")
    assert "指定主办单位" in told.body
    designated(Consultation.objects.get(), officer, office, at + 32 * DAY)
    assert Complaint.objects.get().office == office


def test_one_office_alone_cannot_consult(asking):
    with pytest.raises(engine.StepRefused, match="至少"):
        asking()


def test_a_dispatcher_asks_before_anyone_holds_it(complaint, operator, housing, health, at):
    engine.take(complaint, "classify", by=operator, at=at, kind="complaint", category=complaint.category, urgency="normal")
    invited = [person.acting_post.office for person in (housing, health)]
    engine.take(complaint, "consult", by=operator, at=at, note="职责不清。", offices=invited, areas=[])
    speak(Consultation.objects.get(), housing, "ours", at)
    speak(Consultation.objects.get(), health, "not_ours", at)
    assert "complaints.dispatch" not in open_terms(Complaint.objects.get())


def test_what_the_person_takes_back_is_consulted_on_no_more(consultation, at):
    engine.take(Complaint.objects.get(), "withdraw", by=RESIDENT, at=at + DAY, note="已解决。")
    assert Consultation.objects.get().state == State.CALLED_OFF
    assert open_terms(consultation) == set()


@pytest.mark.parametrize("state", State)
def test_a_step_is_refused_from_every_state_the_table_does_not_name(state, consultation, officer, at):
    facts = {"closed_at": at, "lead": officer.acting_post.office} if state in FINAL else {}
    Consultation.objects.filter(pk=consultation.pk).update(state=state, **facts)
    for step in elsewhere(FLOW, state):
        with pytest.raises(engine.StepRefused), transaction.atomic():
            engine.take(consultation, step.name, by=officer, at=at, note="说明", **dict.fromkeys(step.fields))
    assert Event.objects.of(consultation).count() == 1


@pytest.mark.parametrize("role", [role for role in Role if role != Role.RESIDENT], ids=str)
def test_a_step_is_for_the_roles_of_its_capability_alone(role, consultation):
    person = actors.actor(role)
    consultation.hand_to(person.acting_post.office)
    assert allowed(FLOW, person, consultation) == meant_for(FLOW, role)
