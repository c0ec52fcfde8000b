"""The days the notices arrange, and the estimates for years without one."""

from datetime import date

import chinese_calendar
import pytest

from governance.calendar.source import FIRST_YEAR, NOTICES, arrangement, known_years
from governance.calendar.workdays import Calendar, DayKind


# The notices' own counts; for 2024 also the weekend of 30 and 31 December that New Year "joins" (与周末连休).
@pytest.mark.parametrize(("year", "off", "made_up"), [(2022, 31, 7), (2023, 27, 7), (2024, 28 + 2, 8), (2025, 28, 5), (2026, 33, 6)])
def test_a_notice_names_so_many_days_off_and_weekend_days_worked(year, off, made_up):
    kinds = [day.kind for day in arrangement(year).days]
    assert (kinds.count(DayKind.HOLIDAY), kinds.count(DayKind.MAKE_UP)) == (off, made_up)


@pytest.mark.parametrize("year", [2022, 2023, 2024, 2025, 2026])
def test_an_official_year_cites_its_notice(year):
    assert arrangement(year).official
    assert NOTICES[year] in arrangement(year).source


def test_new_years_rest_in_december_belongs_to_the_next_years_notice():
    assert date(2022, 12, 31) in {day.date for day in arrangement(2023).days}
    assert date(2022, 12, 31) not in {day.date for day in arrangement(2022).days}


def test_every_day_of_the_official_years_is_worked_as_the_notices_say(calendar):
    days = (date.fromordinal(number) for number in range(date(2022, 1, 1).toordinal(), date(2027, 1, 1).toordinal()))
    assert [day for day in days if calendar.is_working_day(day) != chinese_calendar.is_workday(day)] == []


@pytest.mark.parametrize("year", [2027, 2028])
def test_a_year_without_notice_is_an_estimate_with_the_statutory_holidays(year):
    estimate = arrangement(year)
    calendar = Calendar({day.date: day.kind for day in estimate.days})
    assert not estimate.official
    for month, day in [(1, 1), (5, 1), (5, 2), (10, 1), (10, 2), (10, 3)]:
        assert not calendar.is_working_day(date(year, month, day))


def test_names_are_chinese_and_joined_by_chinese_punctuation():
    names = {day.date: day.name for day in (*arrangement(2026).days, *arrangement(2028).days)}
    assert (names[date(2026, 2, 17)], names[date(2026, 6, 19)]) == ("春节", "端午节")
    assert names[date(2028, 10, 3)] == "中秋节、国庆节"


def test_the_years_to_load_reach_two_beyond_the_last_notice():
    assert [year for year in known_years() if arrangement(year).official][-1] == known_years()[-1] - 2
    assert known_years()[0] == FIRST_YEAR


def test_a_year_before_the_first_is_refused():
    with pytest.raises(ValueError, match="2021"):
        arrangement(2021)
