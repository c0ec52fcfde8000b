"""The sums of the list, over whatever days there are."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from grids.admission.rules import in_force, leaving_fault, period_fault

days = st.dates(date(2020, 1, 1), date(2040, 1, 1))
DAY = timedelta(days=1)


@given(days, days, days)
def test_a_duty_stands_exactly_between_its_days(begins, ends, day):
    assert in_force(begins, ends, day=day) == (begins <= day < ends)
    assert in_force(begins, None, day=day) == (begins <= day)


@given(days, days)
def test_a_period_without_fault_has_at_least_one_day(begins, ends):
    assert (period_fault(begins, ends) == "") == in_force(begins, ends, day=begins)
    assert period_fault(begins, None) == period_fault(None, ends) == ""


@given(days, days, days)
def test_who_leaves_without_fault_is_off_the_list_from_that_day(ends_on, today, until):
    if not leaving_fault(ends_on, today=today, until=until):
        assert today <= ends_on <= until
        assert not in_force(date(2019, 1, 1), ends_on, day=ends_on)
        assert in_force(date(2019, 1, 1), ends_on, day=ends_on - DAY)
