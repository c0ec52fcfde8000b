"""The administrators' pages, the page for developers, and what the demo prints."""

import json
from io import StringIO

import pytest
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone

from disputes.open311.data.load import load_attributes
from disputes.open311.demo.seed import DEMO_KEY, demo_key
from disputes.open311.models import ApiKey, ServiceAttribute
from disputes.open311.services import key_of
from governance import registry
from governance.people.enums import Role
from tests import actors
from tests.disputes.open311.conftest import LAMP

NEW = {"name": "某 App", "contact": "某公司 0471-1234567", "scopes": ["file"], "per_hour": 50}
QUESTION = {
    "code": "colour", "description": "什么颜色", "datatype": "singlevaluelist", "options": "red|红\nblue|蓝", "order": 5, "active": "on",
}  # fmt: skip


@pytest.fixture
def admin(offices, signed_in):
    return signed_in(actors.actor(Role.ADMINISTRATOR))


def test_a_key_is_shown_once_and_not_kept(admin):
    page = admin.post(reverse("open311_issue"), NEW).content.decode()
    plain = page.partition("hs311-")[2].partition("<")[0]
    row = ApiKey.objects.get()
    assert key_of(f"hs311-{plain}") == row
    assert plain not in json.dumps([str(value) for value in ApiKey.objects.values_list()[0]])
    assert plain not in admin.get(reverse("open311_key", args=[row.pk])).content.decode()


@pytest.mark.parametrize("wrong", [{"name": ""}, {"scopes": []}, {"per_hour": 0}, {"contact": ""}])
def test_a_key_needs_its_facts(admin, wrong):
    answer = admin.post(reverse("open311_issue"), {**NEW, **wrong})
    assert answer.status_code == 422
    assert not ApiKey.objects.exists()


def test_a_key_is_changed_and_switched_off(admin, key):
    admin.post(reverse("open311_key", args=[key.pk]), {**NEW, "per_hour": 7})
    admin.post(reverse("open311_end", args=[key.pk]))
    row = ApiKey.objects.get()
    assert (row.per_hour, row.name, key_of(key.plain)) == (7, "某 App", None)
    assert admin.get(reverse("open311_end", args=[key.pk])).status_code == 404


def test_use_is_shown(admin, georeport):
    georeport.filed()
    georeport.get("requests.json", api_key=georeport.key.plain)
    row = next(iter(admin.get(reverse("open311_keys")).context["keys"]))
    assert (row.calls, row.filed) == (2, 1)
    usage = admin.get(reverse("open311_key", args=[georeport.key.pk])).context["usage"]
    assert (usage[0]["calls"], usage[0]["filed"]) == (2, 1)


def test_a_county_does_not_issue_keys_of_the_city(offices, signed_in):
    county = signed_in(actors.actor(Role.ADMINISTRATOR, actors.COUNTY))
    assert county.get(reverse("open311_keys")).status_code == 403


def test_a_question_is_added_and_changed(admin, client):
    url = reverse("open311_category", args=[LAMP])
    admin.post(url, QUESTION)
    row = ServiceAttribute.objects.get(code="colour")
    assert row.values == [["red", "红"], ["blue", "蓝"]]
    admin.post(reverse("open311_attribute", args=[row.pk]), {**QUESTION, "description": "哪种颜色", "datatype": "string"})
    row.refresh_from_db()
    assert (row.description, row.values, row.code) == ("哪种颜色", [], "colour")
    codes = [one["code"] for one in client.get(f"/open311/v2/services/{LAMP}.json").json()["attributes"]]
    assert codes == ["place_code", "colour", "pole_number", "lamp_state"]


@pytest.mark.parametrize(
    "wrong", [{"code": "place_code"}, {"code": "两"}, {"code": "pole_number"}, {"options": ""}, {"options": "a|1\na|2"}]
)
def test_a_wrong_question_is_refused(admin, wrong):
    answer = admin.post(reverse("open311_category", args=[LAMP]), {**QUESTION, **wrong})
    assert answer.status_code == 422
    assert not ServiceAttribute.objects.filter(code="colour").exists()


def test_questions_are_loaded_once(db):
    ServiceAttribute.objects.filter(code="pole_number").update(description="改过的")
    assert load_attributes() == {"attributes": 0}
    assert ServiceAttribute.objects.get(code="pole_number").description == "改过的"


def test_the_page_for_developers_names_every_call(client, db):
    page = client.get(reverse("open311")).content.decode()
    for word in ("/open311/v2/requests.{format}", "Idempotency-Key", "place_code", "openapi.json"):
        assert word in page


def test_the_demo_prints_its_key(offices, monkeypatch):
    actors.actor(Role.HOTLINE_OPERATOR)
    type(actors.actor(Role.HOTLINE_OPERATOR)).objects.update(is_demo=True)
    said = StringIO()
    call_command("demo_accounts", "--json", stdout=said)
    assert json.loads(said.getvalue())["open311"]["api_key"] == DEMO_KEY
    assert registry.demo_access()["open311"]()["api_key"] == DEMO_KEY


def test_the_demos_key_opens_the_interface_and_is_made_once(db):
    assert demo_key(at=timezone.now()) == demo_key(at=timezone.now()) == key_of(DEMO_KEY)
