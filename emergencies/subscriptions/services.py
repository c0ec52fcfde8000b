"""Takes subscriptions, confirms and ends them, and sends out what was issued: written with the message, delivered afterwards."""

from datetime import timedelta
from time import monotonic

import structlog
from django.conf import settings
from django.core import signing
from django.core.mail import EmailMessage
from django.db import transaction
from django.db.models import Count
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.crypto import constant_time_compare
from django.utils.translation import gettext as _

from emergencies.subscriptions.enums import Sending, Way
from emergencies.subscriptions.models import WarningSending, WarningSubscription
from emergencies.subscriptions.rules import CODE_HOLDS, CODES_PER_DAY, TRIES, code_of, shortened
from emergencies.subscriptions.terms import UNCONFIRMED
from emergencies.warnings.services import last_message
from governance.calendar.services import current_calendar
from governance.calendar.workdays import due
from governance.deadlines.models import Limit
from governance.flow import engine
from governance.notices.channels import headers_of, post
from governance.notices.errors import NotDelivered, Refused
from governance.notices.rules import next_try
from governance.notices.services import is_loading_history
from governance.notices.sms import gateway
from governance.privacy.blind import blind_index
from governance.privacy.enums import Purpose
from governance.privacy.services import open_sealed

OWNER, ENTRY, CODE = "warnings.owner", "warnings.entry", "warnings.code"
BATCH, PATIENCE = 500, 45.0
AT_ONCE = 1000  # rows written in one statement
ONE_DAY = timedelta(days=1)
SMS_TEXT, SMS_TITLE = 70, 40  # characters

logger = structlog.get_logger(__name__)


@transaction.atomic
def ask(*, way, address, place, kinds, at):
    """Take down a subscription that waits for its code; returns the key of the page that asks for it.

    An address that has one at the place already is sent a code as well: what was asked for now counts once the code is given.
    """
    found, fresh = WarningSubscription.objects.get_or_create(
        address_index=blind_index(address, purpose="warnings.address"), place=place,
        defaults={"way": way, "address": address, "place_path": place.path, "kinds": kinds, "asked_at": at},
    )  # fmt: skip
    key = signing.dumps({"pk": found.pk, "kinds": kinds}, salt=ENTRY, compress=True)
    if sent_lately(found, at=at) >= CODES_PER_DAY:
        return key
    if not fresh:
        found.asked_at, found.tries = at, 0
        found.save(update_fields=["asked_at", "tries"])
    WarningSending.objects.create(subscription=found, made_at=at, next_try_at=at)
    return key


def sent_lately(subscription, *, at):
    """How many codes went to the address within a day, for whichever place."""
    codes = WarningSending.objects.filter(message=None, made_at__gt=at - ONE_DAY)
    return codes.filter(subscription__address_index=subscription.address_index).count()


def entered(key):
    """(subscription, kinds asked for) of the page that asks for a code, or (None, [])."""
    try:
        told = signing.loads(key, salt=ENTRY, max_age=CODE_HOLDS)
    except signing.BadSignature:
        return None, []
    return WarningSubscription.objects.select_related("place").filter(pk=told["pk"]).first(), told["kinds"]


def code_for(subscription):
    """The code that was sent last; another one for every time it is asked for."""
    return code_of(settings.SECRET_KEY, f"{CODE}:{subscription.pk}:{subscription.asked_at.timestamp()}")


@transaction.atomic
def confirm_by_code(subscription, code, *, kinds, at):
    """Whether the code was right; then the subscription runs, with the kinds asked for. Too many wrong ones end the code."""
    found = WarningSubscription.objects.select_for_update(of=("self",)).get(pk=subscription.pk)
    if found.tries >= TRIES or at > found.asked_at + CODE_HOLDS:
        return False
    if not constant_time_compare(code_for(found), code):
        found.tries += 1
        found.save(update_fields=["tries"])
        return False
    found.kinds, found.confirmed_at, found.tries = kinds, found.confirmed_at or at, 0
    found.save(update_fields=["kinds", "confirmed_at", "tries"])
    return True


def key_of(subscription):
    """What opens the subscriber's own page; it is in the mails sent to the address and nowhere else."""
    return signing.Signer(salt=OWNER).sign(str(subscription.pk)).replace(":", "~", 1)


def owned(key):
    """The subscription a key opens, or None."""
    try:
        pk = signing.Signer(salt=OWNER).unsign(key.replace("~", ":", 1))
    except signing.BadSignature:
        return None
    return WarningSubscription.objects.select_related("place").filter(pk=pk).first()


def confirm(subscription, *, at):
    """By the link in the mail: whoever reads it has the address."""
    WarningSubscription.objects.filter(pk=subscription.pk, confirmed_at=None).update(confirmed_at=at)


def change_kinds(subscription, kinds):
    WarningSubscription.objects.filter(pk=subscription.pk).update(kinds=kinds)


def end(subscription):
    """Forget the address and whatever still waited for it."""
    WarningSubscription.objects.filter(pk=subscription.pk).delete()


