"""An application goes all the way, and no other way; the list of duties follows it."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.db import transaction

from governance.deadlines.models import Deadline
from governance.deadlines.sweep import sweep
from governance.flow import engine
from governance.notices.models import Notice
from governance.people.enums import Role
from governance.timeline.models import Event
from grids.admission import tasks
from grids.admission.enums import FINAL, State
from grids.admission.flow import FLOW
from grids.admission.models import Admission, Duty, Opinion
from grids.admission.services import conclude_overdue, end_what_is_over
from tests import actors
from tests.flows import allowed, elsewhere, meant_for

DAY, TODAY = timedelta(days=1), date(2026, 11, 23)


def open_terms(case):
    return set(Deadline.objects.of(case).running().values_list("term", flat=True))


def test_an_application_lies_with_the_leading_group_and_stays_open_to_the_department(application, decider, applicant):
    assert (application.office, application.state) == (decider.acting_post.office, State.APPLIED)
    assert application.office_ids == [applicant.acting_post.office_id, decider.acting_post.office_id]
    assert open_terms(application) == {"admission.review"}


def test_when_everyone_has_spoken_the_review_is_over(reviewed):
    case = Admission.objects.get()
    assert (case.state, case.awaited_ids, open_terms(case)) == (State.DECIDING, [], {"admission.decide"})
    assert set(Opinion.objects.values_list("stance", flat=True)) == {"agree", "conditional"}


def test_what_is_admitted_stands_on_the_list(admitted, applicant):
    duty = Duty.objects.admitted().get()
    assert (duty.label, duty.office, duty.rate) == (admitted.title, applicant.acting_post.office, 300)
    assert (duty.in_force_from, duty.in_force_until) == (admitted.begins, admitted.ends)
    assert open_terms(admitted) == {"admission.yearly"}


def test_what_is_refused_does_not(reviewed, moving):
    assert moving(reviewed, "refuse").state == State.REFUSED
    assert not Duty.objects.admitted().exists()


def test_the_department_does_not_review_itself(application, moving, applicant, clerk):
    with pytest.raises(engine.StepRefused, match="至少"):
        moving(application, "name_reviewers", offices=[applicant.acting_post.office, clerk.acting_post.office])


def test_who_was_not_named_has_no_say(application, moving, finance, clerk, officer):
    moving(application, "name_reviewers", offices=[finance.acting_post.office, clerk.acting_post.office])
    with pytest.raises(engine.StepRefused):
        moving(application, "state", by=officer, stance="agree")
    moving(application, "invite", offices=[officer.acting_post.office])
    moving(application, "state", by=officer, stance="disagree")
    with pytest.raises(engine.StepRefused, match="已经在会审"), transaction.atomic():
        moving(application, "invite", offices=[officer.acting_post.office])


def test_silence_does_not_stop_the_review(application, moving, finance, clerk, at):
    moving(application, "name_reviewers", offices=[finance.acting_post.office, clerk.acting_post.office])
    later = at + 60 * DAY
    assert [conclude_overdue(at=at), conclude_overdue(at=later), conclude_overdue(at=later)] == [0, 1, 0]
    assert Admission.objects.get().state == State.DECIDING


def test_what_is_corrected_is_reviewed_anew(application, moving, applicant, finance, clerk, at):
    offices = [finance.acting_post.office, clerk.acting_post.office]
    moving(application, "name_reviewers", offices=offices)
    moving(application, "state", by=finance, stance="disagree")
    moving(application, "send_back")
    facts = {name: getattr(application, name) for name in FLOW.step("resubmit").fields}
    moving(application, "resubmit", by=applicant, **{**facts, "rate": 500})
    moving(application, "name_reviewers", offices=offices)
    again = moving(application, "state", by=finance, stance="agree")
    assert (again.rate, again.round, Opinion.objects.count()) == (500, 2, 2)


@pytest.mark.parametrize(("days", "warned"), [(304, "60d"), (334, "30d"), (357, "7d")])
def test_the_yearly_look_announces_itself(admitted, at, days, warned):
    sweep(at=at + (days + 2) * DAY)
    assert Event.objects.of(admitted).filter(kind=f"deadline.warned_{warned}").exists()


def test_it_lapses_without_anyone(admitted, decider, at):
    sweep(at=at + 400 * DAY)
    assert Event.objects.of(admitted).filter(kind="deadline.lapsed").count() == 1
    assert Notice.objects.filter(rule="admission.yearly_late", recipient=decider).exists()


def test_the_yearly_look_goes_on_or_changes(admitted, moving, at):
    moving(admitted, "renew", at=at + 300 * DAY, ends=date(2028, 11, 1))
    duty = Duty.objects.admitted().get()
    assert duty.in_force_until == date(2028, 11, 1)
    moving(admitted, "change", at=at + 310 * DAY, ends=date(2028, 6, 1), rate=Decimal(450), conditions="")
    duty.refresh_from_db()
    assert (duty.rate, duty.in_force_until) == (450, date(2028, 6, 1))
    assert ["每个网格每年经费（元）", "450"] in Event.objects.of(admitted).get(kind="admission.change").data["words"]
    assert Deadline.objects.of(admitted).filter(term="admission.yearly", state="met").count() == 2


def test_what_is_withdrawn_today_leaves_at_once(admitted, moving):
    moving(admitted, "withdraw", ends_on=TODAY)
    case = Admission.objects.get()
    assert case.state == State.WITHDRAWN
    assert not case.duty.is_in_force(TODAY)


def test_what_is_withdrawn_later_is_carried_until_then(admitted, moving, at):
    moving(admitted, "withdraw", ends_on=TODAY + 30 * DAY)
    assert Admission.objects.get().state == State.LEAVING
    assert Duty.objects.in_force(TODAY + 29 * DAY).admitted().exists()
    assert [end_what_is_over(at=at + 29 * DAY), end_what_is_over(at=at + 30 * DAY), end_what_is_over(at=at + 30 * DAY)] == [0, 1, 0]
    assert Admission.objects.get().state == State.WITHDRAWN


@pytest.mark.parametrize(("days", "said"), [(-1, "早于今天"), (400, "晚于实施止")])
def test_nothing_is_withdrawn_in_the_past_or_beyond_its_period(admitted, moving, days, said):
    with pytest.raises(engine.StepRefused, match=said):
        moving(admitted, "withdraw", ends_on=TODAY + days * DAY)


def test_the_period_s_end_ends_it(admitted, at):
    assert end_what_is_over(at=at + 400 * DAY) == 1
    assert Admission.objects.get().state == State.LAPSED


def test_the_tasks_can_be_run_twice(admitted, moving):
    Duty.objects.filter(pk=admitted.duty_id).update(in_force_until=date(2026, 11, 2))
    for _ in range(2):
        tasks.conclude_overdue()
        tasks.end_what_is_over()
    assert Event.objects.of(admitted).filter(kind="admission.lapse").count() == 1


@pytest.mark.parametrize("state", State)
def test_a_step_is_refused_from_every_state_the_table_does_not_name(state, admitted, decider, at):
    told = Event.objects.of(admitted).count()
    Admission.objects.filter(pk=admitted.pk).update(state=state, closed_at=at if state in FINAL else None)
    for step in elsewhere(FLOW, state):
        with pytest.raises(engine.StepRefused), transaction.atomic():
            engine.take(admitted, step.name, by=decider, at=at, note="说明", **dict.fromkeys(step.fields))
    assert Event.objects.of(admitted).count() == told


@pytest.mark.parametrize("role", [role for role in Role if role != Role.RESIDENT], ids=str)
def test_a_step_is_for_the_roles_of_its_capability_alone(role, application):
    person = actors.actor(role)
    application.hand_to(person.acting_post.office)
    assert allowed(FLOW, person, application) == meant_for(FLOW, role)
