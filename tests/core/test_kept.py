"""Queries kept as composed: the present is reckoned when they are sent, and what would be out of date is not kept."""

from copy import deepcopy
from datetime import timedelta
from pickle import dumps, loads

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from disputes.complaints.models import Complaint
from governance.kept import at_sending, composed
from governance.people.enums import Role
from governance.places.models import Place
from tests import actors


@pytest.fixture
def clock(monkeypatch):
    """Sets what `timezone.now` says."""

    def tell(moment):
        monkeypatch.setattr("django.utils.timezone.now", lambda: moment)

    return tell


def found(key, build):
    return [row.pk for row in composed(key, build).rows()]


@pytest.mark.django_db
def test_the_present_is_reckoned_when_the_query_is_sent(complaint, clock, at):
    def build():
        return Complaint.objects.filter(opened_at__lt=at_sending(lambda now: now - timedelta(hours=1)))

    clock(at)
    assert found(("present", at), build) == []
    clock(at + timedelta(hours=2))
    assert found(("present", at), None) == [complaint.pk]


@pytest.mark.django_db
def test_rows_are_read_anew_each_time(filing):
    assert found("anew", Complaint.objects.order_by) == []
    case = filing().complaint
    with CaptureQueriesContext(connection) as caught:
        assert found("anew", None) == [case.pk]
    assert len(caught) == 1


@pytest.mark.django_db
@pytest.mark.parametrize(
    "build",
    [
        lambda: Complaint.objects.filter(opened_at__lt=timezone.now()),
        lambda: Complaint.objects.filter(opened_at__date=timezone.localdate()),
        lambda: Complaint.objects.filter(place__in=list(Place.objects.filter(code=actors.CITY))),
    ],
)
def test_what_would_be_out_of_date_is_not_kept(build):
    kept = composed(("dated", build), build)
    assert composed(("dated", build), build) is not kept


@pytest.mark.django_db
def test_what_can_find_nothing_asks_nothing():
    with CaptureQueriesContext(connection) as caught:
        assert composed("nothing", lambda: Complaint.objects.none()).rows() == []
    assert not caught


def test_a_moment_of_sending_is_a_moment():
    moment = at_sending(lambda now: now + timedelta(days=1))
    assert timedelta(0) < moment - timezone.now() <= timedelta(days=1)
    assert deepcopy(moment) is moment
    assert loads(dumps(at_sending(timezone.localtime))).tzinfo


@pytest.mark.django_db
def test_who_loses_a_post_no_longer_finds_what_was_kept_for_it(signed_in, filing, clerk, at):
    case = filing().complaint
    case.hand_to(clerk.acting_post.office)
    case.save(update_fields=["office", "office_ids"])
    client = signed_in(clerk)
    assert client.get("/complaints/").context["page"].count == 1
    other = actors.actor(Role.TOWNSHIP_CLERK, actors.OTHER_TOWNSHIP)
    assert signed_in(other).get("/complaints/").context["page"].count == 0
