"""Asked for, confirmed by whoever has the address, told once of what was wanted, and ended in one click."""

import re
from datetime import timedelta

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse

from emergencies.subscriptions import services
from emergencies.subscriptions.enums import Sending
from emergencies.subscriptions.models import WarningSending, WarningSubscription
from emergencies.subscriptions.rules import CODES_PER_DAY, TRIES
from emergencies.subscriptions.tasks import deliver_due, forget_unconfirmed
from emergencies.warnings.models import WarningKind
from governance.flow import engine
from governance.notices import sms
from governance.people.enums import Role
from governance.privacy.models import Opening
from tests import actors
from tests.emergencies.warning_makers import issued, warned
from tests.web.guard.solving import answers

SUBSCRIBE, ADDRESS = reverse("subscribe_warnings"), "zhang@example.org"


@pytest.fixture
def pair(offices):
    return [actors.actor(Role.DEPARTMENT_HANDLER, trade="emergency") for _ in range(2)]


@pytest.fixture
def issuing(pair):
    return lambda at, **facts: issued(warned(at, by=pair[0], **facts), at, by=pair[1])


def subscribed(at, *, code=actors.TOWNSHIP, kinds=(), way="mail", address=ADDRESS):
    services.ask(way=way, address=address, place=actors.place(code), kinds=[*kinds], at=at)
    found = WarningSubscription.objects.order_by("pk").last()
    services.confirm(found, at=at)
    WarningSending.objects.filter(subscription=found).delete()
    return found


def typed(client, **changed):
    form = client.get(SUBSCRIBE).context["form"]
    facts = {"place": actors.place(actors.COUNTY).pk, "way": "mail", "address": ADDRESS, **answers(form)}
    return client.post(SUBSCRIBE, {**facts, **changed})


def test_it_begins_with_the_code_from_the_mail(client, db, now):
    fog = WarningKind.objects.get(code="fog")
    page = typed(client, kinds=[fog.pk])
    deliver_due()
    code = re.search(r"验证码：(\d{6})", mail.outbox[0].body).group(1)
    assert "验证码不对" in client.post(page["Location"], {"code": "000000" if code != "000000" else "111111"}).content.decode()
    answer = client.post(page["Location"], {"code": code})
    found = WarningSubscription.objects.get()
    assert answer["Location"] == services.own_page(found)
    assert (found.confirmed_at is not None, found.kinds) == (True, ["fog"])
    assert ADDRESS not in str(WarningSubscription.objects.values_list("address", flat=True))


@pytest.mark.parametrize(
    ("changed", "told"),
    [({"address": "nobody"}, "正确的邮箱"), ({"way": "sms"}, "11位手机号"), ({"place": ""}, "请选择"), ({"challenge_answer": "x"}, "")],
)
def test_what_is_wrong_is_said_and_nothing_is_kept(changed, told, client, db):
    page = typed(client, **changed)
    assert (page.status_code, told in page.content.decode()) == (422, True)
    assert not WarningSubscription.objects.exists()


def test_wrong_codes_end_the_code(db, at):
    services.ask(way="sms", address="13800000000", place=actors.place(actors.COUNTY), kinds=[], at=at)
    found = WarningSubscription.objects.get()
    right = services.code_for(found)
    for _ in range(TRIES):
        assert not services.confirm_by_code(found, "x", kinds=[], at=at)
    assert not services.confirm_by_code(found, right, kinds=[], at=at)


def test_nobody_is_flooded_with_codes(db, at):
    for _ in range(CODES_PER_DAY + 2):
        services.ask(way="sms", address="13800000000", place=actors.place(actors.COUNTY), kinds=[], at=at)
    assert WarningSending.objects.count() == CODES_PER_DAY


