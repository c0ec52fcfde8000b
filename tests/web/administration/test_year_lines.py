"""A year's lines as people paste them."""

from datetime import date

import pytest

from governance.calendar.source import Day
from governance.calendar.workdays import DayKind
from governance.web.administration.calendar.lines import decoded, read_days, written

NEW_YEAR = Day(date(2027, 1, 1), DayKind.HOLIDAY, "元旦")


@pytest.mark.parametrize("line", ["2027-01-01,放假,元旦", "2027/1/1，放假，元旦", "2027年1月1日\t休\t元旦", " 2027.01.01, holiday , 元旦 "])
def test_a_day_is_read_however_it_is_written(line):
    assert read_days(line, year=2027).days == [NEW_YEAR]


def test_headings_and_empty_lines_are_passed_over():
    assert read_days("日期,类型,名称\n\n2027-01-01,放假,元旦\n", year=2027).days == [NEW_YEAR]


def test_rest_may_begin_in_the_december_before():
    assert read_days("2026-12-31,放假,元旦", year=2027).days[0].date == date(2026, 12, 31)


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("2027-01-01,放假", "三项"),
        ("1月1日,放假,元旦", "2027-01-01"),
        ("2027-02-30,放假,春节", "没有这一天"),
        ("2027-01-01,值班,元旦", "放假"),
        ("2028-01-01,放假,元旦", "不在 2027 年"),
        ("2027-01-04,上班,元旦", "不是星期六或星期日"),
    ],
)
def test_a_wrong_line_is_named_with_its_reason(line, reason):
    reading = read_days(f"2027-01-01,放假,元旦\n{line}", year=2027)
    assert reading.days == [NEW_YEAR]
    assert reading.errors[0].startswith("第 2 行")
    assert reason in reading.errors[0]


def test_a_day_named_twice_is_named_with_both_lines():
    reading = read_days("2027-01-01,放假,元旦\n2027-01-01,放假,元旦", year=2027)
    assert "与第 1 行重复" in reading.errors[0]


def test_what_is_written_is_read_back():
    days = [NEW_YEAR, Day(date(2027, 1, 3), DayKind.MAKE_UP, "元旦")]
    assert read_days(written(days), year=2027).days == days


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_a_file_of_either_encoding_is_read(encoding):
    assert decoded("2027-01-01,放假,元旦".encode(encoding)) == "2027-01-01,放假,元旦"


def test_what_is_no_text_is_refused():
    with pytest.raises(ValueError, match="CSV"):
        decoded(b"\x89PNG\xff\xfe\x00\x00\xff")
