"""Notice, votes, the day that was named, and the share of the satisfied: sums alone."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grids.deliberation import rules
from grids.deliberation.rules import CITY_TIME

COUNTS = st.integers(0, 500)


def test_the_last_day_counts_until_midnight():
    end = rules.end_of(date(2026, 11, 23))
    assert end == datetime(2026, 11, 24, tzinfo=CITY_TIME)
    assert rules.is_kept(end - timedelta(seconds=1), date(2026, 11, 23))
    assert not rules.is_kept(end, date(2026, 11, 23))


def test_a_notice_at_the_last_moment_is_too_late():
    latest = datetime(2026, 11, 24, tzinfo=CITY_TIME)
    assert rules.announced_in_time(latest - timedelta(minutes=1), latest)
    assert not rules.announced_in_time(latest, latest)


@given(COUNTS, COUNTS, COUNTS)
def test_votes_add_up_to_those_who_came(yes, no, none):
    attended = yes + no + none
    assert rules.votes_fault(attended, votes=(yes, no, none)) == ""
    assert rules.votes_fault(attended + 1, votes=(yes, no, none)) == "sum"
    assert rules.votes_fault(attended, votes=(yes, None, none)) == "missing"


@given(COUNTS, COUNTS, COUNTS)
def test_a_vote_carries_with_more_than_half_of_all(yes, no, none):
    assert rules.carries((yes, no, none)) == (yes > (yes + no + none) / 2)


@pytest.mark.parametrize(("satisfied", "asked", "share"), [(9, 10, 0.9), (4, 4, None), (0, None, None), (5, 5, 1)])
def test_a_share_of_few_is_not_published(satisfied, asked, share):
    assert rules.satisfaction(satisfied, asked) == share
