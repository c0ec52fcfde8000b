"""Help goes from the request to its end, and stops the moment the person says so."""

import pytest
from django.db import transaction

from disputes.care.enums import FINAL, State
from disputes.care.flow import FLOW
from disputes.care.models import Care, Consent, Visit
from disputes.care.services import erase_due, may_open
from governance.access.scope import may
from governance.deadlines.models import Deadline
from governance.deadlines.sweep import sweep
from governance.files.models import Attachment
from governance.flow import engine
from governance.flow.table import RESIDENT, SYSTEM
from governance.notices.models import Notice
from governance.people.enums import OfficeType, Role
from governance.timeline.models import Event
from governance.timeline.record import verify
from supervision.oversight.models import Finding
from tests import actors
from tests.actors import days
from tests.disputes.care.conftest import SECRETS, TODAY, VISIT, WRITTEN, one_of


def test_a_request_goes_straight_to_the_bureau_of_the_service(care, bureau):
    assert (care.supervisor, care.office_ids) == (bureau.acting_post.office, [bureau.acting_post.office_id])
    assert care.title == "关爱帮扶"
    assert care.consent.way == "phone"


def test_without_a_bureau_of_its_own_the_civil_affairs_bureau_answers(asking, bureau):
    assert asking(need="talk").care.supervisor == bureau.acting_post.office
    own = actors.office(OfficeType.BUREAU, actors.COUNTY, "health")
    assert asking(need="talk").care.supervisor == own


def test_where_nobody_answers_the_person_is_told(asking):
    with pytest.raises(engine.StepRefused, match="12345"):
        asking(code=actors.OTHER_COUNTY)


def test_the_ordinary_way_ends_with_a_result_and_the_word_of_the_person(serving, helper, bureau, at):
    ended = engine.take(serving, "end", by=helper, at=at + days(9), result="helped", closing="能自己去医院了。")
    rated = engine.take(ended, "rate", by=RESIDENT, at=at + days(10), satisfaction="satisfied")
    assert (rated.state, rated.visits_held, rated.satisfaction) == (State.ENDED, 1, "satisfied")
    with pytest.raises(engine.StepRefused):
        engine.take(rated, "call_back", by=bureau, at=at + days(11), satisfaction="fairly")
    assert verify().broken is None


def test_who_declines_is_out_and_learned_nothing_but_the_need(care, bureau, provider, helper, at):
    care = engine.take(care, "assign", by=bureau, at=at, provider=provider)
    assert not may_open(helper, care, day=TODAY)
    care = engine.take(care, "decline", by=helper, at=at, decline_reason="full")
    assert (care.state, care.provider, care.office_ids) == (State.REQUESTED, None, [care.supervisor_id])
    assert not Care.objects.visible_to(helper, care.view_capability).exists()


def test_another_provider_takes_over_and_the_first_is_out(serving, bureau, helper, contract, at):
    other = contract("守望志愿服务队", kind="volunteer", contract="")
    moved = engine.take(serving, "reassign", by=bureau, at=at + days(1), provider=other)
    assert moved.office_ids == [moved.supervisor_id, other.office_id]
    assert {clock.office_id for clock in Deadline.objects.of(moved).still_open()} == {other.office_id}
    assert not may(helper, moved.view_capability, moved)
    assert may(one_of(other), moved.view_capability, moved)


def test_another_bureau_takes_over_and_the_first_is_out(care, bureau, at):
    other = actors.office(OfficeType.BUREAU, actors.COUNTY, "justice")
    moved = engine.take(care, "refer", by=bureau, at=at, office=other)
    assert (moved.supervisor, moved.office_ids) == (other, [other.pk])
    assert not may(bureau, moved.view_capability, moved)


@pytest.mark.parametrize(
    "wrong", [{"ends": TODAY - days(1)}, {"needs": ("work",)}, {"places": (actors.OTHER_COUNTY,)}, {"active": False}], ids=str
)
def test_only_a_contract_that_fits_is_given_the_matter(care, bureau, contract, wrong, at):
    with pytest.raises(engine.StepRefused, match="不合适"):
        engine.take(care, "assign", by=bureau, at=at, provider=contract(**wrong))


