"""Keys, what is turned away, and how a message becomes, or adds to, an incident.

A message is kept first, in a transaction of its own; what fails after that is told to the hotline, which sends it again.
"""

import secrets
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.db import IntegrityError, transaction
from django.db.models import Count, F, Max, Prefetch, Q
from django.utils.translation import gettext_lazy as _

from emergencies.hotlines import rules
from emergencies.hotlines.enums import Outcome, Status
from emergencies.hotlines.models import Hotline, HotlineCall, HotlineKey, HotlineMessage, HotlineRefusal
from emergencies.incidents.enums import Figure, State
from emergencies.incidents.models import IncidentKind
from emergencies.incidents.services import be_regraded, kind_named, report_incident
from governance.calendar.services import current_calendar
from governance.calendar.workdays import due
from governance.deadlines.models import Limit
from governance.flow import engine
from governance.flow.table import SYSTEM
from governance.places.models import Place
from governance.privacy.services import open_sealed, signature_under
from governance.web.formats import cn_datetime

SECRET_BYTES, NAME_BYTES = 32, 3
DAY = timedelta(days=1)
KEEP = "hotlines.keep_message"  # the limit that says how long a message is kept as it came
POINT = ("latitude", "longitude")
CARRIED = ("title", "unit_name", *POINT)  # called the same in a message and in an incident
LABELS = {
    "kind": _("事件类型"), "title": _("标题"), "description": _("事件情况"), "occurred_at": _("发生时间"), "place_code": _("区划"),
    "address": _("详细位置"), "latitude": _("纬度"), "longitude": _("经度"), "unit_name": _("发生单位"), "status": _("热线状态"),
    **dict(Figure.choices),
}  # fmt: skip


@dataclass(frozen=True)
class Told:
    """What a message says, checked. `facts` hold nothing of a person; `caller` is {name, phone}, either of them maybe ""."""

    number: str
    revision: int
    facts: dict
    digest: str
    caller: dict = field(default_factory=dict)


@transaction.atomic
def rotate_key(hotline, *, by, at, overlap=timedelta(0), name="", secret=""):
    """A new key of a hotline; the one before stays good for `overlap`. Returns (key, secret), which nobody can read again on a page.

    `name` and `secret` are given for the published ones of the demo alone.
    """
    Hotline.objects.select_for_update(of=("self",)).get(pk=hotline.pk)
    hotline.keys.filter(ends_at=None).update(ends_at=at + overlap, ended_by=by)
    secret = secret or secrets.token_urlsafe(SECRET_BYTES)
    name = name or f"h{hotline.code}-{secrets.token_hex(NAME_BYTES)}"
    return HotlineKey.objects.create(hotline=hotline, name=name, secret=secret, issued_at=at, issued_by=by), secret


def end_key(key, *, by, at):
    """Switch a key off at once."""
    HotlineKey.objects.live(at).filter(pk=key.pk).update(ends_at=at, ended_by=by)


@transaction.atomic
def add_hotline(*, code, name, source, by, at):
    """Another hotline that may report, with its first key; returns (hotline, key, secret)."""
    hotline = Hotline.objects.create(code=code, name=name, source=source)
    return hotline, *rotate_key(hotline, by=by, at=at)


@transaction.atomic
def close_hotline(hotline, *, by, at):
    """It reports no more: every key ends at once. What it sent stays."""
    Hotline.objects.in_use().filter(pk=hotline.pk).update(closed_at=at, closed_by=by)
    HotlineKey.objects.live(at).filter(hotline=hotline).update(ends_at=at, ended_by=by)


@transaction.atomic
def reopen_hotline(hotline, *, by, at):
    """It may report again, with a new key; returns (key, secret)."""
    Hotline.objects.filter(pk=hotline.pk).update(closed_at=None, closed_by=None)
    return rotate_key(hotline, by=by, at=at)


def key_named(name, *, at):
    """The key of that name that is good now, or None."""
    return HotlineKey.objects.live(at).select_related("hotline").filter(name=name).first() if rules.KEY_NAME.match(name) else None


def ended_key_named(name, *, at):
    """The key of that name that was good once, or None."""
    rows = HotlineKey.objects.filter(name=name, ends_at__lte=at).select_related("hotline")
    return rows.first() if rules.KEY_NAME.match(name) else None


