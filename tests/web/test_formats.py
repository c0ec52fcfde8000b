"""How moments, numbers and shares are written."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from governance.web.formats import (
    cn_ago,
    cn_date,
    cn_datetime,
    cn_due,
    cn_month,
    file_size,
    percent,
    span,
    thin,
    working_span,
)

SHANGHAI = ZoneInfo("Asia/Shanghai")
NOON = datetime(2026, 11, 23, 12, 0, tzinfo=SHANGHAI)


def test_a_moment_is_shown_in_the_time_of_the_city():
    assert cn_datetime(datetime(2026, 11, 23, 6, 5, tzinfo=UTC)) == "2026年11月23日 14:05"


def test_a_moment_late_in_london_is_already_the_next_day_in_hohhot():
    assert cn_date(datetime(2026, 12, 31, 18, 0, tzinfo=UTC)) == "2027年1月1日"


def test_a_plain_date_stays_that_date():
    assert (cn_date(date(2026, 2, 3)), cn_month(date(2026, 2, 3))) == ("2026年2月3日", "2026年2月")


def test_the_end_of_a_day_is_shown_as_24_o_clock_of_that_day():
    assert cn_due(datetime(2026, 11, 25, 0, 0, tzinfo=SHANGHAI)) == "2026年11月24日 24:00"


def test_the_end_of_a_year_is_shown_in_that_year():
    assert cn_due(datetime(2027, 1, 1, 0, 0, tzinfo=SHANGHAI), at=NOON) == "12月31日 24:00"


def test_a_limit_in_another_year_keeps_its_year():
    assert cn_due(datetime(2027, 1, 4, 10, 30, tzinfo=SHANGHAI), at=NOON) == "2027年1月4日 10:30"


@pytest.mark.parametrize(
    ("passed", "words"),
    [
        (timedelta(seconds=20), "刚刚"),
        (timedelta(minutes=5), "5 分钟前"),
        (timedelta(hours=3, minutes=50), "3 小时前"),
        (timedelta(days=2, hours=5), "2 天前"),
        (timedelta(days=8), "2026年11月15日"),
    ],
)
def test_how_long_ago_in_one_unit(passed, words):
    assert cn_ago(NOON - passed, at=NOON) == words


@pytest.mark.parametrize(
    ("length", "words"),
    [
        (timedelta(days=2, hours=3, minutes=40), "2 天 3 小时"),
        (timedelta(days=2, minutes=40), "2 天"),
        (timedelta(days=820, hours=9), "820 天"),
        (timedelta(hours=1, minutes=5), "1 小时 5 分钟"),
        (timedelta(seconds=59), "不足 1 分钟"),
    ],
)
def test_a_length_of_time_in_its_two_largest_units(length, words):
    assert span(length) == words


def test_working_time_names_working_days():
    assert working_span(1, 120) == "1 个工作日 2 小时"
    assert working_span(0, 45) == "45 分钟"
    assert (working_span(29, 120), working_span(30, 120)) == ("29 个工作日 2 小时", "30 个工作日")
    assert working_span(0, 0) == ""


def test_large_numbers_are_grouped_by_thin_spaces():
    assert thin(5960000) == "5\u2009960\u2009000"
    assert thin(999) == "999"
    assert thin(None) == "—"


def test_a_share_of_nothing_is_no_figure():
    assert percent(0, 0) == "—"
    assert percent(None, 10) == "—"
    assert percent(0, 10) == "0.0%"
    assert percent(7, 8) == "87.5%"


@pytest.mark.parametrize(("size", "words"), [(640, "640 B"), (12_288, "12 KB"), (2_500_000, "2.4 MB")])
def test_file_sizes(size, words):
    assert file_size(size) == words
