"""The pure part: waiting, words, numbers."""

from datetime import UTC, datetime, timedelta

import pytest

from governance.notices.rules import LONGEST_WAIT, MOST_ATTEMPTS, capped, due_words, is_mobile, next_try

AT = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)


def test_each_wait_is_twice_the_one_before():
    waits = [next_try(attempts, at=AT) - AT for attempts in (1, 2, 3, 4)]
    assert waits == [timedelta(minutes=1), timedelta(minutes=2), timedelta(minutes=4), timedelta(minutes=8)]


def test_no_wait_is_longer_than_six_hours():
    assert next_try(MOST_ATTEMPTS - 1, at=AT) - AT == LONGEST_WAIT


def test_after_the_last_attempt_there_is_none():
    assert next_try(MOST_ATTEMPTS, at=AT) is None


@pytest.mark.parametrize(("count", "shown"), [(0, ""), (7, "7"), (99, "99"), (100, "99+")])
def test_the_header_counts_to_ninety_nine(count, shown):
    assert capped(count) == shown


@pytest.mark.parametrize(
    ("phone", "mobile"),
    [("13800000000", True), ("04711234567", False), ("12345", False), ("", False), ("138000000001", False)],
)
def test_only_mobile_numbers_get_text_messages(phone, mobile):
    assert is_mobile(phone) is mobile


def test_a_limit_that_ends_a_day_reads_twenty_four_hours():
    assert due_words(datetime(2026, 11, 25, 16, 0, tzinfo=UTC)) == "2026年11月25日 24:00"


def test_a_limit_within_a_day_reads_its_minute_in_the_citys_time():
    assert due_words(datetime(2026, 11, 25, 2, 30, tzinfo=UTC)) == "2026年11月25日 10:30"
