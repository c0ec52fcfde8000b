"""The first page and the page about the portal."""

import pytest
from django.urls import reverse

from disputes.complaints.public.promises import promises
from governance.deadlines.models import Limit
from governance.web.furniture import doors
from tests.disputes.complaints.public.resident import text


@pytest.mark.django_db
@pytest.mark.parametrize("line", ["110", "119", "120", "122"])
def test_the_front_door_names_the_emergency_lines(client, line):
    assert f'href="tel:{line}"' in text(client.get(reverse("home")))


@pytest.mark.django_db
def test_the_front_door_leads_to_filing_and_tracking(client):
    page = text(client.get(reverse("home")))
    assert f'href="{reverse("file_complaint")}"' in page
    assert f'href="{reverse("track")}"' in page


def test_what_can_be_done_are_few_cards_and_what_can_be_read_are_lines_below_them():
    cards, lines = {door["url"] for door in doors()}, {door["url"] for door in doors(reads=True)}
    assert {reverse("apply_mediation"), reverse("ask_for_care")} <= cards
    assert {reverse("mediator_directory"), reverse("matters")} <= lines
    assert len(cards) <= 9
    assert not cards & lines


@pytest.mark.django_db
def test_every_door_is_on_the_front_page(client):
    page = text(client.get(reverse("home")))
    assert all(f'href="{door["url"]}"' in page for door in [*doors(), *doors(reads=True)])


@pytest.mark.django_db
def test_it_promises_the_limits_in_force(client):
    dispatch = Limit.objects.get(code="complaints.dispatch")
    assert dispatch.amount_label in text(client.get(reverse("home")))


@pytest.mark.django_db
def test_a_changed_limit_changes_the_promise(at):
    Limit.objects.filter(code="complaints.dispatch").update(amount=7)
    assert promises(at=at)[0]["limits"][0]["length"] == "7个工作时"


@pytest.mark.django_db
def test_a_limit_taken_from_another_city_says_so(at):
    handling = next(row for row in promises(at=at) if len(row["limits"]) == 4)
    assert handling["limits"][2]["source"].startswith("参照济南市")


@pytest.mark.django_db
def test_a_stage_without_a_limit_is_left_out(at):
    Limit.objects.filter(code="complaints.call_back").update(valid_from=at.replace(year=2030))
    assert len(promises(at=at)) == 3


def test_the_portal_says_what_it_is_and_which_centres_there_are(client, offices):
    page = client.get(reverse("about"))
    assert "第四条" in text(page)
    assert [centre.place.path for centre in page.context["centres"]] == ["1501", "150102"]
