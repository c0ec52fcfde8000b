"""What holds for every limit, and a second way of counting: day by day and minute by minute, as the rules say."""

from calendar import monthrange
from datetime import UTC, date, datetime, time, timedelta, timezone

import chinese_calendar
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from governance.calendar.explain import Verdict, day_by_day
from governance.calendar.workdays import SHANGHAI, Unit, due, last_day, working_time_left

DAY, MINUTE = timedelta(days=1), timedelta(minutes=1)
DAY_UNITS = [Unit.DAYS, Unit.WORKING_DAYS, Unit.MONTHS, Unit.YEARS]
LARGEST = {"minutes": 5000, "hours": 300, "working_hours": 30, "days": 90, "working_days": 60, "months": 6, "years": 1}
OFFSETS = [UTC, SHANGHAI, timezone(timedelta(hours=-5)), timezone(timedelta(hours=5, minutes=45))]
OFFICE = [(time(9), time(12)), (time(14, 30), time(17, 30))]

# Starts and lengths are such that everything lies in 2022–2026, where the notices reach.
starts = st.datetimes(datetime(2022, 4, 15), datetime(2025, 9, 30)).map(lambda at: at.replace(second=0, microsecond=0))
moments = st.builds(lambda at, zone: at.replace(tzinfo=SHANGHAI).astimezone(zone), starts, st.sampled_from(OFFSETS))
gaps = st.tuples(st.integers(-4000, 150_000), st.integers(0, 20_000))


@st.composite
def limits(draw, units=tuple(Unit), most=4, signs=(1,)):
    """A limit with up to `most` pauses, which may overlap, lie before its start or after its end."""
    unit, start = draw(st.sampled_from(units)), draw(moments)
    amount = draw(st.integers(1, LARGEST[unit])) * draw(st.sampled_from(signs))
    found = draw(st.lists(gaps, max_size=most))
    pauses = [(start + MINUTE * begin, start + MINUTE * (begin + length)) for begin, length in found]
    return {"start": start, "amount": amount, "unit": unit, "rolls": draw(st.booleans()), "pauses": pauses}


def end(limit, calendar, **changes):
    values = {**limit, **changes}
    return due(values.pop("start"), calendar=calendar, **values).at


@given(limit=limits())
def test_a_limit_ends_after_it_began_and_in_hohhot_time(calendar, limit):
    assert end(limit, calendar) > limit["start"]
    assert end(limit, calendar).utcoffset() == timedelta(hours=8)


@given(limit=limits(), more=st.integers(1, 5))
def test_more_time_never_ends_earlier(calendar, limit, more):
    assert end(limit, calendar, amount=limit["amount"] + more) >= end(limit, calendar)


@given(limit=limits(), later=st.integers(0, 10_000))
def test_a_later_start_never_ends_earlier(calendar, limit, later):
    assert end(limit, calendar, start=limit["start"] + MINUTE * later, pauses=[]) >= end(limit, calendar, pauses=[])


@given(limit=limits(DAY_UNITS))
def test_a_limit_that_rolls_or_counts_working_days_ends_on_a_working_day(calendar, limit):
    last = last_day(end(limit, calendar))
    assert not (limit["rolls"] or limit["unit"] == Unit.WORKING_DAYS) or chinese_calendar.is_workday(last)


@given(limit=limits(), pause=gaps)
def test_a_pause_only_lengthens(calendar, limit, pause):
    longer = [*limit["pauses"], (limit["start"] + MINUTE * pause[0], limit["start"] + MINUTE * sum(pause))]
    assert end(limit, calendar, pauses=longer) >= end(limit, calendar)


@given(limit=limits(most=1), cut=st.floats(0, 1))
def test_a_pause_cut_in_two_changes_nothing(calendar, limit, cut):
    halves = []
    for since, until in limit["pauses"]:
        middle = since + (until - since) * cut
        halves += [(middle, until), (since, middle)]
    assert end(limit, calendar, pauses=halves) == end(limit, calendar)


@given(limit=limits(), length=st.integers(1, 100_000))
def test_a_pause_after_the_end_does_nothing(calendar, limit, length):
    ended = end(limit, calendar)
    assert end(limit, calendar, pauses=[*limit["pauses"], (ended, ended + MINUTE * length)]) == ended


@given(limit=limits(signs=(1, -1)))
def test_the_offset_a_moment_comes_in_does_not_matter(calendar, limit):
    assert end(limit, calendar, start=limit["start"].astimezone(SHANGHAI)) == end(limit, calendar)


@given(limit=limits(signs=(-1,)))
def test_pauses_do_not_move_what_is_counted_back_from_an_event(calendar, limit):
    assert end(limit, calendar) == end(limit, calendar, pauses=[], rolls=False)