def is_signed_by(key, given, *, stamp, nonce, content):
    """Whether the signature was made with the key's secret, which is opened for nothing else and told to nobody."""
    return rules.is_same(given, signature_under(key.secret, rules.signed(stamp, nonce, content)))


def count_refusal(reason, *, key_name, network, at):
    """One more message turned away unread in this hour."""
    hour = at.replace(minute=0, second=0, microsecond=0)
    facts = {"hour": hour, "reason": reason, "key_name": key_name, "network": network}
    if HotlineRefusal.objects.filter(**facts).update(count=F("count") + 1, last_at=at):
        return
    try:
        with transaction.atomic():
            HotlineRefusal.objects.create(last_at=at, **facts)
    except IntegrityError:  # two at the same moment
        HotlineRefusal.objects.filter(**facts).update(count=F("count") + 1, last_at=at)


def keep(signed, *, at):
    """Keep a rightly signed message before anything is made of it; None where its nonce was used before (a replay)."""
    try:
        with transaction.atomic():
            return HotlineMessage.objects.create(
                hotline=signed.key.hotline, key=signed.key, nonce=signed.nonce, sent_at=signed.sent_at, received_at=at,
                body=signed.content.decode(errors="backslashreplace"), size=len(signed.content),
            )  # fmt: skip
    except IntegrityError:
        return None


def refuse(message, told, *, number=""):
    """The content is wrong; `told` is {field: why}."""
    message.outcome, message.told, message.call_number = Outcome.INVALID, {name: str(why) for name, why in told.items()}, number[:64]
    message.save(update_fields=["outcome", "told", "call_number"])


@transaction.atomic
def take_in(message, told, *, at):
    """Lay a message over the others of its matter, and bring the incident up to that. Returns the matter; the message says what came of it.

    In whatever order messages come, and however often, a matter is one incident, and says the same in the end.
    """
    call = locked_call(message.hotline, told.number, at=at)
    message.call, message.call_number, message.revision = call, told.number, told.revision
    message.facts, message.digest = told.facts, told.digest
    earlier = call.messages.taken().filter(revision=told.revision).first()
    if earlier:
        message.outcome = Outcome.DUPLICATE if earlier.digest == told.digest else Outcome.CONFLICT
    else:
        message.outcome = laid_over(call, message, told, at=at)
        call.last_at = at
        call.save()
    message.save()
    return call


def locked_call(hotline, number, *, at):
    """The matter under the hotline's number, its row locked until the transaction ends; made on the first word of it.

    Nothing is joined: where the lock was waited for, what is joined is older than the row.
    """
    HotlineCall.objects.get_or_create(hotline=hotline, number=number, defaults={"first_at": at, "last_at": at})
    call = HotlineCall.objects.select_for_update(of=("self",)).get(hotline=hotline, number=number)
    call.hotline = hotline
    return call


def laid_over(call, message, told, *, at):
    """The matter with this message in its place; returns what became of it."""
    before = call.facts
    known = [*call.messages.taken().values_list("revision", "facts"), (told.revision, told.facts)]
    call.facts, call.revision = rules.merged(known), max(call.revision, told.revision)
    keep_caller(call, told)
    if call.incident_id is None:
        return Outcome.WAITING if rules.missing(call.facts) else reported(call, at=at)
    changed = rules.changes(before, call.facts)
    return added(call, told, changed, at=at) if changed else Outcome.UNCHANGED


def keep_caller(call, told):
    """Who called, as the highest revision says that names somebody; sealed as long as there is no incident to carry it."""
    if any(told.caller.values()) and told.revision > call.caller_revision:
        call.caller_name, call.caller_phone, call.caller_revision = told.caller["name"], told.caller["phone"], told.revision


def reported(call, *, at):
    """Enough is known to send somebody out: the matter becomes an incident, or is found to be one that was entered by hand."""
    facts = call.facts
    place = Place.objects.get(code=facts["place_code"])
    given = {name: facts[name] for name in (*CARRIED, *Figure.values) if name in facts}
    call.incident = report_incident(
        at=at, by=SYSTEM, place=place, kind=kind_named(facts.get("kind", ""), facts["description"]), description=facts["description"],
        source=call.hotline.source, source_number=call.hotline.number_of(call.number), source_name=call.hotline.name,
        landmark=facts.get("address", ""),
        occurred_at=datetime.fromisoformat(facts["occurred_at"]), name=call.caller_name, phone=call.caller_phone, **given,
    )  # fmt: skip
    call.caller_name = call.caller_phone = ""
    return Outcome.CREATED


