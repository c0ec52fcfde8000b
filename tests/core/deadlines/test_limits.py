"""Limits are rows: loaded once, changed by a following row, never overwritten."""

import pytest
from django.db import IntegrityError, transaction

from disputes.complaints.terms import HANDLE, TERMS
from governance.deadlines.models import Limit
from governance.deadlines.services import change_limit, load_limits
from tests.core.deadlines.conftest import clock_of, dispatched, moment

pytestmark = pytest.mark.django_db


def in_force(code="complaints.handle", at=None):
    return Limit.objects.current([code], at=at or moment(23, 10))[code]


def test_loading_again_adds_nothing():
    assert load_limits() == []


def test_an_edited_limit_stays_as_edited_when_the_file_is_loaded_again():
    change_limit(in_force(), at=moment(23, 10), amount=7)
    assert load_limits() == []
    assert in_force().amount == 7


def test_every_limit_names_its_source_and_how_sure_it_is():
    assert Limit.objects.count() > 10
    assert not Limit.objects.filter(citation="").exists()
    assert set(Limit.objects.values_list("mark", flat=True)) <= {"A", "B", "M"}


def test_every_clock_of_a_complaint_finds_its_limit(complaint):
    for term in TERMS:
        assert in_force(term.limit_code(complaint)).amount > 0


@pytest.mark.parametrize(
    ("kind", "urgency", "code"),
    [
        ("complaint", "normal", "complaints.handle"),
        ("complaint", "complex", "complaints.handle_complex"),
        ("complaint", "urgent", "complaints.handle_urgent"),
        ("consult", "normal", "complaints.handle_consult"),
        ("consult", "complex", "complaints.handle_complex"),
    ],
)
def test_how_long_handling_takes_depends_on_kind_and_urgency(complaint, kind, urgency, code):
    complaint.kind, complaint.urgency = kind, urgency
    assert HANDLE.limit_code(complaint) == code


def test_a_changed_limit_holds_from_its_moment_on_and_the_old_one_until_then():
    change_limit(in_force(), at=moment(24, 0), amount=3, citation="新条例第十条")
    assert (in_force(at=moment(23, 23, 59)).amount, in_force(at=moment(24, 0)).amount) == (5, 3)
    assert in_force(at=moment(24, 0)).citation == "新条例第十条"


def test_a_clock_that_runs_keeps_the_limit_it_was_started_with(waiting, handle, filing, operator, clerk):
    change_limit(handle.limit, at=moment(24, 0), amount=3)
    later = dispatched(filing(at=moment(24, 9)).complaint, operator, clerk.acting_post.office, at=moment(24, 9))
    assert clock_of(waiting, HANDLE).due_at == moment(1, month=12)
    assert clock_of(later, HANDLE).due_at == moment(28)


def test_a_missing_limit_is_named():
    with pytest.raises(Limit.DoesNotExist, match=r"no\.such"):
        Limit.objects.current(["complaints.handle", "no.such"], at=moment(23, 10))


def test_before_the_regulation_no_limit_was_in_force():
    with pytest.raises(Limit.DoesNotExist):
        in_force(at=moment(31, month=10, year=2022))


def test_the_database_refuses_two_limits_in_force():
    limit = in_force()
    limit.pk, limit.valid_from = None, moment(24)
    with pytest.raises(IntegrityError, match="limit_one_in_force"), transaction.atomic():
        limit.save(force_insert=True)


def test_the_database_refuses_a_limit_of_nothing():
    with pytest.raises(IntegrityError, match="limit_is_not_zero"), transaction.atomic():
        Limit.objects.filter(code="complaints.handle").update(amount=0)