@engine.after("warnings", "issue", "issue_update", "cancel")
def address_message(case, taken):
    """In the transaction of the message one row for everybody who wants it: none is lost, none is told twice."""
    message = last_message(case)
    if is_loading_history():
        return
    wanting = WarningSubscription.objects.wanting(message).values_list("pk", flat=True)
    rows = [WarningSending(subscription_id=pk, message=message, made_at=taken.at, next_try_at=taken.at) for pk in wanting]
    WarningSending.objects.bulk_create(rows, batch_size=AT_ONCE)


def counts(case):
    """{state: how many} of what was sent of a case."""
    rows = WarningSending.objects.filter(message__warning=case).values_list("state").annotate(count=Count("pk"))
    return dict(rows.order_by())


def deliver_due(*, at, batch=BATCH, patience=PATIENCE):
    """Send what is due, for about `patience` seconds at most; returns how many were attempted. Safe to run side by side."""
    until, attempted = monotonic() + patience, 0
    for pk in [*WarningSending.objects.due(at).values_list("pk", flat=True)[:batch]]:
        if monotonic() > until:
            break
        attempted += deliver(pk, at=at)
    return attempted


@transaction.atomic
def deliver(pk, *, at):
    """Attempt one; False where somebody else is at it, or did it."""
    rows = WarningSending.objects.due(at).select_for_update(skip_locked=True, of=("self",))
    sending = rows.select_related("subscription__place", "message__warning__kind").filter(pk=pk).first()
    if sending is None:
        return False
    sending.attempts += 1
    try:
        send(sending, at=at)
    except NotDelivered as reason:
        put_off(sending, reason, at=at)
    except Exception as error:
        logger.exception("warning_not_sent", sending=sending.pk)
        put_off(sending, type(error).__name__, at=at)
    else:
        sending.state, sending.next_try_at, sending.sent_at, sending.failure = Sending.SENT, None, at, ""
    sending.save(update_fields=["attempts", "state", "next_try_at", "sent_at", "failure"])
    return True


def put_off(sending, reason, *, at):
    """Try again later, or give up where that does not help."""
    sending.failure = str(reason)[:200]
    sending.next_try_at = None if isinstance(reason, Refused) else next_try(sending.attempts, at=at)
    if sending.next_try_at is None:
        sending.state = Sending.FAILED
        logger.warning("warning_not_sent", sending=sending.pk, reason=sending.failure)


def send(sending, *, at):
    """By mail or text message; the address is opened for this alone, on record, in a savepoint of its own."""
    subscription = sending.subscription
    with transaction.atomic():
        address = open_sealed(subscription, "address", by=None, purpose=Purpose.NOTIFY, at=at)
    if subscription.way == Way.SMS:
        gateway().send(address, sms_text(sending), key=sending.key, at=at)
    else:
        post(mail(sending, address))


def sms_text(sending):
    """Few words, and where the rest is read."""
    subscription, message = sending.subscription, sending.message
    if message is None:
        told = {"code": code_for(subscription), "place": subscription.place.short_name}
        return _("验证码%(code)s，用于订阅%(place)s的预警信息，24小时内有效。不是您本人操作的，请忽略。") % told
    words = {
        "type": message.get_type_display(), "title": shortened(message.headline, SMS_TITLE), "text": shortened(message.text, SMS_TEXT),
        "url": f"{site()}{message.warning.get_public_url()}", "end": f"{site()}{own_page(subscription)}",
    }  # fmt: skip
    return _("【%(type)s】%(title)s。%(text)s %(url)s 退订：%(end)s") % words


def mail(sending, address):
    """A mail with the two headers by which a mailbox ends the subscription in one click (RFC 8058)."""
    subscription, message = sending.subscription, sending.message
    end_url = f"{site()}{reverse('end_warnings_at_once', args=[key_of(subscription)])}"
    title = message.headline if message else _("确认订阅预警信息")
    if message and message.serial > 1:
        title = _("【%(type)s】%(title)s") % {"type": message.get_type_display(), "title": title}
    context = {
        "message": message, "subscription": subscription, "site": site(), "own_url": f"{site()}{own_page(subscription)}",
        "code": "" if message else code_for(subscription),
    }  # fmt: skip
    headers = {**headers_of(sending.key), "List-Unsubscribe": f"<{end_url}>", "List-Unsubscribe-Post": "List-Unsubscribe=One-Click"}
    body = render_to_string("emergencies/subscriptions/mail.txt", context)
    return EmailMessage(subject=title, body=body, to=[address], headers=headers)


def own_page(subscription):
    return reverse("own_warnings_subscription", args=[key_of(subscription)])


def site():
    return settings.SITE_URL.rstrip("/")


def forget_unconfirmed(*, at):
    """Addresses nobody confirmed in time are erased; returns how many."""
    limit = Limit.objects.current([UNCONFIRMED], at=at)[UNCONFIRMED]
    runs = {"amount": limit.amount, "unit": limit.unit, "rolls": limit.rolls, "calendar": current_calendar()}
    waiting = WarningSubscription.objects.filter(confirmed_at=None).order_by("pk").values_list("pk", "asked_at")
    late = [pk for pk, asked_at in waiting if due(asked_at, **runs).at < at]
    WarningSubscription.objects.filter(pk__in=late).delete()
    return len(late)
