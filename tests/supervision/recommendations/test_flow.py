"""A recommendation: served, received, answered with proof, judged by who sent it; and every other way."""

from datetime import date, timedelta

import pytest
from django.db import transaction

from governance.access.scope import may
from governance.calendar.workdays import last_day
from governance.deadlines.models import Deadline
from governance.deadlines.sweep import sweep
from governance.files.models import Attachment
from governance.flow import engine
from governance.notices.models import Notice
from governance.people.enums import OfficeType, Role
from governance.timeline.record import verify
from supervision.oversight.models import Finding
from supervision.recommendations.enums import FINAL, State
from supervision.recommendations.flow import FLOW
from supervision.recommendations.models import Recommendation
from supervision.recommendations.services import SendRefused
from tests import actors
from tests.flows import elsewhere
from tests.supervision.recommendations.cast import DAY, answered, gathered, on_paper, proof, received, sent

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast(db):
    return gathered()


def judge(cast, case, step, at, **given):
    given = {"note": "已核实。", "files": [], **given}
    return engine.take(case, step, by=cast.prosecutor, at=at, **given)


@pytest.mark.parametrize("state", State)
def test_a_step_is_refused_from_every_state_the_table_does_not_name(state, cast, at):
    case = sent(cast, at)
    Recommendation.objects.filter(pk=case.pk).update(state=state, closed_at=at if state in FINAL else None)
    for step in elsewhere(FLOW, state):
        by = cast.prosecutor if Role.SUPERVISING_BODY in step.needs.roles else cast.handler
        with pytest.raises(engine.StepRefused), transaction.atomic():
            engine.take(case, step.name, by=by, at=at, note="说明", **dict.fromkeys(step.fields))


def test_the_whole_way_to_an_answer_that_is_adopted(cast, at):
    case = answered(cast, at)
    assert (case.state, case.kept, case.office) == (State.ANSWERED, True, cast.sender)
    assert Attachment.objects.of(case).count() == 1
    done = judge(cast, case, "accept", at + 25 * DAY)
    assert (done.state, done.judged_at, done.closed_at) == (State.ADOPTED, at + 25 * DAY, at + 25 * DAY)
    assert verify().broken is None


def test_two_months_run_from_the_receipt(cast, at):
    clock = Deadline.objects.of(received(cast, at)).get(term="recommendations.answer")
    assert (clock.limit.code, last_day(clock.due_at)) == ("recommendations.answer_procuratorial", date(2027, 1, 25))  # the 24th is a Sunday


def test_an_urgent_one_is_due_sooner_and_a_day_that_is_named_sooner_still(cast, at):
    urgent = Deadline.objects.of(received(cast, at, is_urgent=True)).get(term="recommendations.answer")
    named = received(cast, at, is_urgent=True, document="二号", answer_by=(at + 5 * DAY).date())
    assert urgent.limit.code == "recommendations.answer_urgent"
    assert Deadline.objects.of(named).get(term="recommendations.answer").due_at == named.ends_at


def test_what_is_not_adopted_goes_back_under_a_limit_of_its_own(cast, at):
    again = judge(cast, answered(cast, at), "ask_again", at + 25 * DAY, answer_by=None)
    assert (again.state, again.rounds, again.office) == (State.RECEIVED, 1, cast.unit)
    clocks = Deadline.objects.of(again).still_open()
    assert [clock.limit.code for clock in clocks] == ["recommendations.answer_again"]


def test_what_is_put_right_only_in_part_says_so(cast, at):
    assert judge(cast, answered(cast, at), "accept_partly", at + 25 * DAY).state == State.PARTLY


def test_what_is_not_put_right_becomes_one_draft_finding(cast, at):
    case = judge(cast, answered(cast, at), "refer", at + 25 * DAY, ground=1)
    finding = Finding.objects.get()
    assert (case.state, finding.unit, finding.ground, finding.subject_number) == (State.REFERRED, cast.unit, 1, case.number)
    assert finding.office == cast.chief.acting_post.office


def test_an_answer_that_is_overdue_becomes_a_draft_by_itself_and_counts_at_once(cast, at):
    case = received(cast, at)
    sweep(at=at + 90 * DAY)
    assert Recommendation.objects.get(pk=case.pk).kept is False
    assert Finding.objects.get().term == "recommendations.answer"
    late = engine.take(case, "answer", by=cast.handler, at=at + 91 * DAY, note="已整改。", reply_number="", files=[proof()])
    assert late.kept is False
    assert Finding.objects.get().fulfilled_at


