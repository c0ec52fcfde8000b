"""Months typed in an address, and their weeks."""

from datetime import date

import pytest

from governance.calendar.months import month_after, month_typed, weeks_of

TODAY = date(2026, 11, 26)


@pytest.mark.parametrize("text", ["", "2026", "2026-13", "昨天", "0-1", "2026-1-1"])
def test_what_is_no_month_is_this_month(text):
    assert month_typed(text, today=TODAY) == date(2026, 11, 1)


def test_any_month_can_be_typed():
    assert month_typed("2025-02", today=TODAY) == date(2025, 2, 1)


@pytest.mark.parametrize("month", [date(2026, number, 1) for number in range(1, 13)])
def test_the_weeks_hold_every_day_once_on_its_weekday(month):
    weeks = weeks_of(month)
    days = [day for week in weeks for day in week if day]
    assert all(len(week) == 7 for week in weeks)
    assert (days[0], days[-1].day, len(days)) == (month, len(days), (month_after(month) - month).days)
    assert all(week[day.weekday()] == day for week in weeks for day in week if day)
