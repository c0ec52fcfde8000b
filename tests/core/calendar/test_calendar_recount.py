"""What a newly loaded notice means for limits that run already."""

from datetime import date, datetime

import pytest
from django.core.management import call_command

from governance.calendar.services import load_year
from governance.calendar.source import Day
from governance.calendar.workdays import SHANGHAI, DayKind
from governance.deadlines.models import Deadline
from governance.timeline.models import Event

pytestmark = pytest.mark.django_db

NEW_YEARS_EVE = datetime(2026, 12, 31, 16, 30, tzinfo=SHANGHAI)
NOTICE = [Day(date(2027, 1, 1), DayKind.HOLIDAY, "元旦"), Day(date(2027, 1, 3), DayKind.MAKE_UP, "元旦")]


@pytest.fixture
def dispatch(filing):
    """Four working hours to dispatch a complaint of New Year's Eve: one left today, three on the next working day."""
    return Deadline.objects.of(filing(at=NEW_YEARS_EVE).complaint).get(term="complaints.dispatch")


def test_a_limit_over_the_new_year_is_provisional_until_the_notice(dispatch):
    assert (dispatch.due_at, dispatch.provisional) == (datetime(2027, 1, 4, 12, tzinfo=SHANGHAI), True)


def test_the_notice_moves_the_limit_and_the_case_says_so(dispatch, capsys):
    load_year(2027, days=NOTICE, official=True, source="通知", at=NEW_YEARS_EVE)
    call_command("load_calendar", recount=True)
    dispatch.refresh_from_db()
    assert (dispatch.due_at, dispatch.provisional) == (datetime(2027, 1, 3, 12, tzinfo=SHANGHAI), False)
    assert f"counted anew: {dispatch.case_number}" in capsys.readouterr().out
    assert Event.objects.filter(kind="deadline.recounted", case_number=dispatch.case_number).count() == 1


def test_counting_anew_twice_says_nothing_new(dispatch, capsys):
    load_year(2027, days=NOTICE, official=True, source="通知", at=NEW_YEARS_EVE)
    call_command("load_calendar", recount=True)
    capsys.readouterr()
    call_command("load_calendar", recount=True)
    assert "counted anew" not in capsys.readouterr().out
