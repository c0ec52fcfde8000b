"""The pages of the two who help, of those who take a request down, the register, the list of services, and the counts."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from disputes.care.enums import State
from disputes.care.models import Care, CareNeed, CareProvider, Consent
from governance.people.enums import OfficeType, Role
from governance.privacy.models import Opening
from tests import actors
from tests.actors import days
from tests.disputes.care.conftest import SECRETS

LIST, CREATE = reverse("care_list"), reverse("care_create")
HTMX = {"HTTP_HX_REQUEST": "true"}


def step_url(care, name):
    return reverse("care_take_step", args=[care.number, name])


def taken_down(**changed):
    need = CareNeed.objects.get(code="company")
    return {
        **SECRETS, "need": need.pk, "asked_by": "self", "way": "code", "given_on": f"{timezone.localdate()}", "reference": "A3K9",
        "agreed": "on", "submission": "5d0c1a9e-6a2f-4a53-9d1c-0f3f4a3f9f10", "place_county": actors.COUNTY,
        "place_township": actors.TOWNSHIP, "place_village": actors.VILLAGE, **changed,
    }  # fmt: skip


@pytest.mark.parametrize("headers", [{}, HTMX], ids=["plain", "htmx"])
def test_the_ordinary_way_can_be_walked(signed_in, care, bureau, provider, helper, headers):
    typed = [
        (bureau, "assign", {"provider": provider.pk}),
        (helper, "accept", {}),
        (helper, "visit", {"visited_on": f"{timezone.localdate()}", "way": "home", "done": "聊了聊。", "next_plan": ""}),
        (helper, "end", {"result": "helped", "closing": ""}),
        (bureau, "call_back", {"satisfaction": "satisfied"}),
    ]
    for user, name, given in typed:
        client = signed_in(user)
        assert client.get(step_url(care, name), **headers).status_code == 200, name
        answer = client.post(step_url(care, name), given, **headers)
        assert answer.status_code == (200 if headers else 302), (name, answer.context and answer.context["form"].errors)
    assert (Care.objects.get().state, Care.objects.get().satisfaction) == (State.ENDED, "satisfied")


def test_no_step_asks_for_a_note(signed_in, care, bureau):
    client = signed_in(bureau)
    for name in ("assign", "close", "refer", "stop"):
        assert "note" not in client.get(step_url(care, name)).context["form"].fields, name


def test_stopping_asks_that_it_was_checked_with_the_person(signed_in, serving, helper):
    client = signed_in(helper)
    assert set(client.post(step_url(serving, "stop"), {}).context["form"].errors) == {"confirmed"}
    client.post(step_url(serving, "stop"), {"confirmed": "on"})
    page = client.get(serving.get_absolute_url()).content.decode()
    assert "本人已撤回同意" in page
    assert client.get(reverse("care_facts", args=[serving.number])).status_code == 404


def test_a_stated_purpose_opens_the_facts(signed_in, serving, helper):
    client, address = signed_in(helper), reverse("care_facts", args=[serving.number])
    assert client.post(address, {}).status_code == 422
    assert not Opening.objects.exists()
    for headers in ({}, HTMX):
        assert SECRETS["situation"] in client.post(address, {"purpose": "contact"}, **headers).content.decode()
    assert Opening.objects.filter(by=helper, field="situation").count() == 2


@pytest.mark.parametrize("role", [Role.VILLAGE_CLERK, Role.TOWNSHIP_CLERK, Role.CENTRE_OFFICER])
def test_who_takes_a_request_down_is_left_with_the_receipt_alone(signed_in, bureau, role):
    client = signed_in(actors.actor(role))
    first, again = (client.post(CREATE, taken_down(), follow=True) for _time in range(2))
    care, consent = Care.objects.get(), Consent.objects.get()
    assert first.context["code"] == again.context["code"] != ""
    assert (consent.way, consent.recorded_by.acting_post, bool(consent.reference)) == ("code", None, True)
    assert SECRETS["name"] not in first.content.decode()
    assert client.get(care.get_absolute_url()).status_code == 403


@pytest.mark.parametrize(
    ("changed", "wrong"),
    [({"agreed": ""}, {"agreed"}), ({"reference": ""}, {"reference"}), ({"phone": "12"}, {"phone"}), ({"need": ""}, {"need"}),
     ({"given_on": "2030-01-01"}, {"given_on"}), ({"way": "signed", "reference": ""}, {"reference"})],
)  # fmt: skip
def test_without_an_agreement_that_can_be_shown_nothing_is_taken_down(signed_in, bureau, changed, wrong):
    answer = signed_in(actors.actor(Role.VILLAGE_CLERK)).post(CREATE, taken_down(**changed))
    assert (answer.status_code, set(answer.context["form"].errors)) == (422, wrong)
    assert SECRETS["situation"] in answer.content.decode()
    assert not Care.objects.exists()


def statements(client):
    with CaptureQueriesContext(connection) as caught:
        assert client.get(LIST).status_code == 200
    return len(caught)


def test_ten_rows_cost_no_more_statements_than_one(signed_in, asking, bureau):
    client = signed_in(bureau)
    asking()
    statements(client)
    one = statements(client)
    for _number in range(9):
        asking()
    assert statements(client) == one <= 12


def test_a_bureau_keeps_its_own_register(signed_in, bureau, contract):
    other = contract("别的机构", supervisor=actors.office(OfficeType.BUREAU, actors.COUNTY, "health"))
    client, need = signed_in(bureau), CareNeed.objects.get(code="company")
    day = timezone.localdate()
    facts = {"name": "晨光社工", "kind": "bought", "contract": "采1", "begins": f"{day}", "ends": f"{day + days(90)}", "needs": [need.pk],
             "places": [actors.place(actors.COUNTY).pk], "active": "on"}  # fmt: skip
    wrong = client.post(reverse("care_provider_create"), {**facts, "contract": "", "ends": f"{day - days(1)}"})
    assert set(wrong.context["form"].errors) == {"contract", "ends"}
    client.post(reverse("care_provider_create"), facts)
    kept = CareProvider.objects.exclude(pk=other.pk).get()
    client.post(reverse("care_provider_edit", args=[kept.pk]), {**facts, "name": "晨光社工站"})
    assert "晨光社工站" in client.get(reverse("care_providers")).content.decode()
    assert client.get(reverse("care_provider_edit", args=[other.pk])).status_code == 404


def test_the_list_of_services_is_kept_as_data(signed_in, offices):
    client = signed_in(actors.actor(Role.ADMINISTRATOR))
    actors.office(OfficeType.BUREAU, actors.CITY, "civil")
    facts = {"label": "学习辅导", "text": "孩子功课跟不上，想有人教", "trade": "civil", "order": "5", "active": "on"}
    client.post(reverse("care_need_create"), facts)
    kept = CareNeed.objects.get(label="学习辅导")
    client.post(reverse("care_need_edit", args=[kept.pk]), {**facts, "active": ""})
    assert not CareNeed.objects.get(pk=kept.pk).active
    assert "学习辅导" in client.get(reverse("care_needs")).content.decode()


def test_the_counts_show_no_cell_below_five(signed_in, asking, offices):
    client = signed_in(actors.actor(Role.CENTRE_OFFICER))
    for _number in range(4):
        asking(at=timezone.now())
    assert client.get(reverse("care_figures")).context["total"] is None
    for need in ("company", "company", "family"):
        asking(at=timezone.now(), need=need)
    answer = client.get(reverse("care_figures"))
    assert answer.context["total"] == 7
    assert {count for _label, count in answer.context["by_need"]} == {None}
    assert dict(answer.context["by_state"])["待安排"] is None
