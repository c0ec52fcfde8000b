"""Limits on real dates, each worked out by hand from the State Council's notices."""

from dataclasses import replace
from datetime import UTC, date, datetime, time
from time import perf_counter

import pytest

from governance.calendar.workdays import (
    SHANGHAI,
    Calendar,
    DayKind,
    OfficeHours,
    Unit,
    before,
    due,
    last_day,
    last_moment,
    working_time_left,
)


def moment(text):
    """A moment in Hohhot, from 2026-11-23 or 2026-11-23T14:05."""
    return datetime.fromisoformat(text).replace(tzinfo=SHANGHAI)


def counted(calendar, start, amount, unit, *, rolls=False, pauses=()):
    spans = [(moment(since), moment(until)) for since, until in pauses]
    return due(moment(start), amount=amount, unit=unit, rolls=rolls, calendar=calendar, pauses=spans).at


@pytest.mark.parametrize(
    ("start", "amount", "end"),
    [
        ("2026-11-23T10:00", 5, "2026-12-01"),  # Monday: Tuesday to Friday, and the Monday after
        ("2026-11-20T17:59", 1, "2026-11-24"),  # Friday: Monday
        ("2026-11-21T09:00", 1, "2026-11-24"),  # Saturday: Monday all the same
        ("2026-02-12T10:00", 5, "2026-02-27"),  # Spring Festival 15–23 Feb., Saturday 14 worked: 13 14 24 25 26
        ("2026-02-14T09:00", 1, "2026-02-25"),  # received on the make-up Saturday: the first day after the festival
        ("2026-02-26T09:00", 2, "2026-03-01"),  # Saturday 28 worked
        ("2025-09-26T09:00", 5, "2025-10-11"),  # National Day 1–8 Oct. 2025, Sunday 28 Sept. worked: 28 29 30 9 10
        ("2025-10-09T09:00", 3, "2025-10-14"),  # Saturday 11 Oct. worked: 10 11 13
        ("2022-12-29T09:00", 1, "2022-12-31"),
        ("2022-12-30T09:00", 1, "2023-01-04"),  # New Year 31 Dec. to 2 Jan.
        ("2024-02-08T09:00", 1, "2024-02-10"),  # 9 Feb. 2024, New Year's Eve: leave was only encouraged
    ],
)
def test_working_days_follow_the_notices(calendar, start, amount, end):
    assert counted(calendar, start, amount, Unit.WORKING_DAYS) == moment(end)


@pytest.mark.parametrize(
    ("start", "amount", "unit", "end"),
    [
        ("2026-11-23T00:00", 1, Unit.DAYS, "2026-11-25"),
        ("2026-11-23T23:59", 1, Unit.DAYS, "2026-11-25"),
        ("2026-09-20T09:00", 15, Unit.DAYS, "2026-10-09"),  # 5 Oct. moves to Thursday 8
        ("2026-04-01T09:00", 30, Unit.DAYS, "2026-05-07"),  # 1 May moves to Wednesday 6
        ("2026-02-21T09:00", 7, Unit.DAYS, "2026-03-01"),  # Saturday 28 Feb. is worked: nothing moves
        ("2026-01-31T09:00", 1, Unit.MONTHS, "2026-03-01"),  # § 202, and the same Saturday
        ("2025-01-31T09:00", 1, Unit.MONTHS, "2025-03-01"),
        ("2024-01-31T09:00", 1, Unit.MONTHS, "2024-03-01"),  # 29 February
        ("2026-03-31T09:00", 1, Unit.MONTHS, "2026-05-01"),
        ("2026-02-28T09:00", 1, Unit.MONTHS, "2026-03-31"),  # the same number, not the month's end: Saturday 28 to 30
        ("2025-08-31T09:00", 6, Unit.MONTHS, "2026-03-01"),
        ("2025-11-30T09:00", 14, Unit.MONTHS, "2027-02-02"),  # Saturday 30 January 2027 to Monday 1 February
        ("2024-02-29T09:00", 1, Unit.YEARS, "2025-03-01"),
        ("2023-02-28T09:00", 1, Unit.YEARS, "2024-02-29"),  # 28 Feb., although there is a 29th
        ("2024-02-29T09:00", 4, Unit.YEARS, "2028-03-01"),
        ("2025-10-01T09:00", 1, Unit.YEARS, "2026-10-09"),  # 1 Oct. moves to Thursday 8
    ],
)
def test_days_months_and_years_end_at_24_00_of_a_working_day(calendar, start, amount, unit, end):
    assert counted(calendar, start, amount, unit, rolls=True) == moment(end)


def test_a_supplement_does_not_roll(calendar):
    assert counted(calendar, "2026-04-01T09:00", 30, Unit.DAYS) == moment("2026-05-02")


