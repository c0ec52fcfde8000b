"""The calendar: a month on the screen, and a file under a private address."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from emergencies.drills.models import Subscription
from emergencies.drills.rules import LINE, Entry, calendar_file, folded
from emergencies.drills.services import key_of, subscribe, unsubscribe
from governance.flow import engine
from governance.people.models import Post
from tests.emergencies.drills.test_flow import PLAN

MONTH, SUBSCRIBE = reverse("drills_calendar"), reverse("drills_subscribe")
TOLD = datetime(2026, 11, 23, tzinfo=UTC)


@given(st.text(st.characters(blacklist_categories=["Cc", "Cs"]), max_size=300))
def test_a_line_is_folded_within_the_octets_and_loses_nothing(text):
    pieces = folded(text).split("\r\n")
    assert all(len(piece.encode()) <= LINE for piece in pieces)
    assert pieces[0] + "".join(piece[1:] for piece in pieces[1:]) == text


def test_a_calendar_file_says_days_hours_and_alarms():
    whole = Entry("A-due", date(2026, 11, 30), "期限, 演练", "https://x/1", TOLD, warn_days=7)
    timed = Entry("A-planned", date(2026, 11, 30), "演练", "https://x/1", TOLD, hour=time(10), place="东广场")
    told = calendar_file([whole, timed], name="应急演练", host="portal.example").split("\r\n")
    for line in ("DTSTART;VALUE=DATE:20261130", "DTEND;VALUE=DATE:20261201", "TRIGGER:-P7D", "SUMMARY:期限\\, 演练", "LOCATION:东广场",
                 "DTSTART:20261130T020000Z", "DTEND:20261130T030000Z", "UID:A-due@portal.example"):  # fmt: skip
        assert line in told
    assert (told[0], told[-2], told.count("BEGIN:VEVENT"), told.count("END:VEVENT")) == ("BEGIN:VCALENDAR", "END:VCALENDAR", 2, 2)


@pytest.fixture
def coming(drill, manager, at):
    day = timezone.localdate() + timedelta(days=3)
    return engine.take(drill, "plan", by=manager, at=at, planned_on=day, **PLAN)


def test_the_month_shows_what_is_planned_and_what_falls_due(coming, manager, stranger, signed_in):
    client, day = signed_in(manager), coming.planned_on
    page = client.get(MONTH, {"month": f"{day:%Y-%m}", "day": day.isoformat()})
    assert [drill.pk for drill in page.context["drills"]] == [coming.pk]
    assert "计划 1 次" in page.content.decode()
    assert "到期 1 处" in client.get(MONTH, {"month": "2027-05"}).content.decode()
    assert [*signed_in(stranger).get(MONTH, {"month": f"{day:%Y-%m}"}).context["drills"]] == []


@pytest.mark.parametrize("query", [{"month": "2026-13"}, {"day": "x"}, {"month": "9999999-1"}, {"month": "2026-11", "day": "2026-12-01"}])
def test_a_month_that_is_none_is_no_error(query, manager, signed_in):
    assert signed_in(manager).get(MONTH, query).status_code == 200


def feed(client, user):
    return client.get(reverse("drills_feed", args=[key_of(Subscription.objects.get(user=user))]))


def test_the_private_address_opens_ones_own_drills_and_nobody_else_s(coming, manager, stranger, signed_in, client):
    for person in (manager, stranger):
        assert signed_in(person).post(SUBSCRIBE).status_code == 302
    own, other = (feed(client, person).content.decode() for person in (manager, stranger))
    assert f"{coming.number}-planned" in own
    assert f"{coming.number}-due" in own
    assert coming.number not in other
    assert coming.venue.manager not in own
    assert feed(client, manager)["Content-Type"] == "text/calendar; charset=utf-8"


def test_another_address_ends_the_one_before_and_giving_up_ends_both(manager, client, at):
    old = reverse("drills_feed", args=[key_of(subscribe(manager, at=at))])
    new = reverse("drills_feed", args=[key_of(subscribe(manager, at=at))])
    assert [client.get(address).status_code for address in (old, new)] == [404, 200]
    unsubscribe(manager)
    assert client.get(new).status_code == 404


@pytest.mark.parametrize("key", ["1-1-none", "x", "1", "9" * 30 + "-1-a", "²-1-a"])
def test_a_wrong_address_opens_nothing(key, db, client):
    assert client.get(reverse("drills_feed", args=[key])).status_code == 404


def test_whoever_lost_the_account_or_the_post_reads_nothing_any_more(coming, manager, client, at):
    subscribe(manager, at=at)
    type(manager).objects.filter(pk=manager.pk).update(is_active=False)
    assert feed(client, manager).status_code == 404
    type(manager).objects.filter(pk=manager.pk).update(is_active=True)
    Post.objects.filter(user=manager).update(ends=at)
    assert coming.number not in feed(client, manager).content.decode()


def test_an_announcement_is_published_until_its_day(coming, manager, at, client):
    engine.take(coming, "announce", by=manager, at=at, announcement="届时有警报，请勿惊慌。")
    assert "届时有警报" in client.get(reverse("drills_published")).content.decode()
    type(coming).objects.update(planned_on=timezone.localdate() - timedelta(days=1))
    assert "届时有警报" not in client.get(reverse("drills_published")).content.decode()


def test_a_drill_held_before_its_day_is_expected_on_it_no_more(coming, manager, at, signed_in):
    month = {"month": f"{coming.planned_on:%Y-%m}"}
    assert [*signed_in(manager).get(MONTH, month).context["drills"]] == [coming]
    given = {"held_at": at, "participants": 30, "course": "提前组织，疏散有序。", "photographs": []}
    engine.take(coming, "hold", by=manager, at=at, **given)
    assert [*signed_in(manager).get(MONTH, month).context["drills"]] == []
