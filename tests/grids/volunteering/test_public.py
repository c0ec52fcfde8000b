"""Signing up without an account: a name and a telephone, number and code, giving the place back, and the certificate of hours."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.urls import reverse
from django.utils import timezone

from governance.flow import engine
from governance.privacy.models import Opening
from grids.volunteering.enums import Standing
from grids.volunteering.models import Call, SignUp
from tests import actors

LIST = reverse("volunteer_calls")
TYPED = {"name": "赵敏", "phone": "13811112222"}


def sent(client, call, page=None, **changed):
    """Fill the form as the page carries it, with the sum solved."""
    form = (page or client.get(call.public_url)).context["form"]
    carried = {"submission": form["submission"].value(), "challenge_token": form["challenge_token"].value()}
    if "challenge_answer" in form.fields:
        asked = form.fields["challenge_answer"].widget.challenge
        carried |= {"challenge_token": asked.token, "challenge_answer": str(asked.puzzle.answer)}
    return client.post(call.public_url, {**TYPED, **carried, **changed})


@pytest.fixture
def signed(client, call):
    """The place and its code, the pass in the client's session."""
    receipt = client.get(sent(client, call).url)
    return SignUp.objects.get(), receipt.context["code"]


def mine(own, name="my_sign_up"):
    return reverse(name, args=[own.number])


def test_the_list_narrows_to_the_place(client, call):
    assert call.title in client.get(LIST).content.decode()
    assert call.title in client.get(LIST, {"place_county": actors.COUNTY}).content.decode()
    assert call.title not in client.get(LIST, {"place_county": actors.OTHER_COUNTY}).content.decode()


def test_conditions_are_cleared_only_where_some_are_chosen(client, call):
    pages = [client.get(LIST, query).content.decode() for query in ({}, {"page": 1}, {"place_county": actors.COUNTY})]
    assert ["清除条件" in page for page in pages] == [False, False, True]


def test_what_is_not_published_is_read_by_nobody(client, calling):
    waiting = calling(publish=False)
    assert client.get(waiting.public_url).status_code == 404
    assert waiting.title not in client.get(LIST).content.decode()


@pytest.mark.parametrize(
    ("changed", "wrong"), [({"phone": "12"}, "phone"), ({"name": ""}, "name"), ({"challenge_answer": "999"}, "challenge_answer")]
)
def test_each_mistake_is_told_and_nothing_is_lost(client, call, changed, wrong):
    answer = sent(client, call, **changed)
    assert (answer.status_code, set(answer.context["form"].errors)) == (422, {wrong})
    assert not SignUp.objects.exists()


def test_sent_twice_it_is_one_place_and_shows_the_same_receipt(client, call):
    page = client.get(call.public_url)
    first = client.get(sent(client, call, page).url).context["code"]
    second = sent(client, call, submission=page.context["form"]["submission"].value())
    assert client.get(second.url).context["code"] == first
    assert SignUp.objects.count() == 1


def test_a_second_place_with_the_same_telephone_is_refused_beside_it(client, call, signed):
    answer = sent(client, call)
    assert (answer.status_code, set(answer.context["form"].errors)) == (422, {"phone"})
    assert "不能重复报名" in answer.content.decode()


def test_without_a_free_place_there_is_no_form(client, call, signing):
    for _place in range(3):
        signing(call)
    page = client.get(call.public_url)
    assert (page.context["form"], "名额已满" in page.content.decode()) == (None, True)


def test_one_address_signs_up_only_so_often(client, call, settings):
    answers = {client.post(call.public_url, {}).status_code for _try in range(settings.PUBLIC_POSTS_PER_HOUR + 1)}
    assert 429 in answers


def test_number_and_code_open_the_place_through_the_one_door(client, signed):
    own, code = signed
    client.session.flush()
    client.cookies.clear()
    assert client.get(mine(own)).url.startswith(reverse("track"))
    assert client.post(reverse("track"), {"number": own.number, "code": code}).url == mine(own)
    page = client.get(mine(own)).content.decode()
    assert ("赵*" in page, "13811112222" in page) == (True, False)


def test_the_place_is_given_back(client, signed):
    own, _code = signed
    assert client.post(mine(own, "withdraw_sign_up"), follow=True).status_code == 200
    assert SignUp.objects.get().standing == Standing.WITHDRAWN
    assert "报名已经撤回" in client.post(mine(own, "withdraw_sign_up"), follow=True).content.decode()


def test_why_it_was_cancelled_is_told(client, call, signed, village_clerk):
    engine.take(call, "cancel", by=village_clerk, at=timezone.now(), note="大风预警。")
    assert "大风预警。" in client.get(mine(signed[0])).content.decode()
    assert "大风预警。" in client.get(call.public_url).content.decode()


def test_the_certificate_waits_for_confirmed_hours_and_opens_the_own_name(client, call, signed, village_clerk):
    own, _code = signed
    url = mine(own, "sign_up_certificate")
    assert client.post(url).url == mine(own)
    late = timezone.now() - timedelta(hours=3)
    Call.objects.update(starts_at=late, ends_at=late + timedelta(hours=2))
    engine.take(call, "confirm_hours", by=village_clerk, at=timezone.now(), note="", attended=[own], hours=Decimal("2.0"))
    assert client.get(url).status_code == 302
    paper = client.post(url)
    assert (paper["Content-Type"], paper.content[:4]) == ("application/pdf", b"%PDF")
    assert [(row.field, row.by) for row in Opening.objects.all()] == [("name", None)]
