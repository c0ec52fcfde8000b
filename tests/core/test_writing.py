"""Rows written without composing the statement each time stand as `save()` would have left them."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from governance.deadlines.models import Deadline
from governance.notices.models import Notice
from governance.timeline.models import Event
from governance.writing import insert
from supervision.indicators.models import StaleMonth

pytestmark = pytest.mark.django_db
MONTH = date(2025, 3, 1)


def marks(*paths):
    return [StaleMonth(procedure="complaints", month=MONTH, place_path=path) for path in paths]


def test_each_row_is_told_its_key(db):
    rows = marks("1501", "150102")
    with CaptureQueriesContext(connection) as caught:
        insert(rows)
    assert len(caught) == 1
    found = {mark.pk: mark.place_path for mark in StaleMonth.objects.filter(month=MONTH)}
    assert found == {row.pk: row.place_path for row in rows}


def test_nothing_asks_nothing():
    with CaptureQueriesContext(connection) as caught:
        insert([])
    assert not caught


@pytest.mark.parametrize("model", [Event, Deadline, Notice])
def test_what_a_step_writes_reads_back_as_it_was_written(complaint, operator, model):
    written = model.objects.order_by("pk").first()
    fields = {field.attname: getattr(written, field.attname) for field in model._meta.concrete_fields if not field.primary_key}
    assert fields["case_number"] == complaint.number
    assert model.objects.filter(pk=written.pk).values(*fields).get() == fields


def test_what_is_there_is_left_out(complaint):
    told = Notice.objects.first()
    again = Notice(**{field.attname: getattr(told, field.attname) for field in Notice._meta.concrete_fields if not field.primary_key})
    insert([again], unless_there=True)
    assert Notice.objects.filter(event=told.event).count() == 1
    assert again.pk is None
