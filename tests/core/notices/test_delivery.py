"""What leaves the portal: once, late if it must, and with a reason where it cannot."""

from datetime import timedelta
from smtplib import SMTPRecipientsRefused, SMTPServerDisconnected

import pytest
from django.core import mail

from governance.notices.delivery import deliver, deliver_due, deliver_event
from governance.notices.enums import Channel, NoticeState
from governance.notices.errors import Refused
from governance.notices.models import Notice
from governance.notices.rules import MOST_ATTEMPTS
from governance.notices.services import send_again
from governance.privacy.models import Opening
from tests.core.notices.conftest import TO_OFFICE, TO_RESIDENT

pytestmark = pytest.mark.django_db
MAIL = "django.core.mail.EmailMessage.send"


@pytest.fixture
def waiting_mail(rules, dispatch, complaint, mailed_clerk):
    rules(TO_OFFICE)
    dispatch(complaint)
    return Notice.objects.get(channel=Channel.MAIL)


@pytest.fixture
def waiting_sms(rules, dispatch, complaint, sms):
    rules(TO_RESIDENT)
    dispatch(complaint)
    return Notice.objects.get(channel=Channel.SMS)


def raising(monkeypatch, error):
    def fail(self):
        raise error

    monkeypatch.setattr(MAIL, fail)


def test_mail_goes_to_the_work_address_with_title_text_and_page(waiting_mail, settings, at):
    settings.SITE_URL = "https://portal.example.org"
    Notice.objects.filter(pk=waiting_mail.pk).update(path="/cases/1/")
    assert deliver_due(at=at) == 1
    [message] = mail.outbox
    assert message.to == ["clerk@example.org"]
    assert waiting_mail.title in message.subject
    assert waiting_mail.body in message.body
    assert "https://portal.example.org/cases/1/" in message.body


def test_what_was_sent_is_not_sent_again(waiting_mail, at):
    deliver_due(at=at)
    assert deliver_due(at=at + timedelta(days=1)) == 0
    assert deliver(waiting_mail.pk, at=at) is False
    assert len(mail.outbox) == 1


def test_a_mail_sent_twice_carries_one_message_id(waiting_mail, at):
    deliver_due(at=at)
    Notice.objects.filter(pk=waiting_mail.pk).update(state=NoticeState.WAITING, sent_at=None, next_try_at=at)
    deliver_due(at=at)
    first, second = (message.extra_headers["Message-ID"] for message in mail.outbox)
    assert first == second == f"<{waiting_mail.key}@localhost>"


def test_one_event_is_delivered_without_waiting_for_the_sweep(waiting_mail, at):
    assert deliver_event(waiting_mail.event_id, at=at) == 1
    assert len(mail.outbox) == 1


def test_nothing_is_sent_before_its_time(waiting_mail, at):
    assert deliver_due(at=at - timedelta(seconds=1)) == 0


def test_a_mail_server_that_is_down_is_tried_again_a_minute_later(waiting_mail, monkeypatch, at):
    raising(monkeypatch, ConnectionRefusedError())
    deliver_due(at=at)
    waiting_mail.refresh_from_db()
    assert (waiting_mail.state, waiting_mail.attempts) == (NoticeState.WAITING, 1)
    assert waiting_mail.next_try_at == at + timedelta(minutes=1)
    assert "ConnectionRefusedError" in waiting_mail.failure


def test_after_the_last_attempt_it_has_failed_with_its_reason(waiting_mail, monkeypatch, at):
    raising(monkeypatch, SMTPServerDisconnected())
    for _attempt in range(MOST_ATTEMPTS):
        waiting_mail.refresh_from_db()
        deliver_due(at=waiting_mail.next_try_at)
    waiting_mail.refresh_from_db()
    assert (waiting_mail.state, waiting_mail.next_try_at) == (NoticeState.FAILED, None)
    assert "SMTPServerDisconnected" in waiting_mail.failure


@pytest.mark.parametrize(("code", "state"), [(550, NoticeState.FAILED), (451, NoticeState.WAITING)])
def test_an_address_refused_for_good_fails_at_once(waiting_mail, monkeypatch, at, code, state):
    raising(monkeypatch, SMTPRecipientsRefused({"clerk@example.org": (code, b"clerk@example.org unknown")}))
    deliver_due(at=at)
    waiting_mail.refresh_from_db()
    assert waiting_mail.state == state
    assert "clerk" not in waiting_mail.failure


def test_someone_who_left_gets_no_mail(waiting_mail, mailed_clerk, at):
    mailed_clerk.is_active = False
    mailed_clerk.save()
    deliver_due(at=at)
    waiting_mail.refresh_from_db()
    assert waiting_mail.state == NoticeState.UNREACHABLE
    assert mail.outbox == []


def test_an_error_in_one_message_does_not_stop_the_next(rules, dispatch, complaint, mailed_clerk, sms, monkeypatch, at):
    rules(TO_OFFICE, TO_RESIDENT)
    dispatch(complaint)
    raising(monkeypatch, RuntimeError("a fault of the program"))
    assert deliver_due(at=at) == 2
    assert Notice.objects.get(channel=Channel.MAIL).failure == "程序错误：RuntimeError"
    assert len(sms.sent) == 1


def test_the_text_message_goes_to_the_number_in_the_case_under_the_notices_key(waiting_sms, sms, at):
    deliver_due(at=at)
    assert sms.sent == [("13800000000", waiting_sms.body, waiting_sms.key)]


def test_opening_the_number_is_on_record_as_the_portal_s_own(waiting_sms, at):
    deliver_due(at=at)
    opening = Opening.objects.get()
    assert opening.by_nobody_label == "系统"
    assert (opening.by, opening.post, opening.purpose) == (None, None, "notify")


def test_the_opening_stays_on_record_though_the_gateway_fails(waiting_sms, gateway_down, at):
    deliver_due(at=at)
    waiting_sms.refresh_from_db()
    assert (waiting_sms.state, Opening.objects.count()) == (NoticeState.WAITING, 1)


def test_a_number_the_gateway_refuses_is_not_tried_again(waiting_sms, sms, at):
    sms.trouble = Refused("短信网关返回 400。")
    deliver_due(at=at)
    waiting_sms.refresh_from_db()
    assert (waiting_sms.state, waiting_sms.failure) == (NoticeState.FAILED, "短信网关返回 400。")


def test_a_land_line_gets_no_text_message(rules, dispatch, filing, sms, at):
    rules(TO_RESIDENT)
    dispatch(filing(phone="0471-1234567").complaint)
    deliver_due(at=at)
    assert Notice.objects.get().state == NoticeState.UNREACHABLE
    assert sms.sent == []


def test_an_administrator_can_send_failed_messages_again(waiting_sms, gateway_down, at):
    gateway_down.trouble = Refused("短信网关返回 403。")
    deliver_due(at=at)
    gateway_down.trouble = None
    assert send_again(Notice.objects.outgoing(), at=at + timedelta(hours=1)) == 1
    deliver_due(at=at + timedelta(hours=1))
    assert len(gateway_down.sent) == 1


def test_a_sweep_ends_when_its_time_is_up(waiting_mail, at):
    assert deliver_due(at=at, patience=-1) == 0
