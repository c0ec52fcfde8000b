"""Several matters in one complaint: each part on its own way, one number, one answer and one word of the person."""

from datetime import timedelta

import pytest

from disputes.complaints.enums import State
from disputes.complaints.indicators import DUE, INDICATORS, RATED_BY_PEOPLE, RECEIVED
from disputes.complaints.models import Category, Complaint, Refusal
from disputes.splitting import services, tasks
from governance.access.scope import may
from governance.deadlines.models import Deadline
from governance.flow import engine
from governance.flow.table import RESIDENT
from governance.notices.enums import Channel
from governance.notices.models import Notice
from governance.people.enums import Role
from governance.timeline.models import Event
from governance.timeline.record import verify
from tests import actors
from tests.disputes.complaints.test_flow import walk

WORDS = ("楼下烧烤店夜里吵闹。", "小区门口路灯不亮。")


@pytest.fixture
def parts(noise):
    other = Category.objects.leaves().exclude(parent=noise.parent).first()
    return [{"category": noise, "text": WORDS[0]}, {"category": other, "text": WORDS[1]}]


@pytest.fixture
def whole(complaint, operator, parts, at):
    return engine.take(complaint, "split", by=operator, at=at, parts=parts)


def children(whole):
    return list(services.parts_of(whole))


def fresh(complaint):
    return Complaint.objects.get(pk=complaint.pk)


def end(child, operator, clerk, at):
    answered = walk(child, operator, clerk, at, until="reply")
    return engine.take(answered, "close_part", by=operator, at=at + timedelta(hours=3))


@pytest.fixture
def answered(whole, operator, clerk, at):
    for child in children(whole):
        end(child, operator, clerk, at)
    tasks.gather(whole.pk)
    return fresh(whole)


def test_the_parts_carry_the_contact_and_the_whole_waits_without_a_clock(whole, parts):
    found = children(whole)
    assert [(child.description, child.category) for child in found] == [(part["text"], part["category"]) for part in parts]
    assert {child.phone_index for child in found} == {whole.phone_index}
    assert all(child.reporter_phone.open() == "13800000000" for child in found)
    assert (whole.state, whole.parts, whole.due_at) == (State.SPLIT, 2, None)
    assert verify().broken is None


def test_the_whole_is_answered_by_itself_once_all_parts_have_ended(whole, operator, clerk, at):
    first, second = children(whole)
    end(first, operator, clerk, at)
    assert tasks.gather(whole.pk) is False
    engine.take(second, "not_accept", by=operator, at=at + timedelta(hours=5), refusal=Refusal.objects.first(), note="请向法院起诉。")
    assert [tasks.gather_all(), tasks.gather_all(), tasks.gather(whole.pk)] == [1, 0, False]
    told = Event.objects.of(whole).last()
    assert (fresh(whole).state, told.kind, told.at) == (State.REPLIED, "complaints.answer_parts", at + timedelta(hours=5))
    assert "商户承诺22时后停止经营" in told.note
    assert "不予受理）：请向法院起诉" in told.note


def test_the_person_is_asked_once_and_says_one_word(answered, operator, at):
    given = {"reached": True, "solved": "yes", "satisfaction": "fairly"}
    engine.take(answered, "call_back", by=operator, at=at + timedelta(days=1), **given)
    closed = engine.take(answered, "close", by=operator, at=at + timedelta(days=1))
    engine.take(closed, "rate", by=RESIDENT, at=at + timedelta(days=2), solved="partly", satisfaction="fairly")
    rows = Complaint.objects.order_by()
    assert [indicator.rows(rows, "denominator").count() for indicator in RATED_BY_PEOPLE] == [1, 1]
    assert fresh(closed).solved == "partly"


def test_the_parts_are_counted_and_the_whole_is_not(answered):
    rows = Complaint.objects.order_by()
    assert {RECEIVED.rows(rows).count(), DUE.rows(rows).count()} == {2}
    handling = [one for one in INDICATORS if one not in RATED_BY_PEOPLE]
    assert not any(one.rows(rows, part).filter(pk=answered.pk).exists() for one in handling for part in ("numerator", "denominator"))


def test_the_person_hears_through_the_whole_alone(answered):
    messages = Notice.objects.filter(channel=Channel.SMS).order_by("pk")
    assert {message.case_number for message in messages} == {answered.number}
    assert [message.rule.partition(".")[2] for message in messages] == ["told_registered", "told_split", "told_parts_answered"]


def test_a_part_handled_again_opens_the_whole(answered, operator, clerk, at):
    child = children(answered)[0]
    engine.take(child, "reopen_part", by=operator, at=at + timedelta(days=1), note="反映人说没有解决。")
    assert [tasks.gather(answered.pk), tasks.gather(answered.pk)] == [True, False]
    assert (fresh(answered).state, Deadline.objects.of(answered).still_open().count()) == (State.SPLIT, 0)
    engine.take(child, "reply", by=clerk, at=at + timedelta(days=2), note="再次劝导，已停止。")
    engine.take(child, "close_part", by=operator, at=at + timedelta(days=2))
    tasks.gather_all()
    assert fresh(answered).state == State.REPLIED
    assert "再次劝导" in Event.objects.of(answered).last().note


def test_the_whole_is_not_reworked_past_its_parts(answered, operator, at):
    with pytest.raises(engine.StepRefused):
        engine.take(answered, "return_for_rework", by=operator, at=at + timedelta(days=1), note="重办。")


def test_withdrawing_the_whole_withdraws_what_is_not_answered(whole, operator, clerk, at):
    first, second = children(whole)
    end(first, operator, clerk, at)
    engine.take(whole, "withdraw", by=RESIDENT, at=at + timedelta(days=1), note="不用办了。")
    assert [fresh(one).state for one in (whole, first, second)] == [State.WITHDRAWN, State.CLOSED, State.WITHDRAWN]
    assert tasks.gather_all() == 0


def test_a_part_is_not_split_again(whole, operator, parts, at):
    with pytest.raises(engine.StepRefused):
        engine.take(children(whole)[0], "split", by=operator, at=at, parts=parts)


def test_whoever_handles_a_part_may_read_the_whole_and_nobody_else(whole, operator, at):
    handler, neighbour = actors.actor(Role.DEPARTMENT_HANDLER), actors.actor(Role.DEPARTMENT_HANDLER, trade="water")
    child = children(whole)[0]
    given = {"kind": "complaint", "category": child.category, "urgency": "normal"}
    engine.take(child, "classify", by=operator, at=at, **given)
    engine.take(child, "dispatch", by=operator, at=at, office=handler.acting_post.office)
    assert [may(person, Complaint.view_capability, fresh(whole)) for person in (handler, neighbour)] == [True, False]
