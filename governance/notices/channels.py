"""How one message leaves the portal: by mail to a colleague, by text message to the person concerned."""

from smtplib import SMTPException, SMTPRecipientsRefused

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from governance import registry
from governance.notices.enums import Channel
from governance.notices.errors import NotDelivered, Refused, Unreachable
from governance.notices.rules import is_mobile
from governance.notices.sms import gateway


def send_mail(notice, *, at):
    """To the work address the colleague has now. The message id repeats, so that a mailbox shows a message sent
    twice once.
    """
    person = notice.recipient
    if not person.is_active or not person.email:
        raise Unreachable(_("收件人没有可用的工作邮箱。"))
    post(_mail(notice))


def post(message):
    """Hand a mail to the server. Raises `Refused` where it will never take it, `NotDelivered` where trying again may help."""
    try:
        message.send()
    except SMTPRecipientsRefused as error:
        raise _refusal(error) from error
    except (SMTPException, OSError) as error:
        raise NotDelivered(_("邮件服务器未接收：%(error)s") % {"error": type(error).__name__}) from error


def _mail(notice):
    text = render_to_string("notices/mail.txt", {"notice": notice, "site": settings.SITE_URL.rstrip("/")})
    return EmailMessage(
        subject=_("【社会治理平台】%(title)s") % {"title": notice.title},
        body=text,
        to=[notice.recipient.email],
        headers=headers_of(notice.key),
    )


def headers_of(key):
    """The same id for the same message, so that a mailbox shows one sent twice once."""
    domain = settings.DEFAULT_FROM_EMAIL.rpartition("@")[2].rstrip(">")
    return {"Message-ID": f"<{key}@{domain}>", "Auto-Submitted": "auto-generated"}


def _refusal(error):
    """A 4xx answer of a mail server is for now, a 5xx for good (RFC 5321 §4.2.1)."""
    codes = [code for code, _text in error.recipients.values()]
    kind = Refused if codes and min(codes) >= 500 else NotDelivered
    return kind(_("邮件服务器拒收该地址(%(code)s)。") % {"code": "、".join(map(str, codes))})


def send_text_message(notice, *, at):
    """To the number sealed in the case, opened for this and forgotten after."""
    phone = _phone_of(notice, at=at)
    if not is_mobile(phone):
        raise Unreachable(_("未留手机号码，无法发送短信。"))
    gateway().send(phone, notice.body, key=notice.key, at=at)


def _phone_of(notice, *, at):
    """In a savepoint of its own: the record of the opening stays, even where the gateway then refuses."""
    rule = next((rule for rule in registry.declared("notices") if rule.name == notice.rule), None)
    if rule is None:
        raise Refused(_("该通知的规则已不存在。"))
    with transaction.atomic():
        return rule.phone.open(notice.event, notice.event.case, at=at)


SENDERS = {Channel.MAIL: send_mail, Channel.SMS: send_text_message}
