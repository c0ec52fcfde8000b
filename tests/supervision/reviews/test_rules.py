"""Under which limit units answer, and when a follow-up is late."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as some

from supervision.reviews.rules import answer_limit, follow_up_stands, still_asked

TODAY = date(2026, 11, 23)


def test_an_opinion_has_more_time_than_a_question():
    assert (answer_limit("inquiry"), answer_limit("filing")) == ("reviews.answer", "reviews.answer_opinion")


@given(some.integers(-400, 400), some.booleans(), some.booleans())
def test_a_follow_up_is_late_only_after_its_day_without_a_report(days, reported, done):
    stands = follow_up_stands(until=TODAY + timedelta(days=days), reported=reported, done=done, today=TODAY)
    assert (stands == "late") == (days < 0 and not reported and not done)


def test_where_nothing_is_followed_up_nothing_is_late():
    assert follow_up_stands(until=None, reported=False, done=False, today=TODAY) == ""


@given(some.lists(some.tuples(some.integers(1, 9), some.booleans())))
def test_each_unit_is_asked_once_and_only_while_it_owes_something(rows):
    asked = still_asked(rows)
    assert len(asked) == len({*asked})
    assert {*asked} == {unit for unit, is_answered in rows if not is_answered}
