"""What is owed, over whatever periods and rates there are."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grids.funding.rules import months_in_force, outstanding, owed, settles

YEARS = range(2020, 2032)
days = st.dates(date(2021, 1, 1), date(2030, 12, 31))
rates = st.decimals(min_value=1, max_value=5000, places=2)


@pytest.mark.parametrize(
    ("begins", "ends", "months"),
    [
        (date(2026, 1, 1), date(2027, 1, 1), 12),
        (date(2026, 11, 1), date(2027, 11, 1), 2),
        (date(2025, 3, 1), date(2026, 4, 1), 3),
        (date(2026, 3, 15), date(2026, 3, 20), 1),
        (date(2026, 3, 15), date(2026, 4, 2), 2),
        (date(2027, 1, 1), None, 0),
        (date(2020, 1, 1), None, 12),
    ],
)
def test_a_month_begun_counts_whole(begins, ends, months):
    assert months_in_force(begins, ends, year=2026) == months


@given(days, days)
def test_the_months_of_all_years_are_those_of_the_period(first, second):
    begins, ends = sorted([first, second])
    counted = sum(months_in_force(begins, ends, year=year) for year in YEARS)
    last = ends.year * 12 + ends.month - (1 if ends.day == 1 else 0)
    assert counted == max(0, last - (begins.year * 12 + begins.month) + 1)
    assert all(0 <= months_in_force(begins, None, year=year) <= 12 for year in YEARS)


@given(rates, st.integers(0, 500), st.integers(0, 12))
def test_a_year_is_rate_times_grids_and_less_months_cost_less(rate, grids, months):
    assert abs(owed(rate, grids, months=12) - rate * grids) <= Decimal("0.5")
    assert 0 <= owed(rate, grids, months=months) <= owed(rate, grids, months=12)


@given(st.integers(0, 10**6), st.integers(0, 10**6), st.integers(0, 10**6))
def test_what_settles_leaves_nothing(due, received, paying):
    assert settles(due, received, paying) == (outstanding(due, received + paying) == 0)
