"""A mediation goes all the way, and no other way."""

import pytest
from django.db import IntegrityError, transaction

from disputes.mediation.enums import FINAL, State
from disputes.mediation.flow import FLOW, OPEN
from disputes.mediation.models import Agreement, Mediation, Unmediable
from governance.deadlines.models import Deadline
from governance.deadlines.sweep import sweep
from governance.flow import engine
from governance.flow.table import RESIDENT
from governance.people.enums import OfficeType, Role
from governance.timeline.models import Event
from governance.timeline.record import verify
from tests.actors import COUNTY, OTHER_COUNTY, OTHER_TOWNSHIP, actor, days, office
from tests.disputes.mediation.conftest import IN_WRITING, in_the_file, walk
from tests.flows import allowed, meant_for

ORAL = {"form": "oral", "points": "", "responsibilities": "", "venue": "", "perform_by": None}


def open_terms(mediation):
    return set(Deadline.objects.of(mediation).still_open().values_list("term", flat=True))


def clock(mediation, term):
    return Deadline.objects.of(mediation).filter(term=term).order_by("-started_at").first()


def test_the_ordinary_way_ends_in_the_file_with_every_limit_kept(mediation, mediator, at):
    filed = walk(mediation, mediator, at)
    assert (filed.state, filed.outcome, filed.limit_kept, filed.performed) == (State.FILED, "agreed", True, True)
    assert not Deadline.objects.of(filed).filter(lapsed_at__isnull=False).exists()
    assert verify().broken is None


@pytest.mark.parametrize("step", FLOW.steps, ids=lambda step: step.name)
def test_a_step_is_refused_from_every_state_the_table_does_not_name(step, mediation, mediator, at):
    assert all(step in FLOW.leaving(state) for state in step.source)
    for state in [state for state in State if state not in step.source]:
        closed = {"closed_at": at if state in FINAL else None}
        refusal = {"refusal": Unmediable.objects.first() if state == State.NOT_ACCEPTED else None}
        Mediation.objects.filter(pk=mediation.pk).update(state=state, **closed, **refusal)
        with pytest.raises(engine.StepRefused), transaction.atomic():
            engine.take(mediation, step.name, by=mediator, at=at, note="说明", **dict.fromkeys(step.fields))
    assert Event.objects.of(mediation).count() == 1


@pytest.mark.parametrize("role", [role for role in Role if role != Role.RESIDENT], ids=str)
def test_a_step_is_for_the_roles_of_its_capability_alone(role, mediation):
    person = actor(role)
    mediation.hand_to(person.acting_post.office)
    assert allowed(FLOW, person, mediation) == meant_for(FLOW, role)


def test_the_committee_of_the_township_holds_what_is_applied_for(mediation, committee):
    assert (mediation.office, mediation.office_ids, mediation.received_by) == (committee, [committee.pk], committee)
    assert open_terms(mediation) == {"mediation.accept"}


def test_where_there_is_no_committee_the_centre_names_one(offices, opening, at, mediator):
    lonely = opening(code=COUNTY).mediation
    centre, chosen = actor(Role.CENTRE_OFFICER), mediator.acting_post.office
    assert lonely.office is None
    named = engine.take(lonely, "reassign", by=centre, at=at, note="就近办理。", office=chosen)
    assert (named.office, named.state) == (chosen, State.REGISTERED)
    assert clock(named, "mediation.accept").office == chosen


def test_another_committee_takes_over_without_the_mediator_and_the_limit_runs_on(mediation, mediator, at):
    walk(mediation, mediator, at, until="assign")
    before, other = clock(mediation, "mediation.limit").due_at, office(OfficeType.COMMITTEE, OTHER_TOWNSHIP)
    moved = engine.take(mediation, "take_over", by=actor(Role.CENTRE_OFFICER), at=at + days(2), note="更方便。", office=other)
    assert (moved.state, moved.mediator, clock(moved, "mediation.limit").due_at) == (State.ACCEPTED, None, before)
    with pytest.raises(engine.StepRefused, match="其他单位"):
        engine.take(moved, "assign", by=mediator, at=at + days(2), mediator=mediator, no_conflict=True)


