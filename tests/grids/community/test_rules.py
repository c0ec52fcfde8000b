"""Months, and days with what is on them."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grids.community.rules import CITY_TIME, Entry, by_day, month_after, month_of, span

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize("text", ["", "2026-13", "26-01", "2026-1", "x", None])
def test_what_names_no_month_is_this_month(text):
    assert month_of(text, today=TODAY) == date(2026, 11, 1)


@given(st.dates(date(2001, 1, 1), date(2090, 1, 1)), st.integers(-40, 40))
def test_months_go_forth_and_back(day, count):
    first = day.replace(day=1)
    assert month_after(month_after(first, count), -count) == first


@given(st.dates(date(2001, 1, 1), date(2090, 1, 1)))
def test_a_month_ends_where_the_next_begins(day):
    first = day.replace(day=1)
    assert span(first)[1] == span(month_after(first))[0]


def entry(uid, hours):
    starts = datetime(2026, 11, 23, 22, tzinfo=CITY_TIME) + timedelta(hours=hours)
    return Entry(uid, "law", "讲座", starts, starts + timedelta(hours=1), "活动室", "社区", "/x/")


def test_days_come_in_order_and_end_at_midnight():
    found = by_day([entry("b", 3), entry("a", 0), entry("c", 1)])
    assert [(day.day, [one.uid for one in rows]) for day, rows in found] == [(23, ["a", "c"]), (24, ["b"])]
