"""Stretches, seasons, months and positions: pure sums."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grids.patrols import rules
from grids.patrols.enums import Rhythm

DAYS = st.dates(date(2024, 1, 1), date(2030, 12, 31))
REPEATING = [rhythm.value for rhythm in Rhythm if rhythm != Rhythm.ONCE]


@given(day=DAYS, rhythm=st.sampled_from(REPEATING))
def test_every_day_lies_in_exactly_one_stretch(day, rhythm):
    first, last = rules.period_of(rhythm, day, begins=day)
    assert first <= day <= last
    assert all(rules.period_of(rhythm, first + timedelta(days=n), begins=day) == (first, last) for n in range((last - first).days + 1))
    assert rules.period_of(rhythm, last + timedelta(days=1), begins=day)[0] == last + timedelta(days=1)


@pytest.mark.parametrize(
    ("rhythm", "day", "stretch"),
    [
        ("weekly", date(2026, 11, 26), (date(2026, 11, 23), date(2026, 11, 29))),
        ("monthly", date(2026, 2, 14), (date(2026, 2, 1), date(2026, 2, 28))),
        ("twice", date(2026, 11, 16), (date(2026, 11, 16), date(2026, 11, 30))),
        ("thrice", date(2026, 10, 31), (date(2026, 10, 21), date(2026, 10, 31))),
        ("thrice", date(2026, 10, 11), (date(2026, 10, 11), date(2026, 10, 20))),
    ],
)
def test_a_stretch_is_a_week_a_month_or_a_part_of_one(rhythm, day, stretch):
    assert rules.period_of(rhythm, day, begins=day) == stretch


def test_the_first_and_the_last_stretch_are_cut_off():
    begins, ends = date(2026, 11, 25), date(2026, 12, 2)
    assert rules.due_period("weekly", date(2026, 11, 24), begins=begins, ends=ends) is None
    assert rules.due_period("weekly", date(2026, 11, 26), begins=begins, ends=ends) == (begins, date(2026, 11, 29))
    assert rules.due_period("weekly", date(2026, 12, 1), begins=begins, ends=ends) == (date(2026, 11, 30), ends)
    assert rules.due_period("weekly", date(2026, 12, 3), begins=begins, ends=ends) is None
    assert rules.due_period("once", date(2026, 11, 28), begins=begins, ends=ends) == (begins, begins)


@pytest.mark.parametrize(
    ("season", "day", "inside"),
    [
        (("10-15", "04-15"), date(2026, 10, 14), False),
        (("10-15", "04-15"), date(2026, 10, 15), True),
        (("10-15", "04-15"), date(2027, 4, 15), True),
        (("10-15", "04-15"), date(2027, 4, 16), False),
        (("06-01", "09-30"), date(2026, 9, 30), True),
        (("06-01", "09-30"), date(2026, 10, 1), False),
        (("", ""), date(2026, 1, 1), True),
    ],
)
def test_heating_goes_over_the_year_s_end_and_floods_do_not(season, day, inside):
    assert rules.in_season(season, day) is inside
    assert (rules.due_period("weekly", day, begins=date(2026, 1, 1), season=season) is not None) is inside


@pytest.mark.parametrize(
    ("text", "months"), [("", []), ("6-9", [6, 7, 8, 9]), ("11-2", [1, 2, 11, 12]), ("1，4、7", [1, 4, 7]), ("1-12", [])]
)
def test_months_are_read(text, months):
    assert rules.months_of(text) == months


@pytest.mark.parametrize("text", ["13", "0-3", "夏天", "6-"])
def test_no_months_are_refused(text):
    if text == "6-":
        assert rules.months_of(text) == [6]
        return
    with pytest.raises(ValueError, match=r".+"):
        rules.months_of(text)


def test_positions_and_days_of_the_year():
    assert rules.position_of(" ") == (None, None)
    assert rules.position_of("40.8，111.6") == (40.8, 111.6)
    for wrong in ("40.8", "95,111", "北,东"):
        with pytest.raises(ValueError, match=r".+"):
            rules.position_of(wrong)
    assert [rules.is_day_of_year(text) for text in ("06-01", "02-29", "6-1", "13-01", "")] == [True, False, False, False, False]


def test_a_report_says_what_was_looked_at_and_where():
    assert rules.report_words("彩钢板房", " ", point="3号楼", address="新华街") == "彩钢板房：见照片。（巡查点位：3号楼，新华街）"