def test_who_is_still_in_time_is_not_referred(cast, at):
    with pytest.raises(engine.StepRefused):
        judge(cast, received(cast, at), "refer", at + 5 * DAY, ground=1)


def test_more_time_is_asked_by_the_unit_and_given_by_the_sender(cast, at):
    case = received(cast, at)
    before = case.due_at
    engine.take(case, "ask_extension", by=cast.handler, at=at + 2 * DAY, note="需要招标。", amount=1)
    granted = judge(cast, case, "grant_extension", at + 3 * DAY)
    assert granted.due_at > before + timedelta(days=25)
    with pytest.raises(engine.StepRefused, match="不能延长"):
        engine.take(case, "ask_extension", by=cast.handler, at=at + 4 * DAY, note="再延。", amount=1)


def test_an_objection_is_reviewed_by_the_sender(cast, at):
    case = engine.take(received(cast, at), "object", by=cast.handler, at=at + 2 * DAY, note="不属本单位职责。")
    assert case.objection_open
    assert judge(cast, case, "uphold", at + 3 * DAY).objection_open is False
    with pytest.raises(engine.StepRefused):
        engine.take(case, "object", by=cast.handler, at=at + 4 * DAY, note="仍不同意。")


def test_the_same_document_is_sent_to_a_unit_once(cast, at):
    sent(cast, at)
    with pytest.raises(SendRefused):
        sent(cast, at)


def test_one_on_paper_runs_from_the_day_it_came(cast, at):
    case = on_paper(cast, at)
    clock = Deadline.objects.of(case).get(term="recommendations.answer")
    assert (case.state, case.kind, clock.started_at.date()) == (State.RECEIVED, "supervisory", (at - 3 * DAY).date())


def test_of_one_on_paper_the_leading_group_may_take_down_the_sender_s_word(cast, at):
    case = on_paper(cast, at)
    given = {"reply_number": "", "files": [proof()]}
    case = engine.take(case, "answer", by=cast.handler, at=at + 5 * DAY, note="已整改。", **given)
    with pytest.raises(engine.StepRefused):
        engine.take(case, "accept", by=cast.prosecutor, at=at + 6 * DAY, note="", files=[])
    assert engine.take(case, "accept", by=cast.chief, at=at + 6 * DAY, note="县监委来函。", files=[]).state == State.ADOPTED


def test_who_sees_it_and_who_does_not(cast, at):
    case = sent(cast, at)
    others = [
        actors.actor(Role.SUPERVISING_BODY, trade="court"), actors.actor(Role.DEPARTMENT_HANDLER, trade="market"),
        actors.actor(Role.LEADING_OFFICE, actors.OTHER_COUNTY), actors.actor(Role.TOWNSHIP_CLERK),
        actors.actor(Role.CONGRESS_STAFF), actors.actor(Role.HOTLINE_OPERATOR),
    ]  # fmt: skip
    people = [cast.prosecutor, cast.handler, cast.chief, cast.auditor, *others]
    seeing = [person for person in people if Recommendation.objects.visible_to(person, Recommendation.view_capability)]
    assert seeing == [cast.prosecutor, cast.handler, cast.chief, cast.auditor]
    assert [person for person in people if may(person, Recommendation.view_capability, case)] == seeing


def test_a_bureau_neither_judges_nor_sends(cast, at):
    with pytest.raises(engine.StepRefused):
        engine.take(answered(cast, at), "accept", by=cast.handler, at=at + 21 * DAY, note="", files=[])


def test_both_sides_are_told(cast, at):
    case = answered(cast, at)
    judge(cast, case, "accept", at + 25 * DAY)
    told = set(Notice.objects.filter(channel="in_app").values_list("rule", "recipient"))
    assert {("recommendations.sent", cast.handler.pk), ("recommendations.answered", cast.prosecutor.pk)} <= told
    assert ("recommendations.adopted", cast.handler.pk) in told


def test_a_company_may_be_addressed_too(cast, at):
    manager = actors.actor(Role.SITE_MANAGER, trade="mall")
    cast.handler = manager
    case = answered(cast, at)
    assert (case.state, case.unit.type) == (State.ANSWERED, OfficeType.SITE)