@pytest.mark.parametrize(
    ("code", "kinds", "told"),
    [(actors.TOWNSHIP, [], 1), (actors.CITY, ["gale"], 1), (actors.COUNTY, ["fog"], 0), (actors.OTHER_COUNTY, [], 0)],
)
def test_who_is_told(code, kinds, told, issuing, at):
    subscribed(at, code=code, kinds=kinds)
    issuing(at)
    assert WarningSending.objects.count() == told


def test_who_did_not_confirm_is_not_told_and_is_forgotten(issuing, at):
    services.ask(way="mail", address=ADDRESS, place=actors.place(actors.COUNTY), kinds=[], at=at)
    issuing(at)
    assert not WarningSending.objects.exclude(message=None).exists()
    assert services.forget_unconfirmed(at=at + timedelta(days=1)) == 0
    assert [services.forget_unconfirmed(at=at + timedelta(days=3)) for _ in range(2)] == [1, 0]
    assert forget_unconfirmed() == 0


def test_everyone_is_told_once_of_each_message_on_record(issuing, at, pair):
    subscribed(at)
    case = issuing(at)
    engine.take(case, "cancel", by=pair[1], at=at, note="风已减弱，不再影响。")
    assert [services.deliver_due(at=at) for _ in range(2)] == [2, 0]
    assert [message.subject for message in mail.outbox] == ["大风提醒", "【解除】大风提醒"]
    assert "风已减弱" in mail.outbox[1].body
    assert Opening.objects.filter(case_number__startswith="DY-").count() == 2
    assert services.counts(case) == {Sending.SENT: 2}


def test_a_text_message_goes_by_the_gateway(issuing, at, monkeypatch):
    sent = []
    monkeypatch.setattr(sms.ConsoleSms, "send", lambda self, phone, text, *, key, at: sent.append((phone, text)))
    subscribed(at, way="sms", address="13800000000")
    issuing(at)
    services.deliver_due(at=at)
    assert sent[0][0] == "13800000000"
    assert "退订" in sent[0][1]


def test_a_failing_way_is_tried_again_and_loses_nothing(issuing, at, monkeypatch):
    subscribed(at)
    issuing(at)
    with monkeypatch.context() as broken:
        broken.setattr("emergencies.subscriptions.services.post", lambda message: 1 / 0)
        services.deliver_due(at=at)
    waiting = WarningSending.objects.get()
    assert (waiting.state, waiting.failure) == (Sending.WAITING, "ZeroDivisionError")
    assert services.deliver_due(at=at + timedelta(hours=1)) == 1
    assert WarningSending.objects.get().state == Sending.SENT


def test_a_mailbox_ends_it_in_one_click(issuing, at):
    found = subscribed(at)
    issuing(at)
    services.deliver_due(at=at)
    headers = mail.outbox[0].extra_headers
    assert headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    url = headers["List-Unsubscribe"].strip("<>").removeprefix(services.site())
    program = Client(enforce_csrf_checks=True)
    assert program.get(url)["Location"] == services.own_page(found)
    assert program.post(url, {}).status_code == 404
    assert WarningSubscription.objects.exists()
    assert program.post(url, {"List-Unsubscribe": "One-Click"}).status_code == 200
    assert not WarningSubscription.objects.exists()


def test_the_own_page_changes_and_ends_it(client, db, at):
    found = subscribed(at)
    url, fog = services.own_page(found), WarningKind.objects.get(code="fog")
    assert ADDRESS not in client.get(url).content.decode()
    client.post(url, {"kinds": [fog.pk]})
    assert WarningSubscription.objects.get().kinds == ["fog"]
    client.post(url, {"end": "1"})
    assert not WarningSubscription.objects.exists()
    assert "已经退订" in client.get(url).content.decode()


@pytest.mark.parametrize("key", ["1~x", "x", "1:2~3"])
def test_a_made_up_key_opens_nothing(key, client, db, at):
    subscribed(at)
    assert "没有这个订阅" in client.get(reverse("own_warnings_subscription", args=[key])).content.decode()
    assert client.get(reverse("enter_warnings_code", args=[key])).status_code == 302
