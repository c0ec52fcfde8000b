"""Days that can be meant, and numbers that check themselves."""

from datetime import timedelta

import pytest
from django import forms
from django.utils import timezone

from governance.privacy.identity import is_credit_code, is_id_number
from governance.web.days import DayField, MomentField, days_from_today, named


def errors_of(field, typed):
    form = type("F", (forms.Form,), {"day": field})({"day": typed})
    return form.errors.get("day", [])


def day(count):
    return f"{days_from_today(count):%Y-%m-%d}"


@pytest.mark.parametrize(("count", "fits"), [(-1, False), (0, True), (30, True), (31, False)])
def test_a_day_lies_between_its_bounds(count, fits):
    field = DayField(since=days_from_today(0), until=days_from_today(30))
    assert (errors_of(field, day(count)) == []) == fits


def test_today_is_called_today():
    assert errors_of(DayField(since=days_from_today(0)), day(-1)) == ["不能早于今天。"]


def test_an_open_side_takes_everything_and_an_optional_day_may_stay_empty():
    assert errors_of(DayField(until=days_from_today(0)), "1949-10-01") == []
    assert errors_of(DayField(since=days_from_today(0), required=False), "") == []


def test_a_moment_counts_by_its_day():
    soon = timezone.localtime() + timedelta(minutes=5)
    field = MomentField(until=timezone.localtime(soon).date())
    assert errors_of(field, f"{soon:%Y-%m-%dT%H:%M}") == []
    assert list(errors_of(field, f"{soon + timedelta(days=1):%Y-%m-%dT%H:%M}")) == [f"不能晚于{named(field.until)}。"]


@pytest.mark.parametrize(
    ("number", "good"),
    [("11010519491231002X", True), ("11010519491231002x", True), ("110105194912310021", False), ("123", False), ("", False)],
)
def test_a_citizen_s_number_checks_itself(number, good):
    assert is_id_number(number) is good


@pytest.mark.parametrize(("code", "good"), [("91150100MA0MW2X90A", True), ("9115", False), ("91150100MA0MW2X9OI", False)])
def test_a_credit_code_has_its_form(code, good):
    assert is_credit_code(code) is good
