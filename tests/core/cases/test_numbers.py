"""Case numbers: one wrong digit is always caught, and none is given twice."""

import os
import re
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import date, datetime
from threading import Barrier

import pytest
from django.db import connection, transaction
from hypothesis import given
from hypothesis import strategies as st

from governance.calendar.workdays import SHANGHAI
from governance.cases.rules import check_digit, compose, is_number, tidied
from governance.cases.services import connection_of, next_number, serials_apart, take_serials
from tests.conftest import MONDAY

DAYS = st.dates(min_value=date(2022, 11, 1), max_value=date(2099, 12, 31))
SERIALS = st.integers(min_value=1, max_value=999_999)


def test_the_check_digit_is_that_of_the_standard():
    """ISO 7064, MOD 11,10: the standard's own example."""
    assert check_digit("0794") == "5"


def test_a_number_reads_day_serial_and_check():
    assert re.fullmatch(r"HS-20261123-000123-\d", compose(date(2026, 11, 23), 123))


@given(DAYS, SERIALS)
def test_every_number_given_out_is_well_formed(day, serial):
    assert is_number(compose(day, serial))


@given(DAYS, SERIALS)
def test_every_single_wrong_digit_is_caught(day, serial):
    number = compose(day, serial)
    places = [place for place, sign in enumerate(number) if sign.isdigit()]
    wrong = [number[:place] + other + number[place + 1 :] for place in places for other in "0123456789" if other != number[place]]
    assert len(wrong) == 15 * 9
    assert not [text for text in wrong if is_number(text)]


@pytest.mark.parametrize(
    "text", ["", "HS", "HS-2026112-000123-7", "XX-20261123-000123-7", "HS-20261123-0000123-7", "HS-20261123-000123-7\n"]
)
def test_what_is_no_number_is_none(text):
    assert not is_number(text)


@given(DAYS, SERIALS)
def test_a_number_typed_on_a_phone_is_brought_into_form(day, serial):
    number = compose(day, serial)
    full_width = number.translate({ord(str(digit)): chr(0xFF10 + digit) for digit in range(10)})
    assert {tidied(text) for text in (number, number.lower(), number.replace("-", ""), number.replace("-", " "), full_width)} == {number}


@pytest.mark.django_db
def test_numbers_of_a_day_follow_one_another():
    first, second = next_number(at=MONDAY), next_number(at=MONDAY)
    assert (first[:19], second[:19]) == ("HS-20261123-000001-", "HS-20261123-000002-")


@pytest.mark.django_db
def test_the_day_is_the_city_s():
    assert next_number(at=datetime(2026, 11, 23, 0, 5, tzinfo=SHANGHAI)).startswith("HS-20261123-")
    assert next_number(at=datetime(2026, 11, 23, 23, 59, tzinfo=SHANGHAI)).startswith("HS-20261123-")


@pytest.mark.django_db
def test_a_block_of_serials_is_nobody_else_s():
    day = date(2026, 11, 23)
    assert (take_serials(day, 100), take_serials(day, 1), take_serials(day, 5)) == (1, 101, 102)


@pytest.mark.django_db
def test_a_number_of_a_failed_filing_is_given_again():
    with transaction.atomic():
        lost = next_number(at=MONDAY)
        transaction.set_rollback(True)
    assert next_number(at=MONDAY) == lost


def test_a_serial_taken_apart_stays_taken_and_its_day_free(lasting):
    try:
        with serials_apart(), transaction.atomic():
            lost = next_number(at=MONDAY)
            with closing(connection.copy()) as other, other.cursor() as cursor:
                cursor.execute("SELECT last FROM governance_numberseries WHERE day = %s FOR UPDATE NOWAIT", [MONDAY.date()])
                assert cursor.fetchone() == (int(lost[12:18]),)
            transaction.set_rollback(True)
        assert int(next_number(at=MONDAY)[12:18]) == int(lost[12:18]) + 1
    finally:
        connection_of(os.getpid()).close()


def test_two_connections_never_get_the_same_number(lasting):
    start = Barrier(2)

    def work():
        try:
            start.wait(timeout=10)
            return [next_number(at=MONDAY) for _case in range(50)]
        finally:
            connection.close()

    with ThreadPoolExecutor() as pool:
        numbers = [number for future in [pool.submit(work) for _worker in range(2)] for number in future.result(timeout=30)]
    assert len(numbers) == len(set(numbers)) == 100
    serials = sorted(int(number[12:18]) for number in numbers)
    assert serials == list(range(serials[0], serials[0] + 100))
