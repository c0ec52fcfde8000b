"""A review: questions to several units, answers, the committee's word, what is followed up, what is published."""

import pytest
from django.db import transaction

from governance.access.scope import may
from governance.deadlines.models import Deadline
from governance.deadlines.sweep import sweep
from governance.flow import engine
from governance.notices.models import Notice
from governance.people.enums import Role
from governance.timeline.record import verify
from supervision.oversight.models import Finding
from supervision.reviews.enums import FINAL, State
from supervision.reviews.flow import FLOW
from supervision.reviews.models import Question, Review
from supervision.reviews.services import notice_missed
from tests import actors
from tests.flows import elsewhere
from tests.supervision.reviews.cast import DAY, answer, answered, asked, assessed, followed, gathered

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast(db):
    return gathered()


@pytest.mark.parametrize("state", State)
def test_a_step_is_refused_from_every_state_the_table_does_not_name(state, cast, at):
    case = asked(cast, at)
    Review.objects.filter(pk=case.pk).update(state=state, closed_at=at if state in FINAL else None)
    for step in elsewhere(FLOW, state):
        by = cast.clerk if hasattr(step.needs, "roles") else step.needs
        with pytest.raises(engine.StepRefused), transaction.atomic():
            engine.take(case, step.name, by=by, at=at, note="说明", **dict.fromkeys(step.fields))


def test_the_committee_s_turn_comes_with_the_last_answer(cast, at):
    case = answer(cast, asked(cast, at), at + DAY, 1, 2)
    assert (case.state, case.awaited_ids) == (State.ASKED, [cast.fire.acting_post.office_id])
    case = answer(cast, case, at + 2 * DAY, 3)
    case.refresh_from_db()
    assert (case.state, case.awaited_ids, case.kept) == (State.ANSWERED, [], True)
    assert verify().broken is None


def test_a_unit_answers_its_own_questions_alone(cast, at):
    case = asked(cast, at)
    with pytest.raises(engine.StepRefused, match="其他单位"):
        engine.take(case, "answer", by=cast.housing, at=at, note="代答。", question=case.questions.get(position=2), files=[])


def test_an_answer_sent_back_is_owed_again(cast, at):
    case = answered(cast, at)
    case = engine.take(case, "return", by=cast.clerk, at=at + 6 * DAY, note="答非所问。", questions=[case.questions.get(position=1)])
    assert (case.state, case.awaited_ids) == (State.ASKED, [cast.housing.acting_post.office_id])
    assert Deadline.objects.of(case).still_open().get().term == "reviews.answer"


def test_a_late_answer_counts_at_once(cast, at):
    case = asked(cast, at)
    sweep(at=at + 45 * DAY)
    assert Review.objects.get(pk=case.pk).kept is False


def test_what_is_followed_up_is_reported_and_settled_before_the_end(cast, at):
    case = followed(cast, at)
    question = case.questions.get(position=2)
    with pytest.raises(engine.StepRefused, match="没有办结"):
        engine.take(case, "close", by=cast.clerk, at=at + 12 * DAY, note="办结。")
    case = engine.take(case, "report", by=cast.fire, at=at + 20 * DAY, note="已整治。", question=question, files=[])
    assert (case.followed_ids, case.reported) == ([], True)
    case = engine.take(case, "settle", by=cast.clerk, at=at + 21 * DAY, note="属实。", question=case.questions.get(position=2))
    assert engine.take(case, "close", by=cast.clerk, at=at + 22 * DAY, note="办结。").state == State.CLOSED


def test_a_follow_up_past_its_day_is_told_once(cast, at):
    case = followed(cast, at)
    assert notice_missed(at=at + 60 * DAY) == 0
    assert [notice_missed(at=at + 62 * DAY) for _time in range(2)] == [1, 0]
    assert Question.objects.get(review=case, position=2).overdue_at
    assert Notice.objects.filter(rule="reviews.miss", recipient=cast.fire).exists()


def test_a_telephone_is_not_published(cast, at):
    case = assessed(cast, at)
    case.questions.filter(position=1).update(answer="联系13800000000。")
    with pytest.raises(engine.StepRefused, match="第 1 个问题"):
        engine.take(case, "publish", by=cast.clerk, at=at + 12 * DAY, public_text="公开。")


def test_an_answer_that_does_not_hold_becomes_a_draft_finding(cast, at):
    case = assessed(cast, at)
    given = {"question": case.questions.get(position=3), "ground": 1}
    case = engine.take(case, "refer", by=cast.clerk, at=at + 12 * DAY, note="拖延。", **given)
    assert Finding.objects.get().unit == cast.fire.acting_post.office
    with pytest.raises(engine.StepRefused, match="在办的督导线索"):
        engine.take(case, "refer", by=cast.clerk, at=at + 13 * DAY, note="拖延。", **given)


def test_who_sees_it_and_who_does_not(cast, at):
    case = asked(cast, at)
    others = [
        actors.actor(Role.DEPARTMENT_HANDLER, trade="market"), actors.actor(Role.CONGRESS_STAFF, actors.OTHER_COUNTY),
        actors.actor(Role.SUPERVISING_BODY), actors.actor(Role.TOWNSHIP_CLERK), actors.actor(Role.VILLAGE_CLERK),
    ]  # fmt: skip
    seeing = [cast.clerk, cast.housing, cast.fire, cast.chief, actors.actor(Role.AUDITOR)]
    people = [*seeing, *others]
    assert [person for person in people if Review.objects.visible_to(person, Review.view_capability)] == seeing
    assert [person for person in people if may(person, Review.view_capability, case)] == seeing


def test_a_township_that_is_asked_sees_the_county_s_review(cast, at):
    clerk = actors.actor(Role.TOWNSHIP_CLERK)
    cast.fire = clerk
    asked(cast, at)
    assert Review.objects.visible_to(clerk, Review.view_capability).count() == 1
