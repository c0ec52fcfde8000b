"""The numbers of the desk are asked together, and are those of the moment."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from disputes.complaints.models import Complaint
from governance.people.enums import Role
from governance.web.casework.counting import Question, answers, card_of, cards_for
from tests import actors

DESK = reverse("desk")


def shown(client):
    context = client.get(DESK).context
    return {card["url"]: card["count"] for card in [*context["cards"], *context["overview"]]}


@pytest.mark.django_db
def test_all_cards_are_asked_in_one_statement(signed_in, clerk):
    client = signed_in(clerk)
    shown(client)
    with CaptureQueriesContext(connection) as caught:
        shown(client)
    counting = [query["sql"] for query in caught.captured_queries if "count(*) FROM (SELECT" in query["sql"]]
    assert len(counting) == 1
    assert counting[0].count("count(*) FROM (SELECT") > 20


@pytest.mark.django_db
def test_a_number_is_that_of_the_moment(signed_in, operator, filing):
    client = signed_in(operator)
    before = shown(client)
    filing()
    assert sum(shown(client).values()) > sum(before.values())


@pytest.mark.django_db
def test_a_number_stops_where_nobody_counts_on(filing):
    filing(), filing()
    assert answers([Question(None, Complaint.objects.order_by, up_to=1), Question(None, Complaint.objects.none)]) == (2, 0)


@pytest.mark.django_db
def test_a_quiet_card_stands_only_where_something_waits(rf, filing):
    def build(_request):
        return [card_of(Complaint.objects.all(), label=quiet, url="", procedure="", is_quiet=quiet) for quiet in (True, False)]

    request = rf.get("/")
    request.user = actors.actor(Role.AUDITOR)
    assert [card["label"] for card in cards_for(request, [build])] == [False]
    filing()
    found = cards_for(request, [build])
    assert [(card["label"], card["count"], card["more"]) for card in found] == [(True, 1, False), (False, 1, False)]