@pytest.mark.parametrize(
    ("start", "amount", "end"),
    [
        ("2026-11-23T09:00", 3, "2026-11-23T12:00"),  # ends at noon, not at 14:30
        ("2026-11-23T09:00", 6, "2026-11-23T17:30"),
        ("2026-11-23T12:30", 4, "2026-11-24T10:00"),  # the pause at noon is not worked
        ("2026-11-23T17:30", 1, "2026-11-24T10:00"),  # on the stroke of closing: the next opening
        ("2026-11-20T18:00", 4, "2026-11-23T15:30"),  # Friday evening: Monday morning
        ("2026-02-13T16:30", 4, "2026-02-14T12:00"),  # into the make-up Saturday
        ("2026-02-14T16:00", 4, "2026-02-24T11:30"),  # over the Spring Festival
        ("2026-10-03T03:00", 1, "2026-10-08T10:00"),
    ],
)
def test_working_hours_run_only_while_the_office_is_open(calendar, start, amount, end):
    assert counted(calendar, start, amount, Unit.WORKING_HOURS) == moment(end)


@pytest.mark.parametrize(
    ("amount", "unit", "end"),
    [
        (30, Unit.MINUTES, "2026-10-01T00:15"),
        (2, Unit.HOURS, "2026-10-01T01:45"),
        (24, Unit.HOURS, "2026-10-01T23:45"),
    ],
)
def test_minutes_and_hours_run_through_night_and_holiday(calendar, amount, unit, end):
    assert counted(calendar, "2026-09-30T23:45", amount, unit, rolls=True) == moment(end)


@pytest.mark.parametrize(
    ("event", "amount", "unit", "end"),
    [
        ("2026-10-01T19:00", -20, Unit.DAYS, "2026-09-12"),  # a mass event: to be applied for by 11 Sept., 24:00
        ("2026-10-01T00:00", -1, Unit.DAYS, "2026-10-01"),
        ("2026-10-08T09:00", -3, Unit.DAYS, "2026-10-06"),  # Monday 5 Oct. is a holiday and stays
        ("2026-10-09T09:00", -2, Unit.WORKING_DAYS, "2026-10-01"),  # 8 Oct., 30 Sept.
        ("2026-03-31T09:00", -1, Unit.MONTHS, "2026-03-01"),
        ("2024-02-29T09:00", -1, Unit.YEARS, "2023-03-01"),
        ("2026-11-23T10:00", -2, Unit.HOURS, "2026-11-23T08:00"),
        ("2026-11-23T10:00", -2, Unit.WORKING_HOURS, "2026-11-20T16:30"),
        ("2026-11-23T09:00", -6, Unit.WORKING_HOURS, "2026-11-20T09:00"),
    ],
)
def test_negative_amounts_count_back_from_the_event_and_do_not_roll(calendar, event, amount, unit, end):
    assert counted(calendar, event, amount, unit, rolls=True) == moment(end)


def test_counting_back_from_the_end_of_a_limit_starts_on_its_last_day(calendar):
    end = counted(calendar, "2025-12-31T09:00", 1, Unit.YEARS)
    asked = due(last_moment(end), amount=-20, unit=Unit.WORKING_DAYS, rolls=False, calendar=calendar)
    assert (last_day(end), asked.at) == (date(2026, 12, 31), moment("2026-12-04"))


@pytest.mark.parametrize(
    ("amount", "unit", "pauses", "end"),
    [
        (5, Unit.WORKING_DAYS, [("2026-11-25T10:00", "2026-11-25T10:01")], "2026-12-02"),
        (5, Unit.WORKING_DAYS, [("2026-11-25T00:00", "2026-11-26T00:00")], "2026-12-02"),  # the Wednesday, no more
        (5, Unit.WORKING_DAYS, [("2026-11-28T00:00", "2026-11-29T12:00")], "2026-12-01"),  # a weekend
        (5, Unit.WORKING_DAYS, [("2026-11-23T10:00", "2026-11-23T20:00")], "2026-12-01"),  # the starting day
        (5, Unit.WORKING_DAYS, [("2026-12-01T00:00", "2026-12-09T00:00")], "2026-12-01"),  # after the end
        (5, Unit.WORKING_DAYS, [("2026-11-30T23:59", "2026-12-01T09:00")], "2026-12-03"),  # on the last day
        (3, Unit.DAYS, [("2026-11-24T08:00", "2026-11-25T08:00")], "2026-12-01"),  # 24, 25 out; Saturday 28 to Monday
        (5, Unit.DAYS, [("2026-11-30T08:00", "2026-11-30T09:00")], "2026-12-02"),  # the day it moves to is paused
        (1, Unit.MONTHS, [("2026-12-01T15:00", "2026-12-03T09:00")], "2026-12-29"),  # 23 Dec., + 3: 26, to Monday 28
        (2, Unit.HOURS, [("2026-11-23T10:30", "2026-11-23T11:00")], "2026-11-23T12:30"),
        (2, Unit.HOURS, [("2026-11-23T12:00", "2026-11-23T13:00")], "2026-11-23T12:00"),  # from the very end
        (2, Unit.HOURS, [("2026-11-23T09:00", "2026-11-23T11:00")], "2026-11-23T13:00"),  # from before the start
        (2, Unit.WORKING_HOURS, [("2026-11-23T11:00", "2026-11-23T15:00")], "2026-11-23T16:00"),
        (2, Unit.WORKING_HOURS, [("2026-11-23T12:00", "2026-11-23T14:30")], "2026-11-23T12:00"),
    ],
)
def test_pauses_lengthen_what_they_interrupt(calendar, amount, unit, pauses, end):
    assert counted(calendar, "2026-11-23T10:00", amount, unit, rolls=True, pauses=pauses) == moment(end)


