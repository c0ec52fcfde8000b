"""Loading years, local holidays and office hours, and the calendar that comes of them."""

from datetime import UTC, date, datetime, time

import pytest
from django.core.management import CommandError, call_command
from django.db import IntegrityError, transaction

from governance.calendar.enums import DayKind
from governance.calendar.models import CalendarDay, CalendarYear, OfficePeriod
from governance.calendar.services import (
    add_local_holiday,
    current_calendar,
    load_arrangement,
    load_year,
    remove_local_holiday,
    set_office_hours,
)
from governance.calendar.source import Day, arrangement

pytestmark = pytest.mark.django_db

AT = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
LATER = datetime(2026, 12, 1, 2, 0, tzinfo=UTC)
NEW_YEAR = Day(date(2027, 1, 1), DayKind.HOLIDAY, "元旦")
WORKED_SUNDAY = Day(date(2027, 1, 3), DayKind.MAKE_UP, "元旦")


@pytest.fixture(autouse=True)
def _empty_calendar(db):
    """These tests load years themselves."""
    for model in (CalendarDay, CalendarYear, OfficePeriod):
        model.objects.all().delete()


def load_2027(*days, official=True, source="通知", at=AT):
    return load_year(2027, days=days, official=official, source=source, at=at)


def test_loading_a_year_says_what_it_added():
    report = load_2027(NEW_YEAR, WORKED_SUNDAY)
    assert (report.added, report.changed, report.removed) == ([NEW_YEAR.date, WORKED_SUNDAY.date], [], [])
    assert report.recount_from == 2027


def test_loading_the_same_year_again_changes_nothing():
    load_2027(NEW_YEAR)
    report = load_2027(NEW_YEAR, at=LATER)
    assert (report.added, report.changed, report.removed, report.recount_from) == ([], [], [], None)
    assert CalendarYear.objects.get(year=2027).loaded_at == AT


def test_a_notice_replaces_the_estimate_day_by_day():
    load_2027(NEW_YEAR, Day(date(2027, 1, 4), DayKind.HOLIDAY, "元旦（补假）"), official=False, source="推算")
    report = load_2027(NEW_YEAR, WORKED_SUNDAY, at=LATER)
    assert (report.added, report.removed, report.became_official) == ([date(2027, 1, 3)], [date(2027, 1, 4)], True)
    assert set(CalendarDay.objects.values_list("source", flat=True)) == {"通知"}
    assert CalendarYear.objects.official().filter(year=2027, loaded_at=LATER).exists()


def test_a_notice_that_confirms_the_estimate_still_asks_for_a_recount():
    load_2027(NEW_YEAR, official=False)
    assert load_2027(NEW_YEAR).recount_from == 2027


def test_a_holiday_that_becomes_a_working_sunday_is_a_change():
    load_2027(Day(WORKED_SUNDAY.date, DayKind.HOLIDAY, "元旦"))
    assert load_2027(WORKED_SUNDAY).changed == [WORKED_SUNDAY.date]
    assert current_calendar().is_working_day(WORKED_SUNDAY.date)


def test_an_estimate_never_replaces_a_notice():
    load_2027(NEW_YEAR)
    assert load_2027(official=False).refused
    assert CalendarDay.objects.filter(date=NEW_YEAR.date).exists()


def test_new_years_rest_in_december_is_arranged_by_the_next_year():
    december = Day(date(2026, 12, 31), DayKind.HOLIDAY, "元旦")
    load_arrangement(2026, at=AT)
    assert load_2027(NEW_YEAR, december).recount_from == 2026
    load_arrangement(2026, at=AT, again=True)
    assert not current_calendar().is_working_day(date(2026, 12, 31))


def test_a_local_holiday_outlives_a_load():
    add_local_holiday(WORKED_SUNDAY.date, name="那达慕", source="市政府通知")
    report = load_2027(NEW_YEAR, WORKED_SUNDAY)
    assert (report.kept, report.added) == ([WORKED_SUNDAY.date], [NEW_YEAR.date])
    assert not current_calendar().is_working_day(WORKED_SUNDAY.date)


def test_a_local_holiday_taken_back_is_a_working_day_again():
    add_local_holiday(date(2027, 7, 5), name="那达慕", source="市政府通知")
    assert not current_calendar().is_working_day(date(2027, 7, 5))
    assert remove_local_holiday(date(2027, 7, 5))
    assert current_calendar().is_working_day(date(2027, 7, 5))