def test_a_provider_whose_contract_is_over_opens_nothing(serving, helper):
    provider = serving.provider
    assert may_open(helper, serving, day=TODAY)
    assert not may_open(helper, serving, day=provider.ends + days(1))


@pytest.mark.parametrize(("step", "how"), [("withdraw", "self"), ("stop", "told")])
def test_taking_back_the_agreement_stops_everything_at_once(serving, helper, bureau, step, how, at):
    by = RESIDENT if step == "withdraw" else helper
    gone = engine.take(serving, step, by=by, at=at + days(2))
    consent = Consent.objects.get()
    assert (gone.state, consent.revoked_by, consent.revoked_at) == (State.REVOKED, how, at + days(2))
    assert not any(may_open(user, gone, day=TODAY) for user in (helper, bureau))
    assert not Deadline.objects.of(gone).still_open().exists()
    told = set(Notice.objects.filter(rule__startswith=f"care.{step}").values_list("recipient", flat=True))
    assert told == {bureau.pk, helper.pk} - {getattr(by, "pk", None)}
    with pytest.raises(engine.StepRefused):
        engine.take(gone, "visit", by=helper, at=at + days(3), **VISIT)


def test_it_can_be_taken_back_after_the_end_too(serving, helper, at):
    ended = engine.take(serving, "end", by=helper, at=at, result="partly", closing="")
    assert engine.take(ended, "withdraw", by=RESIDENT, at=at + days(40)).state == State.REVOKED


def test_the_day_agreed_on_is_the_clock_of_the_next_visit(serving, helper, at):
    care = engine.take(serving, "visit", by=helper, at=at, **{**VISIT, "next_on": TODAY + days(7)})
    clock = Deadline.objects.of(care).still_open().get()
    assert (clock.term, clock.due_at.astimezone(at.tzinfo).date()) == ("care.visit", TODAY + days(8))


def test_nothing_that_lapses_here_becomes_a_finding(care, at):
    while sweep(at=at + days(60)):
        pass
    assert Deadline.objects.of(care).filter(lapsed_at__isnull=False).exists()
    assert not Finding.objects.exists()


def test_no_event_and_no_notice_carries_a_word_of_the_person(serving, helper, at):
    engine.take(serving, "end", by=helper, at=at, result="helped", closing=SECRETS["situation"])
    kept = [f"{event.note} {event.data} {event.label}" for event in Event.objects.of(serving)]
    told = [f"{notice.title} {notice.body}" for notice in Notice.objects.filter(case_number=serving.number)]
    assert not any(word in text for word in [*WRITTEN, "陪伴"] for text in [*kept, *told])


@pytest.mark.parametrize("step", FLOW.steps, ids=lambda step: step.name)
def test_a_step_is_refused_from_every_state_the_table_does_not_name(step, serving, helper, bureau, at):
    roles, before = getattr(step.needs, "roles", ()), Event.objects.of(serving).count()
    by = step.needs if step.needs in (RESIDENT, SYSTEM) else helper if Role.CARE_PROVIDER in roles else bureau
    for state in [state for state in State if state not in step.source]:
        facts = {"closed_at": at if state in FINAL else None, "result": "helped" if state == State.ENDED else ""}
        Care.objects.filter(pk=serving.pk).update(state=state, **facts)
        with pytest.raises(engine.StepRefused), transaction.atomic():
            engine.take(serving, step.name, by=by, at=at, **dict.fromkeys(step.fields))
    assert Event.objects.of(serving).count() == before


def test_everything_personal_is_erased_after_its_time_and_once(serving, helper, at):
    ended = engine.take(serving, "end", by=helper, at=at, result="helped", closing="好了。")
    assert erase_due(at=at + days(100)) == 0
    assert (erase_due(at=at + days(250)), erase_due(at=at + days(250))) == (1, 0)
    gone, visit, consent = Care.objects.get(pk=ended.pk), Visit.objects.get(), Consent.objects.get()
    assert not any([*(getattr(gone, name) for name in SECRETS), gone.result_note, visit.done, visit.next_plan, consent.reference])
    assert (gone.visits_held, gone.erased_at, Attachment.objects.count()) == (1, at + days(250), 0)
