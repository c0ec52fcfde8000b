"""Hours and places: sums alone."""

from datetime import datetime, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grids.volunteering import rules

NINE = datetime(2026, 11, 28, 9)


@given(st.integers(1, 5000))
def test_hours_are_never_fewer_than_was_served_and_always_confirmable(minutes):
    hours = rules.hours_between(NINE, NINE + timedelta(minutes=minutes))
    assert rules.is_confirmable(hours)
    assert hours == rules.LONGEST or hours * 60 >= minutes > (hours - rules.HALF) * 60


@pytest.mark.parametrize("hours", ["0", "-1", "1.25", "24.5"])
def test_what_cannot_be_confirmed(hours):
    assert not rules.is_confirmable(Decimal(hours))


@pytest.mark.parametrize(("taken", "minutes", "free"), [(2, -1, True), (3, -1, False), (2, 0, False), (0, 5, False)])
def test_a_place_is_free_before_the_beginning_while_one_is_left(taken, minutes, free):
    assert rules.is_open(NINE + timedelta(minutes=minutes), starts=NINE, taken=taken, places=3) is free