def test_a_mediator_with_an_interest_is_refused(mediation, mediator, at):
    walk(mediation, mediator, at, until="accept")
    with pytest.raises(engine.StepRefused, match="利害关系"):
        engine.take(mediation, "assign", by=mediator, at=at, mediator=mediator, no_conflict=False)


def test_sessions_repeat_and_are_numbered(mediation, mediator, at):
    met = walk(mediation, mediator, at, until="hold_session")
    facts = {"held_at": at + days(2), "venue": "现场", "attendance": "separate", "course": "分别谈话。", "result": "再谈。"}
    engine.take(met, "hold_session", by=mediator, at=at + days(3), **facts)
    assert list(met.sessions.values_list("serial", "venue")) == [(1, "调解室"), (2, "现场")]


def test_a_session_is_not_recorded_before_it_was_held(mediation, mediator, at):
    with pytest.raises(engine.StepRefused, match="晚于"):
        walk(mediation, mediator, at, until="hold_session", hold_session={"course": "x"}) and engine.take(
            mediation, "hold_session", by=mediator, at=at, held_at=at + days(9), venue="a", attendance="both", course="b", result="c"
        )


def test_a_written_agreement_opens_thirty_days_for_the_court(mediation, mediator, at):
    agreed = walk(mediation, mediator, at, until="agree")
    assert open_terms(agreed) == {"mediation.follow_up", "mediation.confirm"}
    asked = engine.take(agreed, "confirm_asked", by=mediator, at=at + days(20))
    assert asked.confirmation == "asked"
    confirmed = engine.take(asked, "confirm", by=mediator, at=at + days(25), note="裁定有效。", confirmation="confirmed")
    assert (confirmed.confirmation, open_terms(confirmed)) == ("confirmed", {"mediation.follow_up"})


def test_after_thirty_days_the_court_is_asked_no_more(mediation, mediator, at):
    agreed = walk(mediation, mediator, at, until="agree")
    with pytest.raises(engine.StepRefused, match="三十日"):
        engine.take(agreed, "confirm_asked", by=mediator, at=at + days(60))


def test_an_oral_agreement_is_registered_and_goes_to_no_court(mediation, mediator, at):
    agreed = walk(mediation, mediator, at, until="agree", agree=ORAL)
    assert (agreed.is_written, open_terms(agreed)) == (False, {"mediation.follow_up"})
    with pytest.raises(engine.StepRefused):
        engine.take(agreed, "confirm_asked", by=mediator, at=at + days(5))


@pytest.mark.parametrize("name", ["points", "responsibilities", "duties", "venue", "perform_by"])
def test_a_written_agreement_without_a_point_of_the_law_is_refused(mediation, mediator, at, name):
    with pytest.raises(engine.StepRefused, match="不完整"):
        walk(mediation, mediator, at, until="agree", agree={name: ""})
    assert not Agreement.objects.exists()


def test_a_written_agreement_needs_a_record_and_an_oral_one_does_not(mediation, mediator, at):
    walk(mediation, mediator, at, until="assign")
    with pytest.raises(engine.StepRefused, match="先记录"):
        engine.take(mediation, "agree", by=mediator, at=at + days(2), **IN_WRITING)
    assert engine.take(mediation, "agree", by=mediator, at=at + days(2), **{**IN_WRITING, **ORAL}).state == State.AGREED


def test_the_database_keeps_written_agreements_whole(mediation, mediator, at):
    with pytest.raises(IntegrityError), transaction.atomic():
        Agreement.objects.create(mediation=mediation, made_at=at, **{**IN_WRITING, "responsibilities": ""})


def test_without_agreement_it_is_ended_and_filed(mediation, mediator, at):
    walk(mediation, mediator, at, until="hold_session")
    ended = engine.take(mediation, "end", by=mediator, at=at + days(4), note="可以起诉。", end_reason="apart")
    assert (ended.outcome, ended.limit_kept, open_terms(ended)) == ("ended", True, set())
    in_the_file(ended, mediator, at + days(5))
    assert engine.take(ended, "file", by=mediator, at=at + days(5)).state == State.FILED


