"""A party applies without an account, follows the case by number and code, and withdraws."""

import pytest
from django.test import Client
from django.urls import reverse

from disputes.mediation.enums import State
from disputes.mediation.models import Mediation, Unmediable
from governance.flow import engine
from tests import actors
from tests.actors import days
from tests.disputes.mediation.conftest import ORDINARY, in_the_file, walk

APPLY, WAY = reverse("apply_mediation"), dict(ORDINARY)
TYPED = {
    "kind": "neighbour", "description": "楼上渗水泡坏了我家墙面。", "demand": "修好并赔偿。", "name": "赵大", "phone": "13811112222",
    "other_name": "楼上住户", "other_nature": "person", "place_county": actors.COUNTY, "place_township": actors.TOWNSHIP,
    "place_village": actors.VILLAGE,
}  # fmt: skip


def sent(client, page=None, **changed):
    """Fill the form as the page carries it, with the sum solved, and press 提交申请."""
    form = (page or client.get(APPLY)).context["form"]
    carried = {"submission": form["submission"].value(), "challenge_token": form["challenge_token"].value()}
    if "challenge_answer" in form.fields:
        asked = form.fields["challenge_answer"].widget.challenge
        carried |= {"challenge_token": asked.token, "challenge_answer": str(asked.puzzle.answer)}
    return client.post(APPLY, {**TYPED, **carried, **changed})


@pytest.fixture
def applied(client, committee):
    """The mediation and its code, the pass in the client's session."""
    receipt = client.get(sent(client).url)
    return Mediation.objects.get(), receipt.context["code"]


def page_of(client, mediation):
    return client.get(reverse("mediation_tracked", args=[mediation.number]))


def test_it_reaches_the_committee_of_the_township(applied, committee):
    mediation, _code = applied
    assert (mediation.office, mediation.source, mediation.state) == (committee, "web", State.REGISTERED)
    assert [str(party.name) for party in mediation.parties.all()] == ["赵**", "楼**"]


def test_the_receipt_tells_number_code_limit_and_that_it_is_free(client, committee):
    receipt = client.get(sent(client).url)
    page = receipt.content.decode()
    assert Mediation.objects.get().number in page
    assert receipt.context["code"] in page
    assert str(receipt.context["deadline"].label) in page
    assert "不收取费用" in page


def test_the_door_stands_on_the_home_page(client, db):
    page = client.get(reverse("home")).content.decode()
    assert f'href="{APPLY}"' in page
    assert "申请调解" in page


@pytest.mark.parametrize(
    ("changed", "wrong"),
    [({"phone": "12"}, "phone"), ({"kind": ""}, "kind"), ({"description": "短"}, "description"), ({"other_name": ""}, "other_name"),
     ({"place_township": "", "place_village": ""}, "place"), ({"place_county": "", "place_township": "", "place_village": ""}, "place"),
     ({"other_phone": "abc"}, "other_phone"), ({"challenge_answer": "999"}, "challenge_answer")],
)  # fmt: skip
def test_each_mistake_is_told_beside_its_field_and_nothing_is_lost(client, committee, changed, wrong):
    answer = sent(client, **changed)
    assert (answer.status_code, set(answer.context["form"].errors)) == (422, {wrong})
    assert TYPED["demand"] in answer.content.decode()
    assert not Mediation.objects.exists()


def test_a_machine_that_fills_the_hidden_field_is_turned_back(client, committee):
    assert sent(client, website="http://spam").status_code == 422
    assert not Mediation.objects.exists()


def test_the_next_level_of_places_comes_without_script(client, committee):
    answer = client.post(APPLY, {**TYPED, "place_village": "", "choose_place": "1"})
    assert answer.status_code == 200
    assert [level["name"] for level in answer.context["cascade"].levels][-1] == "place_village"
    assert TYPED["description"] in answer.content.decode()


def test_sent_twice_it_is_one_and_shows_the_same_receipt(client, committee):
    page = client.get(APPLY)
    first = client.get(sent(client, page).url).context["code"]
    second = sent(client, submission=page.context["form"]["submission"].value())
    assert client.get(second.url).context["code"] == first
    assert Mediation.objects.count() == 1


def test_one_address_applies_only_so_often(client, committee, one_counts_as_thirty):
    answers = [client.post(APPLY, {}).status_code for _try in range(7)]
    assert (answers[5], answers[6]) == (422, 429)


def test_number_and_code_open_the_page_through_the_one_door(applied, client):
    mediation, code = applied
    client.session.flush()
    client.cookies.clear()
    assert page_of(client, mediation).url.startswith(reverse("track"))
    answer = client.post(reverse("track"), {"number": mediation.number, "code": code.lower()})
    assert answer.url == reverse("mediation_tracked", args=[mediation.number])


def test_every_state_is_told_in_plain_words(applied, client, mediator, at):
    mediation, _code = applied
    for number, until in enumerate(("accept", "assign", "hold_session", "agree", "perform", "file")):
        walk_one(mediation, mediator, until, at + days(number))
        page = page_of(client, mediation)
        assert (page.status_code, bool(page.context["words"])) == (200, True)
        assert "13811112222" not in page.content.decode()
    assert page.context["words"] == "协议已经履行。"


def walk_one(mediation, mediator, name, at):
    given = dict(WAY[name])
    if name == "assign":
        given["mediator"] = mediator
    if name == "hold_session":
        given["held_at"] = at
    if name == "file":
        in_the_file(mediation, mediator, at)
    return engine.take(mediation, name, by=mediator, at=at, **given)


def test_what_was_refused_tells_reason_and_ways(applied, client, mediator, at):
    mediation, _code = applied
    refusal = Unmediable.objects.get(code="court")
    engine.take(mediation, "not_accept", by=mediator, at=at, note=refusal.right_way, refusal=refusal)
    assert refusal.label in page_of(client, mediation).content.decode()


def test_what_failed_tells_the_other_ways(applied, client, mediator, at):
    mediation, _code = applied
    walk(mediation, mediator, at, until="assign")
    engine.take(mediation, "end", by=mediator, at=at + days(3), note="对方不再参加。", end_reason="refused")
    page = page_of(client, mediation).content.decode()
    assert "向人民法院起诉" in page
    assert "对方不再参加。" in page


def test_the_party_withdraws_with_a_reason(applied, client):
    mediation, _code = applied
    address = reverse("withdraw_mediation", args=[mediation.number])
    assert client.post(address, {"note": ""}).status_code == 422
    assert client.post(address, {"note": "已和解。"}).status_code == 302
    assert Mediation.objects.get().state == State.WITHDRAWN
    page = page_of(client, mediation)
    assert "已按您的要求撤回" in page.content.decode()
    assert page.context["events"][0]["actor_label"] == "申请人"


def test_a_stranger_withdraws_nothing(applied):
    mediation, _code = applied
    answer = Client().post(reverse("withdraw_mediation", args=[mediation.number]), {"note": "捣乱"})
    assert answer.url.startswith(reverse("track"))
    assert Mediation.objects.get().state == State.REGISTERED


def test_leaving_closes_the_page(applied, client):
    mediation, _code = applied
    client.post(reverse("leave_tracking"))
    assert page_of(client, mediation).status_code == 302
