"""The sums of the ledger."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supervision.duties import rules

COUNT = st.integers(0, 50)
WITHOUT = {"wanted": 0, "past": True}


@given(done=COUNT, more=COUNT, share=st.integers(1, 100))
def test_more_done_is_never_worse(done, more, share):
    order = [rules.MISSING, rules.PARTLY, rules.FULFILLED]
    asked = done + more + 1
    before = rules.state_of(done=done, asked=asked, share=share, **WITHOUT)
    after = rules.state_of(done=done + 1, asked=asked, share=share, **WITHOUT)
    assert order.index(before) <= order.index(after)


@given(done=COUNT)
def test_all_of_what_was_asked_is_fulfilled(done):
    state = rules.state_of(done=done, asked=done, share=100, **WITHOUT)
    assert state == (rules.FULFILLED if done else rules.NOT_DUE)


@pytest.mark.parametrize(
    ("done", "past", "state"),
    [(0, False, "not_due"), (0, True, "missing"), (1, False, "not_due"), (1, True, "partly"), (2, False, "fulfilled")],
)
def test_a_number_has_time_until_its_day(done, past, state):
    assert rules.state_of(done=done, asked=None, wanted=2, share=100, past=past) == state


@pytest.mark.parametrize(
    ("period", "today", "wanted"),
    [
        ("month", date(2026, 1, 31), 0), ("month", date(2026, 11, 26), 10), ("month", date(2027, 1, 1), 12),
        ("quarter", date(2026, 3, 31), 0), ("quarter", date(2026, 4, 1), 1), ("year", date(2026, 1, 1), 1), ("month", date(2025, 5, 1), 0),
    ],
)  # fmt: skip
def test_what_is_needed_grows_with_the_months_that_are_over(period, today, wanted):
    assert rules.needed(1, period=period, year=2026, today=today) == wanted


@pytest.mark.parametrize(("day", "past"), [(date(2026, 3, 31), False), (date(2026, 4, 1), True), (date(2027, 1, 1), True)])
def test_a_yearly_duty_is_a_gap_from_the_day_after(day, past):
    assert rules.is_past("year", "03-31", year=2026, today=day) is past


@given(met=COUNT, gaps=COUNT)
def test_no_published_cell_tells_of_one_to_four(met, gaps):
    assert not rules.is_published(met, gaps) or not {met, gaps} & {1, 2, 3, 4}