def test_an_expert_opinion_stops_the_clock_of_a_medical_dispute_alone(mediation, mediator, at):
    walk(mediation, mediator, at, until="assign", accept={"kind": "medical"})
    before = clock(mediation, "mediation.limit").due_at
    engine.take(mediation, "ask_expert", by=mediator, at=at + days(2), note="委托鉴定。")
    engine.take(mediation, "receive_opinion", by=mediator, at=at + days(9), note="次要责任。")
    assert clock(mediation, "mediation.limit").due_at >= before + days(7)


def test_other_disputes_know_no_expert_opinion(mediation, mediator, at):
    walk(mediation, mediator, at, until="assign")
    with pytest.raises(engine.StepRefused):
        engine.take(mediation, "ask_expert", by=mediator, at=at + days(2), note="委托鉴定。")


def test_both_may_agree_to_more_time_as_far_as_the_limit_goes(mediation, mediator, at):
    walk(mediation, mediator, at, until="assign")
    before = clock(mediation, "mediation.limit").due_at
    longer = engine.take(mediation, "extend", by=mediator, at=at + days(3), note="双方同意。", amount=1)
    assert longer.due_at > before + days(25)
    with pytest.raises(engine.StepRefused, match="不能延长"):
        engine.take(mediation, "extend", by=mediator, at=at + days(4), note="再延。", amount=1)


def test_a_lapsed_limit_counts_at_once_and_stays(mediation, mediator, at):
    walk(mediation, mediator, at, until="assign")
    sweep(at=at + days(60))
    assert Mediation.objects.get().limit_kept is False
    engine.take(mediation, "end", by=mediator, at=at + days(61), note="期满。", end_reason="expired")
    assert Mediation.objects.get().limit_kept is False


@pytest.mark.parametrize("state", OPEN, ids=str)
def test_danger_is_reported_from_every_open_state(mediation, mediator, at, state):
    Mediation.objects.filter(pk=mediation.pk).update(state=state)
    reported = engine.take(mediation, "report_to_police", by=mediator, at=at, note="扬言报复，已报警。")
    assert (reported.state, reported.police_reported_at) == (state, at)


def test_a_follow_up_starts_the_next_one(mediation, mediator, at):
    agreed = walk(mediation, mediator, at, until="agree")
    engine.take(agreed, "follow_up", by=mediator, at=at + days(10), note="分期支付中。")
    assert clock(agreed, "mediation.follow_up").started_at == at + days(10)


def test_the_party_withdraws_before_the_outcome_and_not_after(mediation, mediator, at, opening):
    other = opening().mediation
    assert engine.take(other, "withdraw", by=RESIDENT, at=at, note="已和解。").state == State.WITHDRAWN
    agreed = walk(mediation, mediator, at, until="agree")
    with pytest.raises(engine.StepRefused):
        engine.take(agreed, "withdraw", by=RESIDENT, at=at + days(9), note="不干了。")


def test_a_case_is_seen_by_its_line_of_offices_and_by_no_neighbour(mediation, mediator):
    above = (Role.TOWNSHIP_CLERK, Role.VILLAGE_CLERK, Role.CENTRE_OFFICER, Role.LEADING_OFFICIAL, Role.LEADING_OFFICE, Role.AUDITOR)
    strangers = (Role.HOTLINE_OPERATOR, Role.DEPARTMENT_HANDLER, Role.GRID_WORKER, Role.ADMINISTRATOR, Role.SITE_MANAGER)
    beside = ((Role.MEDIATOR, OTHER_TOWNSHIP), (Role.TOWNSHIP_CLERK, OTHER_TOWNSHIP), (Role.CENTRE_OFFICER, OTHER_COUNTY))
    seeing, blind = [mediator, *map(actor, above)], [*map(actor, strangers), *(actor(*one) for one in beside)]
    seen = [Mediation.objects.visible_to(person, Mediation.view_capability).exists() for person in (*seeing, *blind)]
    assert seen == [True] * len(seeing) + [False] * len(blind)