@pytest.mark.parametrize(
    ("start", "amount", "unit", "provisional"),
    [
        ("2026-12-29", 2, Unit.WORKING_DAYS, False),  # 31 Dec., 24:00
        ("2026-12-29", 3, Unit.WORKING_DAYS, True),
        ("2026-12-31T23:00", 60, Unit.MINUTES, False),
        ("2026-12-31T23:00", 61, Unit.MINUTES, True),
        ("2027-01-20", -20, Unit.DAYS, True),
        ("2022-01-10", -10, Unit.DAYS, True),  # 31 Dec. 2021 is the last permissible day
        ("2022-01-10", -9, Unit.DAYS, False),
        ("2026-11-23", 2, Unit.YEARS, True),
    ],
)
def test_a_limit_that_touches_a_year_without_notice_is_provisional(calendar, start, amount, unit, provisional):
    result = due(moment(start), amount=amount, unit=unit, rolls=True, calendar=calendar)
    assert result.provisional is provisional


def test_a_year_that_was_never_loaded_knows_weekends_only(calendar):
    result = due(moment("2029-09-28"), amount=2, unit=Unit.WORKING_DAYS, rolls=False, calendar=calendar)
    assert (result.at, result.provisional) == (moment("2029-10-03"), True)


def test_the_starting_day_is_the_day_in_hohhot(calendar):
    late = datetime(2026, 11, 22, 16, 30, tzinfo=UTC)  # 00:30 on Monday the 23rd
    result = due(late, amount=1, unit=Unit.DAYS, rolls=False, calendar=calendar)
    assert result.at.isoformat() == "2026-11-25T00:00:00+08:00"


def test_a_local_holiday_is_free_of_work(calendar):
    naadam = replace(calendar, days={**calendar.days, date(2026, 11, 24): DayKind.LOCAL})
    assert counted(naadam, "2026-11-23", 1, Unit.WORKING_DAYS) == moment("2026-11-26")


def test_office_hours_change_on_their_day(calendar):
    winter = OfficeHours(((time(8, 30), time(12)), (time(14), time(18))), date(2026, 11, 24))
    changed = replace(calendar, office=(winter,))
    assert counted(changed, "2026-11-23T17:00", 1, Unit.WORKING_HOURS) == moment("2026-11-24T09:00")
    left = working_time_left(moment("2026-11-23T17:00"), moment("2026-11-26T12:00"), changed)
    assert left == (3, 60 * 1)  # 0.5 + 7.5 + 7.5 + 3.5 = 19 hours, three days of six and one hour


def test_warnings_come_hours_or_working_hours_before(calendar):
    end = moment("2026-12-01")
    assert before(end, hours=48) == moment("2026-11-29")
    assert before(end, working_hours=8, calendar=calendar) == moment("2026-11-27T15:30")


@pytest.mark.parametrize(
    ("at", "end", "left"),
    [
        ("2026-11-23T14:05", "2026-11-25T10:30", (1, 270)),
        ("2026-11-24T08:00", "2026-11-25T10:30", (1, 90)),
        ("2026-11-27T17:30", "2026-12-01", (1, 0)),
        ("2026-11-30T18:00", "2026-12-01", (0, 0)),
        ("2026-02-13T17:00", "2026-02-25", (2, 30)),
        ("2026-11-25T10:29:30", "2026-11-25T10:30", (0, 0)),
        ("2026-11-25T10:31", "2026-11-25T10:30", (0, 0)),
    ],
)
def test_working_time_left_is_told_in_days_and_minutes(calendar, at, end, left):
    assert working_time_left(moment(at), moment(end), calendar) == left


@pytest.mark.parametrize(
    "mistake",
    [
        {"amount": 0},
        {"start": datetime(2026, 11, 23)},  # without offset
        {"pauses": [(moment("2026-11-25"), moment("2026-11-24"))]},
        {"unit": "fortnights"},
    ],
)
def test_what_cannot_be_counted_is_refused(mistake):
    asked = {"start": moment("2026-11-23"), "amount": 1, "unit": Unit.DAYS, "rolls": False, "calendar": Calendar()}
    with pytest.raises(ValueError, match=r"."):
        due(**{**asked, **mistake})


@pytest.mark.parametrize("periods", [(), ((time(9), time(9)),), ((time(9), time(12)), (time(11), time(17)))])
def test_office_hours_that_overlap_are_refused(periods):
    with pytest.raises(ValueError, match="overlap"):
        OfficeHours(periods)


def test_a_thousand_working_days_are_counted_at_once(calendar):
    begun = perf_counter()
    for _ in range(50):
        counted(calendar, "2022-01-04", 1000, Unit.WORKING_DAYS)
    assert perf_counter() - begun < 2  # seconds
