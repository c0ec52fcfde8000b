"""Who else has a case open: told among those who work it, to nobody else, and never in the way of the page."""

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from redis.exceptions import ConnectionError as CacheDown

from governance.people.enums import Role
from governance.web import presence
from tests import actors


@pytest.fixture(autouse=True)
def open_breaker():
    presence.breaker.open_until = 0.0


def looks(user, case):
    """The names one reads on the page of the case."""
    client = Client()
    client.force_login(user, backend="governance.people.backends.PeopleBackend")
    return [one["name"] for one in client.get(case.get_absolute_url()).context["present"]]


def asks(user, case, **sent):
    client = Client()
    client.force_login(user, backend="governance.people.backends.PeopleBackend")
    return client.post(reverse("presence", args=[case.flow.procedure, case.number]), sent)


def test_two_who_work_a_case_read_of_each_other(operator, clerk, complaint):
    assert looks(operator, complaint) == []
    assert looks(clerk, complaint) == [operator.name]
    assert looks(operator, complaint) == [clerk.name]


def test_who_only_reads_leaves_no_trace_and_learns_no_name(operator, official, complaint):
    auditor = actors.actor(Role.AUDITOR)
    looks(operator, complaint)
    assert looks(auditor, complaint) == looks(official, complaint) == []
    assert looks(operator, complaint) == []


def test_another_case_is_another_matter(operator, clerk, filing):
    looks(operator, filing().complaint)
    assert looks(clerk, filing().complaint) == []


def test_who_cannot_see_the_case_is_told_nothing(operator, complaint):
    looks(operator, complaint)
    stranger = actors.actor(Role.TOWNSHIP_CLERK, actors.OTHER_TOWNSHIP)
    assert asks(stranger, complaint).status_code == 404


def test_an_open_page_asks_again_and_hears_only_what_is_new(operator, clerk, complaint):
    looks(clerk, complaint)
    answer = asks(operator, complaint)
    name = f"{clerk.name}（{clerk.acting_post.office.short_name}）"
    assert name in answer.content.decode()
    assert asks(operator, complaint, shown=name).status_code == 204


def test_a_minute_later_one_is_gone(operator, clerk, complaint, monkeypatch):
    looks(operator, complaint)
    later = presence.time.time() + presence.LASTS + 1
    monkeypatch.setattr(presence.time, "time", lambda: later)
    assert looks(clerk, complaint) == []


def test_without_a_cache_the_page_is_as_it_always_is(operator, clerk, complaint, monkeypatch):
    asked = []

    def fail(*_args, **_kwargs):
        asked.append(1)
        raise CacheDown("down")

    looks(operator, complaint)
    monkeypatch.setattr(cache, "get", fail)
    assert looks(clerk, complaint) == looks(clerk, complaint) == []
    assert len(asked) == 1


def test_it_costs_the_page_no_statement(signed_in, operator, complaint, monkeypatch):
    client = signed_in(operator)
    client.get(complaint.get_absolute_url())
    with CaptureQueriesContext(connection) as caught:
        client.get(complaint.get_absolute_url())
    monkeypatch.setattr("governance.web.casework.pages.present", lambda case, user: [])
    with CaptureQueriesContext(connection) as without:
        client.get(complaint.get_absolute_url())
    assert len(caught) == len(without) <= 15


def test_an_unknown_procedure_is_not_found(signed_in, operator):
    assert signed_in(operator).post(reverse("presence", args=["nothing", "x"])).status_code == 404
