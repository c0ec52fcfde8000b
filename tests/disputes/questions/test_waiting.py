"""The handling stands still while the person is asked, and never longer than the limit allows."""

from datetime import timedelta

import pytest

from disputes.complaints.enums import State
from disputes.complaints.models import Complaint
from disputes.complaints.terms import HANDLE, QUESTION
from disputes.questions.services import stop_waiting, unanswered
from disputes.questions.tasks import stop_waiting as task
from governance.deadlines.enums import DeadlineState
from governance.deadlines.models import Deadline, Pause
from governance.deadlines.sweep import sweep
from governance.flow import engine
from governance.flow.table import RESIDENT
from governance.notices.enums import Channel
from governance.notices.models import Notice
from governance.timeline.models import Event
from tests.disputes.questions.conftest import ASKED, clock, due

DAY = timedelta(days=1)


def kinds(case):
    return list(Event.objects.of(case).order_by("sequence").values_list("kind", flat=True))


def test_a_question_stops_the_clock_and_starts_the_person_s_own(asked):
    assert (asked.question_open, clock(asked, HANDLE).state) == (True, DeadlineState.PAUSED)
    assert clock(asked, QUESTION).state == DeadlineState.RUNNING


def test_what_stands_still_is_not_what_is_due(asked):
    assert asked.due_at == due(asked, QUESTION)


def test_a_second_question_waits_for_the_answer_to_the_first(asked, clerk, at):
    with pytest.raises(engine.StepRefused):
        engine.take(asked, "ask_person", by=clerk, at=at + ASKED, note="还有呢？")


@pytest.mark.parametrize(("step", "person"), [("answer_question", RESIDENT), ("record_answer", "clerk")])
def test_an_answer_wakes_the_clock_and_the_pause_counts(step, person, asked, handling, clerk, at):
    before = due(asked)
    by = clerk if person == "clerk" else person
    answered = engine.take(asked, step, by=by, at=at + ASKED + DAY, note="三号楼。")
    assert (answered.question_open, clock(answered, HANDLE).state) == (False, DeadlineState.RUNNING)
    assert due(answered) == before + DAY  # Tuesday, of which a part was waited; Monday does not count anyway


def test_nobody_answers_and_the_clock_runs_on_from_the_end_of_the_time(asked, lapse):
    assert stop_waiting(at=lapse + timedelta(hours=3)) == 1
    asked.refresh_from_db()
    assert (asked.question_open, Pause.objects.latest("pk").until) == (False, lapse)
    assert kinds(asked)[-1] == "complaints.stop_waiting"


def test_before_the_end_nothing_happens_and_twice_is_once(asked, lapse):
    assert stop_waiting(at=lapse - timedelta(minutes=1)) == 0
    assert [stop_waiting(at=lapse), stop_waiting(at=lapse)] == [1, 0]
    assert kinds(asked).count("complaints.stop_waiting") == 1


def test_the_task_may_run_twice(asked):
    assert [task(), task()] in ([0, 0], [1, 0])


def test_an_answer_that_came_first_wins(asked, lapse, at):
    waiting = list(unanswered(at=lapse))
    engine.take(asked, "answer_question", by=RESIDENT, at=lapse, note="三号楼。")
    assert (len(waiting), stop_waiting(at=lapse)) == (1, 0)


def test_the_person_is_reminded_once_before_the_end(asked, lapse):
    for _time in range(2):
        sweep(at=lapse - timedelta(hours=47))
    told = Notice.objects.filter(rule="questions.reminder")
    assert [(one.channel, asked.number in one.body) for one in told] == [(Channel.SMS, True)]


def test_nobody_at_the_office_is_warned_of_the_person_s_clock(asked, lapse):
    sweep(at=lapse - timedelta(hours=47))
    assert not Notice.objects.filter(rule="complaints.warned_48").exists()


def test_the_office_hears_of_the_answer(asked, clerk, at):
    engine.take(asked, "answer_question", by=RESIDENT, at=at + ASKED + DAY, note="三号楼。")
    assert set(Notice.objects.filter(rule="questions.answered").values_list("recipient", flat=True)) == {clerk.pk}


def test_a_reply_without_the_answer_settles_the_question(asked, clerk, at):
    replied = engine.take(asked, "reply", by=clerk, at=at + ASKED + 2 * DAY, note="已办结。")
    assert (replied.state, replied.question_open, replied.handle_kept) == (State.REPLIED, False, True)
    assert clock(replied, QUESTION).state == DeadlineState.DROPPED
    assert not Pause.objects.filter(until=None).exists()
    assert Complaint.objects.get(pk=replied.pk).due_at == due(replied, term=replied.flow.step("reply").starts[0])


def test_a_reply_after_a_long_wait_is_not_late(asked, clerk, at):
    engine.take(asked, "reply", by=clerk, at=at + 7 * DAY, note="已办结。")
    assert clock(asked, HANDLE).was_kept is True


def test_a_late_case_stays_late_while_it_waits(handling, clerk, at):
    late = due(handling) + timedelta(hours=9)
    sweep(at=late)
    waiting = engine.take(handling, "ask_person", by=clerk, at=late, note="请问在几号楼？")
    assert waiting.due_at == due(handling) < late
    assert Deadline.objects.of(waiting).get(term=HANDLE.name).lapsed_at is not None


def test_withdrawn_the_question_is_gone(asked, at):
    gone = engine.take(asked, "withdraw", by=RESIDENT, at=at + DAY, note="不用了。")
    assert Complaint.objects.get(pk=gone.pk).question_open is False


def test_two_extensions_and_no_third(handling, clerk, operator, at):
    for number in range(1, 3):
        engine.take(handling, "ask_extension", by=clerk, at=at + ASKED, note="待配件。", amount=2)
        engine.take(handling, "grant_extension", by=operator, at=at + ASKED, note=f"第{number}次同意。")
    with pytest.raises(engine.StepRefused, match="已延长2次"):
        engine.take(handling, "ask_extension", by=clerk, at=at + ASKED, note="再延。", amount=1)
