"""An address that names a figure opens its rows; any other address is no figure."""

from datetime import UTC, datetime, timedelta

import pytest
from django.test import RequestFactory

from disputes.complaints.models import Complaint
from governance.cases.indicators import DENOMINATOR
from governance.web.figures import opened_figure
from tests import actors

pytestmark = pytest.mark.django_db
RIGHT = {"figure": "complaints.received", "place": actors.COUNTY, "first": "2026-11", "last": "2026-11"}


def opened(**query):
    return opened_figure(RequestFactory().get("/", {**RIGHT, **query}), "complaints")


@pytest.mark.parametrize(
    "wrong", [{"figure": "no.such"}, {"place": "999"}, {"place": ""}, {"first": "2026"}, {"last": "2026-13"}, {"last": ""}]
)
def test_an_address_that_names_no_figure_opens_none(wrong):
    assert opened(**wrong) is None


def test_it_knows_part_place_and_months():
    figure = opened(part=DENOMINATOR, figure="complaints.on_time")
    assert (figure.part, figure.place.code, figure.first.month, figure.last.month) == (DENOMINATOR, actors.COUNTY, 11, 11)


@pytest.mark.parametrize(
    ("moment", "counts"),
    [
        (datetime(2026, 10, 31, 15, 59, 59, tzinfo=UTC), False),
        (datetime(2026, 10, 31, 16, 0, tzinfo=UTC), True),
        (datetime(2026, 11, 30, 15, 59, 59, tzinfo=UTC), True),
        (datetime(2026, 11, 30, 16, 0, tzinfo=UTC), False),
    ],
)
def test_a_month_begins_and_ends_at_midnight_of_the_city(complaint, moment, counts):
    Complaint.objects.filter(pk=complaint.pk).update(opened_at=moment)
    assert opened().rows(Complaint.objects.all()).exists() is counts


def test_a_year_s_last_month_ends_with_the_year(complaint, at):
    figure = opened(first="2026-12", last="2026-12")
    Complaint.objects.filter(pk=complaint.pk).update(opened_at=at.replace(month=12, day=31, hour=23))
    assert figure.rows(Complaint.objects.all()).count() == 1
    Complaint.objects.update(opened_at=at.replace(month=12, day=31, hour=23) + timedelta(hours=1))
    assert figure.rows(Complaint.objects.all()).count() == 0


def test_only_the_place_and_what_lies_below_counts(complaint):
    rows = Complaint.objects.all()
    assert opened(place=actors.VILLAGE).rows(rows).count() == 1
    assert opened(place=actors.OTHER_COUNTY).rows(rows).count() == 0
