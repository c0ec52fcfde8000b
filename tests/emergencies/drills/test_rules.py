"""The interval is the shortest of the rules that apply, whatever their order and however many there are."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from emergencies.drills.rules import NOMINAL_DAYS, Interval, NoRule, is_credible, shortest, was_kept

INTERVALS = st.lists(
    st.builds(Interval, rule=st.text("abc", min_size=1, max_size=3), amount=st.integers(1, 30), unit=st.sampled_from(sorted(NOMINAL_DAYS))),
    min_size=1,
)
MOMENTS = st.datetimes(datetime(2024, 1, 1), datetime(2028, 1, 1), timezones=st.just(UTC))


@given(INTERVALS)
def test_no_rule_that_applies_is_shorter(intervals):
    assert all(shortest(intervals).length <= interval.length for interval in intervals)
    assert shortest(intervals) in intervals


@given(INTERVALS, INTERVALS)
def test_another_rule_never_makes_it_longer(intervals, others):
    assert shortest([*intervals, *others]).length <= shortest(intervals).length


@given(INTERVALS, st.data())
def test_the_order_changes_nothing(intervals, data):
    mixed = data.draw(st.permutations(intervals))
    assert (shortest(mixed).length, shortest(mixed).rule) == (shortest(intervals).length, shortest(intervals).rule)


def test_half_a_year_goes_before_a_year_and_two():
    yearly, half, government = Interval("yearly", 1, "years"), Interval("half", 6, "months"), Interval("government", 2, "years")
    assert shortest([government, yearly, half]) == half
    assert shortest([government, yearly]) == yearly


def test_without_a_rule_nothing_is_owed():
    with pytest.raises(NoRule):
        shortest([])


@given(MOMENTS, MOMENTS)
def test_what_counts_is_when_it_was_held(held, due):
    assert was_kept(held, due) == (held <= due)


@given(MOMENTS)
def test_a_drill_is_neither_of_the_future_nor_of_an_earlier_obligation(at):
    since, day = at - timedelta(days=100), timedelta(days=1)
    assert is_credible(at, since=since, at=at)
    assert not is_credible(at + day, since=since, at=at)
    assert not is_credible(since - day, since=since, at=at)