def test_only_local_holidays_can_be_taken_back_and_no_arranged_day_made_local():
    load_2027(NEW_YEAR, WORKED_SUNDAY)
    assert not remove_local_holiday(NEW_YEAR.date)
    for day in (NEW_YEAR.date, WORKED_SUNDAY.date):
        with pytest.raises(ValueError, match="already"):
            add_local_holiday(day, name="那达慕", source="市政府通知")


@pytest.mark.parametrize(
    "days",
    [
        [Day(date(2028, 1, 1), DayKind.HOLIDAY, "元旦")],
        [Day(date(2026, 11, 30), DayKind.HOLIDAY, "元旦")],
        [NEW_YEAR, NEW_YEAR],
        [Day(date(2027, 1, 4), DayKind.MAKE_UP, "元旦")],
    ],
)
def test_days_that_cannot_be_meant_are_refused_and_nothing_is_written(days):
    with pytest.raises(ValueError, match=str(days[-1].date)):
        load_2027(*days)
    assert not CalendarYear.objects.exists()


def test_the_database_refuses_a_weekday_made_up_and_a_holiday_of_no_year():
    for kind in (DayKind.MAKE_UP, DayKind.HOLIDAY, "feast"):
        with pytest.raises(IntegrityError), transaction.atomic():
            CalendarDay.objects.create(date=date(2027, 1, 4), kind=kind, name="元旦", source="")


def test_the_calendar_is_read_once_and_anew_after_any_change(django_assert_num_queries):
    load_2027(NEW_YEAR)
    with django_assert_num_queries(2):
        assert current_calendar() is current_calendar()
    CalendarDay.objects.filter(date=NEW_YEAR.date).delete()
    assert current_calendar().is_working_day(NEW_YEAR.date)


def test_a_change_that_was_rolled_back_leaves_the_calendar_as_it_was():
    with transaction.atomic():
        load_2027(NEW_YEAR)
        assert 2027 in current_calendar().official_years
        transaction.set_rollback(True)
    assert current_calendar().days == {}


def test_the_calendar_knows_official_years_only_by_their_notice():
    load_2027(NEW_YEAR, official=False)
    load_year(2028, days=[], official=True, source="通知", at=AT)
    assert current_calendar().official_years == {2028}


def test_office_hours_hold_from_their_day_on():
    set_office_hours([(time(9), time(12)), (time(14, 30), time(17, 30))], valid_from=date(2022, 1, 1))
    set_office_hours([(time(8, 30), time(12)), (time(14), time(17))], valid_from=date(2026, 6, 1))
    set_office_hours([(time(8), time(12)), (time(15), time(18))], valid_from=date(2026, 6, 1))
    assert current_calendar().hours_on(date(2026, 5, 31)).periods[1] == (time(14, 30), time(17, 30))
    assert current_calendar().hours_on(date(2026, 6, 1)).periods == ((time(8), time(12)), (time(15), time(18)))


def test_office_hours_that_overlap_change_nothing():
    with pytest.raises(ValueError, match="overlap"):
        set_office_hours([(time(9), time(12)), (time(11), time(17))], valid_from=date(2022, 1, 1))
    assert not OfficePeriod.objects.exists()


def test_the_command_loads_notices_and_estimates_and_office_hours(capsys):
    call_command("load_calendar")
    told = capsys.readouterr().out
    assert "2026: official, 39 added" in told
    assert "2028: provisional" in told
    assert current_calendar().official_years == {2022, 2023, 2024, 2025, 2026}
    assert OfficePeriod.objects.count() == 2


def test_the_command_run_again_changes_nothing(capsys):
    call_command("load_calendar")
    before = current_calendar()
    capsys.readouterr()
    call_command("load_calendar")
    assert capsys.readouterr().out.count("0 added, 0 changed, 0 removed") == CalendarYear.objects.count()
    assert current_calendar() is before


def test_the_command_leaves_a_year_loaded_by_hand_unless_it_is_named(capsys):
    load_year(2026, days=arrangement(2026).days[:1], official=True, source="补充通知", at=AT)
    call_command("load_calendar")
    assert "2026: official, left as loaded by hand" in capsys.readouterr().out
    call_command("load_calendar", year=[2026])
    assert "2026: official, 38 added" in capsys.readouterr().out


def test_the_command_refuses_a_year_it_has_no_source_for():
    with pytest.raises(CommandError, match="1999"):
        call_command("load_calendar", year=[1999])
