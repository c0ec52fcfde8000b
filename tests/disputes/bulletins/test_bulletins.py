"""Drafted by itself, published by a person, never written again: a correction is a new version."""

from datetime import date, datetime, timedelta

import pytest
from django.urls import reverse

from disputes.bulletins import services
from disputes.bulletins.enums import State
from disputes.bulletins.models import Bulletin
from disputes.bulletins.rules import digest
from disputes.complaints.models import Complaint
from governance.people.enums import OfficeType, Role
from tests import actors
from tests.conftest import CITY_TIME, MONDAY

OCTOBER, FIRST = date(2026, 10, 1), datetime(2026, 11, 1, 8, 0, tzinfo=CITY_TIME)


@pytest.fixture
def october(filing):
    """Six complaints of October, five of them contacted in time."""
    for index in range(6):
        case = filing(at=MONDAY - timedelta(days=40)).complaint
        Complaint.objects.filter(pk=case.pk).update(contact_kept=index > 0)


@pytest.fixture
def published(october, operator):
    return services.publish(services.draft(OCTOBER, at=FIRST), by=operator, at=FIRST + timedelta(days=3))


def test_it_is_drafted_on_the_first_days_once_and_counted_anew_the_next_day(october):
    services.draft_due(at=FIRST)
    services.draft_due(at=FIRST)
    services.draft_due(at=FIRST + timedelta(days=1))
    row = Bulletin.objects.get()
    assert (row.month, row.state, row.counted_at) == (OCTOBER, State.DRAFT, FIRST + timedelta(days=1))


def test_after_the_fifth_nothing_is_drafted_by_itself(october):
    assert services.draft_due(at=FIRST + timedelta(days=5)) is None
    assert not Bulletin.objects.exists()


def test_a_month_that_runs_is_not_drafted(october):
    with pytest.raises(services.BulletinRefused):
        services.draft(date(2026, 11, 1), at=FIRST)


def test_its_figures_are_the_declared_ones(published):
    assert published.figures["city"]["values"]["complaints.response"] == {"rate": 0.8333, "n": 6, "rank": None, "ranked": False}
    assert published.figures["city"]["received"] == 6
    assert published.inputs["complaints.response"][actors.TOWNSHIP] == [5, 6]


def test_what_is_published_stays_whatever_happens_to_the_cases(published):
    before = Bulletin.objects.get(pk=published.pk).figures
    Complaint.objects.update(contact_kept=True)
    services.draft_due(at=FIRST + timedelta(days=4))
    with pytest.raises(services.BulletinRefused):
        services.recount(published, at=FIRST + timedelta(days=4))
    row = Bulletin.objects.get()
    assert (row.figures, row.digest) == (before, digest(before))


def test_a_correction_is_a_new_version_with_its_reason(published, operator, client):
    Complaint.objects.update(contact_kept=True)
    with pytest.raises(services.BulletinRefused):
        services.correct(published, reason=" ", at=MONDAY)
    draft = services.correct(published, reason="漏计一件", at=MONDAY)
    assert client.get(reverse("bulletin", args=["2026-10"])).context["bulletin"].version == 1
    services.publish(draft, by=operator, at=MONDAY)
    assert client.get(reverse("bulletin", args=["2026-10"])).context["bulletin"].version == 2
    old = client.get(reverse("bulletin_version", args=["2026-10", 1]))
    assert old.context["is_replaced"]
    assert "漏计一件" in client.get(reverse("bulletin", args=["2026-10"])).content.decode()


def test_a_draft_is_nobody_else_s(october, client):
    services.draft(OCTOBER, at=FIRST)
    assert client.get(reverse("bulletin", args=["2026-10"])).status_code == 404
    answer = client.get(reverse("bulletin_json", args=["2026-10"]))
    assert (answer.status_code, answer["Content-Type"], list(answer.json())) == (404, "application/json", ["error"])


def test_a_month_is_out_with_its_bulletin_and_not_before(october, operator):
    row = services.draft(OCTOBER, at=FIRST)
    assert services.published_months() == set()
    services.publish(row, by=operator, at=FIRST)
    assert services.published_months() == {OCTOBER}


def test_every_rank_says_of_which_rate(published, client):
    page = client.get(reverse("bulletin", args=["2026-10"])).content.decode()
    for label in ("响应率", "解决率", "满意率"):
        assert f'data-label="{label}组内名次"' in page
        assert f"名次（{label[:2]}）" in page
    assert page.count("同组够 30 的不足三个地方的") == 1


def test_programs_read_the_same_and_no_inputs(published, client):
    data = client.get(reverse("bulletin_json", args=["2026-10"])).json()
    assert data["city"] == published.figures["city"]
    assert "inputs" not in data
    assert data["sha256"] == published.digest
    listed = client.get(reverse("bulletins_json")).json()["bulletins"]
    assert [row["month"] for row in listed] == ["2026-10"]


def test_figures_counted_anew_meanwhile_are_not_published_unseen(october, signed_in, operator):
    row = services.draft(OCTOBER, at=FIRST)
    services.recount(row, at=FIRST + timedelta(hours=1))
    typed = {"counted_at": FIRST.isoformat(), "foreword": "本月供热开始。"}
    answer = signed_in(operator).post(reverse("bulletins_publish", args=[row.pk]), typed)
    assert answer.status_code == 422
    assert "本月供热开始。" in answer.content.decode()
    assert Bulletin.objects.get().state == State.DRAFT


def test_a_person_publishes_what_was_looked_at(october, signed_in, operator):
    row = services.draft(OCTOBER, at=FIRST)
    browser, address = signed_in(operator), reverse("bulletins_review", args=[row.pk])
    seen = browser.get(address).context["form"]["counted_at"].value()
    assert browser.post(reverse("bulletins_publish", args=[row.pk]), {"counted_at": seen}).headers["Location"] == address
    assert Bulletin.objects.get().published_by == operator


@pytest.mark.parametrize(("role", "code"), [(Role.LEADING_OFFICE, actors.COUNTY), (Role.TOWNSHIP_CLERK, None), (Role.AUDITOR, None)])
def test_nobody_else_publishes(published, signed_in, role, code):
    answer = signed_in(actors.actor(role, code)).post(reverse("bulletins_correct", args=[published.pk]), {"reason": "试"})
    assert answer.status_code == 403
    assert Bulletin.objects.count() == 1


def test_the_city_s_office_publishes_too(published, signed_in):
    office = actors.actor(Role.LEADING_OFFICE, actors.CITY, kind=OfficeType.LEADING_GROUP)
    signed_in(office).post(reverse("bulletins_correct", args=[published.pk]), {"reason": "漏计"})
    assert Bulletin.objects.drafts().get().reason == "漏计"


@pytest.mark.parametrize("name", ["bulletins", "bulletins_json"])
def test_the_lists_open_without_any(client, db, name):
    assert client.get(reverse(name)).status_code == 200