def added(call, told, changed, *, at):
    """What is new goes onto the incident's timeline in words. While nobody has verified it, its figures follow the hotline's, upwards."""
    incident, given = engine.lock(call.incident), {}
    if incident.state == State.REGISTERED:
        higher = {name: value for name, (_was, value) in changed.items() if name in Figure.values and value > getattr(incident, name)}
        given = higher | {name: call.facts[name] for name in POINT if name in changed and incident.latitude is None}
    heading = _("%(hotline)s 编号 %(number)s，修订号 %(revision)s：")
    names = {"hotline": call.hotline.code, "number": call.number, "revision": told.revision}
    note = "\n".join([heading % names, *in_words(changed)])
    call.incident = engine.take(incident, "source_update", by=SYSTEM, at=at, note=note, **given)
    return Outcome.UPDATED


@engine.after("incidents", "source_update")
def regrade(incident, taken):
    """Its grade follows the figures."""
    if any(name in taken.given for name in Figure.values):
        be_regraded(incident, taken)


def in_words(changed):
    """One line for each thing that changed: what it is called, what it was, what it is."""
    told = {name: (shown(name, was), shown(name, value)) for name, (was, value) in changed.items()}
    return [f"{LABELS[name]}：{f'{was} → ' if was else ''}{value}" for name, (was, value) in told.items()]


def shown(name, value):
    """A fact as people read it; "" where there was none."""
    if value is None:
        return ""
    if name == "status":
        return str(Status(value).label)
    if name == "occurred_at":
        return cn_datetime(datetime.fromisoformat(value))
    named = {"kind": IncidentKind, "place_code": Place}.get(name)
    row = named and named.objects.filter(code=value).first()
    return str(row or value)


def facts_in_words(facts):
    """(label, value) of everything that is said, in the order people read it."""
    return [(label, shown(name, facts[name])) for name, label in LABELS.items() if facts.get(name) is not None]


def opened_text(message, *, by, purpose, reason="", at):
    """The message as it came, for whoever may read it; the opening is recorded under the hotline's own number."""
    return open_sealed(message, "body", by=by, purpose=purpose, reason=reason, at=at)


def call_numbered(hotline, number):
    """The matter of the hotline's own number, or None."""
    rows = HotlineCall.objects.select_related("hotline", "incident__office")
    return rows.filter(hotline=hotline, number=number).first()


def told_of(call, *, outcome=None):
    """What the hotline is told of a matter: never who handles it by name, nor what was written about it."""
    incident = call.incident
    told = {"number": call.number, "revision": call.revision, "missing": rules.missing(call.facts), "incident": None}
    if outcome:
        told = {"outcome": str(outcome), **told}
    if incident:
        told["incident"] = {
            "number": incident.number, "state": incident.state, "state_label": str(incident.get_state_display()),
            "grade": incident.grade, "response": incident.response, "office": incident.office.name if incident.office_id else "",
            "opened_at": incident.opened_at.isoformat(), "closed_at": incident.closed_at.isoformat() if incident.closed_at else None,
        }  # fmt: skip
    return told


def hotlines_with_use(*, at):
    """Every hotline with its keys that are good now, how many messages came within a day, and when the last one did."""
    messages = Count("messages", filter=Q(messages__received_at__gte=at - DAY))
    rows = Hotline.objects.annotate(messages_today=messages, last_at=Max("messages__received_at"))
    keys = Prefetch("keys", HotlineKey.objects.live(at), to_attr="live_keys")
    return rows.prefetch_related(keys).order_by("code")


def forget_bodies(*, at):
    """Messages are kept as they came as long as the limit `hotlines.keep_message` says; then their text goes, what they said stays."""
    limit = Limit.objects.current([KEEP], at=at)[KEEP]
    before = due(at, amount=-limit.amount, unit=limit.unit, rolls=False, calendar=current_calendar()).at
    return HotlineMessage.objects.filter(received_at__lt=before).exclude(body="").update(body="")


@engine.after("incidents", "erase_contact")
def forget_callers(incident, taken):
    """Who called is named in the messages, too."""
    HotlineMessage.objects.filter(call__incident=incident).exclude(body="").update(body="")
