"""A person asks for help without an account, follows it by number and code, takes the agreement back, says how it was."""

import pytest
from django.test import Client
from django.urls import reverse

from disputes.care.enums import State
from disputes.care.models import Care, CareNeed, Consent
from disputes.care.services import opened
from governance.flow import engine
from tests import actors
from tests.actors import days
from tests.disputes.care.conftest import SECRETS

ASK = reverse("ask_for_care")


def sent(client, **changed):
    """Fill the form as the page carries it, with the sum solved, and press 提交申请."""
    form = client.get(ASK).context["form"]
    carried = {"submission": form["submission"].value(), "challenge_token": form["challenge_token"].value()}
    if "challenge_answer" in form.fields:
        asked = form.fields["challenge_answer"].widget.challenge
        carried |= {"challenge_token": asked.token, "challenge_answer": str(asked.puzzle.answer)}
    typed = {
        "need": CareNeed.objects.get(code="company").pk, "situation": SECRETS["situation"], "name": SECRETS["name"],
        "phone": SECRETS["phone"], "asked_by": "self", "agreed": "on", "place_county": actors.COUNTY, "place_township": actors.TOWNSHIP,
    }  # fmt: skip
    return client.post(ASK, {**typed, **carried, **changed})


@pytest.fixture
def asked(client, bureau):
    """The request and its code, the pass in the client's session."""
    receipt = client.get(sent(client).url)
    return Care.objects.get(), receipt.context["code"]


def page_of(client, care):
    return client.get(reverse("care_tracked", args=[care.number]))


def test_it_reaches_the_bureau_with_the_agreement_of_the_person(asked, bureau):
    care, code = asked
    consent = Consent.objects.get()
    assert (care.supervisor, care.state, consent.way, consent.recorded_by) == (bureau.acting_post.office, "requested", "web", None)
    assert code


def test_the_person_reads_how_far_it_is_and_who_looked(client, asked, bureau, at):
    care, _code = asked
    opened(care, by=bureau, at=at, purpose="contact")
    page = page_of(client, care).content.decode()
    assert "正在安排" in page
    assert "联系群众" in page
    assert SECRETS["situation"] not in page


def test_the_agreement_is_taken_back_with_one_press_and_no_reason(client, asked):
    care, _code = asked
    version = page_of(client, care).context["form"].initial["version"]
    client.post(reverse("revoke_care", args=[care.number]), {"version": version})
    page = page_of(client, care)
    assert Care.objects.get().state == State.REVOKED
    assert page.context["form"] is None
    assert "已撤回同意" in page.content.decode()


def test_nobody_without_the_code_sees_it_or_takes_it_back(asked):
    care, _code = asked
    stranger = Client()
    assert page_of(stranger, care).url.startswith(reverse("track"))
    for name in ("revoke_care", "rate_care"):
        assert stranger.post(reverse(name, args=[care.number]), {"satisfaction": "satisfied"}).status_code == 302
    assert Care.objects.get().state == State.REQUESTED


def test_number_and_code_open_it_again(asked):
    care, code = asked
    fresh = Client()
    assert fresh.post(reverse("track"), {"number": care.number, "code": code}).url == reverse("care_tracked", args=[care.number])
    assert page_of(fresh, care).status_code == 200


@pytest.mark.parametrize(
    ("changed", "wrong"),
    [({"agreed": ""}, "agreed"), ({"phone": "1"}, "phone"), ({"need": ""}, "need"), ({"place_township": ""}, "place"),
     ({"situation": ""}, "situation")],
)  # fmt: skip
def test_what_is_missing_is_told_beside_its_field(client, bureau, changed, wrong):
    answer = sent(client, **changed)
    assert (answer.status_code, set(answer.context["form"].errors)) == (422, {wrong})
    assert not Care.objects.exists()


def test_the_person_says_how_the_help_was_once(client, asked, bureau, provider, helper, at):
    care, _code = asked
    at = care.opened_at
    care = engine.take(care, "assign", by=bureau, at=at, provider=provider)
    care = engine.take(care, "accept", by=helper, at=at)
    engine.take(care, "end", by=helper, at=at + days(1), result="helped", closing="")
    rating = page_of(client, care).context["rating"]
    client.post(reverse("rate_care", args=[care.number]), {"satisfaction": "fairly", "version": rating.initial["version"]})
    client.post(reverse("rate_care", args=[care.number]), {"satisfaction": "dissatisfied"})
    assert Care.objects.get().satisfaction == "fairly"
    assert page_of(client, care).context["rating"] is None
