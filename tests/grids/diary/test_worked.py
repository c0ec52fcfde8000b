"""What a month of work counts of diary and patrols: facts of the worker, without a word of an entry."""

from datetime import date, timedelta

from grids.diary.indicators import written
from grids.diary.rules import weeks_ending
from grids.mesh.models import Assignment
from grids.patrols.enums import State
from grids.patrols.indicators import walked
from grids.patrols.models import Patrol
from grids.patrols.services import note_missed
from tests.grids import makers

NOVEMBER, DECEMBER = date(2026, 11, 1), date(2026, 12, 1)


def test_a_week_with_an_entry_is_done_and_one_without_is_not(writing, worker, at):
    Assignment.objects.update(begins=at - timedelta(days=30))
    writing(at=at - timedelta(days=13))
    facts = {fact.day.day: fact for fact in written([worker.acting_post], NOVEMBER, DECEMBER)}
    assert {day: fact.done for day, fact in facts.items() if day in (8, 15, 22)} == {8: False, 15: True, 22: False}
    assert "晾衣杆" not in "".join(fact.label for fact in facts.values())


def test_weeks_before_the_service_are_owed_by_nobody(worker):
    assert [fact for fact in written([worker.acting_post], NOVEMBER, DECEMBER) if fact.day <= date(2026, 11, 22)] == []


def test_a_patrol_counts_when_it_is_settled(worker, at):
    patrol = makers.patrol(at=at)
    posts = [worker.acting_post]
    assert [*walked(posts, NOVEMBER, DECEMBER)] == []
    note_missed(at=at + timedelta(days=8))
    fact = next(walked(posts, NOVEMBER, DECEMBER))
    assert (fact.post, fact.day, fact.since, fact.done) == (posts[0].pk, patrol.period_last, patrol.period_first, False)
    Patrol.objects.update(state=State.EXCUSED, kept=None, closed_at=at)
    assert [*walked(posts, NOVEMBER, DECEMBER)] == []


def test_the_weeks_of_a_month_are_those_that_end_in_it():
    assert [sunday.day for _monday, sunday in weeks_ending(NOVEMBER, DECEMBER)] == [1, 8, 15, 22, 29]