@settings(max_examples=200)
@given(limit=limits(DAY_UNITS))
def test_days_agree_with_counting_them_one_by_one(calendar, limit):
    assert end(limit, calendar) == _days_one_by_one(**limit)


@settings(max_examples=60)
@given(limit=limits([Unit.MINUTES, Unit.HOURS, Unit.WORKING_HOURS]))
def test_hours_agree_with_counting_minutes_one_by_one(calendar, limit):
    assert end(limit, calendar) == _minutes_one_by_one(**limit)


@settings(max_examples=60)
@given(limit=limits([Unit.DAYS, Unit.WORKING_DAYS, Unit.WORKING_HOURS], signs=(-1,)))
def test_counting_back_agrees_with_going_back_one_by_one(calendar, limit):
    assert end(limit, calendar) == _back_one_by_one(limit["start"], limit["amount"], limit["unit"])


@given(first=st.dates(date(2022, 1, 1), date(2026, 12, 31)), length=st.integers(-5, 900))
def test_working_days_between_agree_with_asking_each_day(calendar, first, length):
    last = min(first + DAY * length, date(2026, 12, 31))
    one_by_one = sum(chinese_calendar.is_workday(first + DAY * number) for number in range((last - first).days + 1))
    assert calendar.working_days(first, last) == one_by_one


@settings(max_examples=60)
@given(at=moments, minutes=st.integers(0, 20_000))
def test_working_time_left_agrees_with_counting_minutes(calendar, at, minutes):
    open_minutes = sum(_is_open(at.astimezone(SHANGHAI) + MINUTE * number) for number in range(minutes))
    assert working_time_left(at, at + MINUTE * minutes, calendar) == divmod(open_minutes, 360)


@given(limit=limits(DAY_UNITS, signs=(1, -1)))
def test_the_days_explained_end_where_the_limit_ends(calendar, limit):
    days = day_by_day(**limit, calendar=calendar)
    assert last_day(end(limit, calendar)) == days[-1].day
    numbers = [day.number for day in days if day.verdict == Verdict.COUNTED]
    assert numbers == list(range(1, len(numbers) + 1))
    assert limit["unit"] in (Unit.MONTHS, Unit.YEARS) or len(numbers) == abs(limit["amount"])


@pytest.mark.parametrize("unit", [Unit.MINUTES, Unit.HOURS, Unit.WORKING_HOURS])
def test_hours_have_no_days_to_explain(calendar, unit):
    start = datetime(2026, 11, 23, tzinfo=SHANGHAI)
    assert day_by_day(start, amount=5, unit=unit, rolls=False, calendar=calendar) == []


def _days_one_by_one(start, amount, unit, rolls, pauses):
    day = start.astimezone(SHANGHAI).date()
    left = _days_of(day, amount, unit)
    while left:
        day += DAY
        left -= not _is_paused(day, start, pauses) and (unit != Unit.WORKING_DAYS or chinese_calendar.is_workday(day))
    while rolls and (_is_paused(day, start, pauses) or not chinese_calendar.is_workday(day)):
        day += DAY
    return datetime.combine(day, time(), SHANGHAI) + DAY


def _days_of(day, amount, unit):
    """Days from a day to the one of the same number, or the month's last, going month by month."""
    if unit in (Unit.DAYS, Unit.WORKING_DAYS):
        return amount
    year, month = day.year, day.month
    for _ in range(amount * (12 if unit == Unit.YEARS else 1)):
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
    return (date(year, month, min(day.day, monthrange(year, month)[1])) - day).days


def _is_paused(day, start, pauses):
    opens = datetime.combine(day, time(), SHANGHAI)
    return any(max(since, start, opens) < min(until, opens + DAY) for since, until in pauses)


def _minutes_one_by_one(start, amount, unit, pauses, **_):
    left = amount if unit == Unit.MINUTES else amount * 60
    moment = start.astimezone(SHANGHAI)
    spans = [(since.astimezone(SHANGHAI), until.astimezone(SHANGHAI)) for since, until in pauses]
    while left:
        runs = unit != Unit.WORKING_HOURS or _is_open(moment)
        left -= runs and not any(since <= moment < until for since, until in spans)
        moment += MINUTE
    return moment


def _back_one_by_one(event, amount, unit):
    moment, left = event.astimezone(SHANGHAI), -amount
    if unit == Unit.WORKING_HOURS:
        left *= 60
        while left:
            moment -= MINUTE
            left -= _is_open(moment)
        return moment
    day = moment.date()
    while left:
        day -= DAY
        left -= unit == Unit.DAYS or chinese_calendar.is_workday(day)
    return datetime.combine(day, time(), SHANGHAI) + DAY


def _is_open(moment):
    return chinese_calendar.is_workday(moment.date()) and any(opens <= moment.time() < closes for opens, closes in OFFICE)
