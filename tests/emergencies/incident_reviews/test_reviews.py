"""After an incident: a review by who led, judged by another, whose measures come back until they are done."""

from datetime import timedelta

import pytest
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from emergencies.incident_reviews.enums import FINAL, State
from emergencies.incident_reviews.flow import FLOW
from emergencies.incident_reviews.models import IncidentReview
from governance.access.scope import may
from governance.flow import engine
from governance.flow.table import SYSTEM
from governance.people.enums import Role
from tests import actors
from tests.emergencies.incidents import scenes
from tests.flows import elsewhere

WORDS = {"strengths": "到场及时。", "shortfalls": "水源图没有更新。", "lessons": "每季核对水源。"}


@pytest.fixture
def review(incident, fire, at):
    scenes.ended(incident, fire, at)
    return IncidentReview.objects.get()


def measures(at, *days):
    return [{"text": f"改进{day}", "owner": "消防大队", "until": (at + timedelta(days=day)).date()} for day in days]


def submitted(review, by, at, *days):
    return engine.take(review, "submit", by=by, at=at, measures=measures(at, *days), **WORDS)


def test_it_is_owed_by_who_led_once_the_incident_is_over(review, incident, fire, at):
    assert (review.state, review.office, review.incident) == (State.WRITING, fire.acting_post.office, incident)
    again = engine.take(type(incident).objects.get(), "reopen", by=fire, at=at + timedelta(hours=4), note="复燃。")
    engine.take(again, "end", by=fire, at=at + timedelta(hours=5), note="扑灭。")
    assert IncidentReview.objects.count() == 1


def test_measures_come_back_until_they_are_done(review, fire, centre, at):
    approved = engine.take(submitted(review, fire, at, 20, 10), "approve", by=centre, at=at)
    assert (approved.state, approved.measures_until) == (State.IMPROVING, (at + timedelta(days=10)).date())
    first, second = approved.measures.order_by("until")
    left = engine.take(approved, "finish_measure", by=fire, at=at, note="已更新。", measure=first)
    assert (left.state, left.measures_until) == (State.IMPROVING, second.until)
    with pytest.raises(engine.StepRefused, match="已经完成"):
        engine.take(left, "finish_measure", by=fire, at=at, note="再次。", measure=first)
    engine.take(left, "finish_measure", by=fire, at=at, note="已演练。", measure=second)
    assert IncidentReview.objects.get().state == State.CLOSED


def test_without_measures_it_is_closed_by_its_approval(review, fire, centre, at):
    engine.take(submitted(review, fire, at), "approve", by=centre, at=at)
    assert IncidentReview.objects.get().state == State.CLOSED


def test_nobody_approves_his_own(handled, centre, fire, at):
    moved = engine.take(handled, "transfer", by=fire, at=at, note="由综治中心牵头。", office=centre.acting_post.office)
    scenes.told(moved, centre, at)
    engine.take(type(handled).objects.get(), "end", by=centre, at=at, note="结束。")
    with pytest.raises(engine.StepRefused, match="自行审定"):
        engine.take(submitted(IncidentReview.objects.get(), centre, at), "approve", by=centre, at=at)


def test_what_is_sent_back_is_written_anew(review, fire, centre, at):
    back = engine.take(submitted(review, fire, at, 10), "send_back", by=centre, at=at, note="原因不清。")
    assert submitted(back, fire, at, 5, 6).measures.count() == 2


def test_pages(client, review, fire, centre, at):
    actors.sign_in(client, fire)
    assert review.number in client.get(reverse("incident_reviews_list")).content.decode()
    address = reverse("incident_reviews_take_step", args=[review.number, "submit"])
    day = (timezone.localdate() + timedelta(days=9)).isoformat()
    assert client.post(address, {**WORDS, "text_1": "更新水源图"}).status_code == 422
    assert client.post(address, {**WORDS, "text_1": "更新水源图", "owner_1": "大队", "until_1": day}).status_code == 302
    page = client.get(review.get_absolute_url()).content.decode()
    assert [word for word in ("更新水源图", "共 1 份", "水源图没有更新。") if word not in page] == []
    for form in ("docx", "pdf"):
        assert client.get(reverse("incident_reviews_paper", args=[review.number, form])).status_code == 200
    assert b"".join(client.get(reverse("incident_reviews_export"), {"format": "csv"}).streaming_content)
    actors.sign_in(client, centre)
    for step in ("approve", "send_back"):
        assert client.get(reverse("incident_reviews_take_step", args=[review.number, step])).status_code == 200


@pytest.mark.parametrize("state", State)
def test_no_step_is_taken_from_a_state_that_is_not_its_own(state, review, fire, at):
    IncidentReview.objects.update(state=state, closed_at=at if state in FINAL else None, shortfalls="无。")
    stands = IncidentReview.objects.get()
    for step in elsewhere(FLOW, state):
        by = SYSTEM if step.needs == SYSTEM else fire
        with pytest.raises(engine.StepRefused), transaction.atomic():
            engine.take(stands, step.name, by=by, at=at, note="x", **dict.fromkeys(step.fields))


def test_exactly_these_see_it(review, clerk, fire, centre, official, manager):
    housing = actors.actor(Role.DEPARTMENT_HANDLER)
    asked = [clerk, fire, centre, official, manager, housing]
    assert {one for one in asked if may(one, review.view_capability, review)} == {clerk, fire, centre, official}
