"""Drafts, checks and issues messages to the public; each that went out is a row written once, with its CAP text."""

from urllib.parse import urlsplit

from django.conf import settings
from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from emergencies.warnings import terms
from emergencies.warnings.enums import Certainty, Sort, Type
from emergencies.warnings.models import CONTENT, WarnedPlace, Warning, WarningDraft, WarningKind, WarningMessage
from emergencies.warnings.rules import Alert, cap_xml, faults, is_over, name_of, reference, without_nested
from governance.cases.services import next_number
from governance.deadlines.rules import LAPSED
from governance.flow import engine
from governance.flow.table import SYSTEM
from governance.people.enums import OfficeType
from governance.people.models import Office
from governance.places.enums import Level as PlaceLevel
from governance.places.models import Place
from governance.places.rules import ancestors

COLOURED = {PlaceLevel.CITY, PlaceLevel.COUNTY}  # 突发事件应对法 §64: governments from the county up issue warnings
TOLD = (OfficeType.CENTRE, OfficeType.TOWNSHIP)  # who passes a message on in the area it is about
SEPARATOR = "、"


def offered_kinds(office, sort):
    """What an office sends out of a sort; levels with a colour begin at the county."""
    if sort == Sort.WARNING and office.place.level not in COLOURED:
        return WarningKind.objects.none()
    return WarningKind.objects.of_sort(sort).of_trade("" if office.is_territorial else office.trade)


def offered_sorts(office):
    """The sorts an office has a kind of to send out."""
    return [sort for sort in Sort if offered_kinds(office, sort).exists()]


def areas_of(office):
    """The places an office can name as area: its own and those below, down to the townships; a township's own villages."""
    rows = Place.objects.in_use().filter(path__startswith=office.place.path).order_by("path")
    return rows if office.place.level == PlaceLevel.TOWNSHIP else rows.exclude(level=PlaceLevel.VILLAGE)


def draft(*, by, at, kind, incident=None, submission=None, **content):
    """Draw up a message for the office acted for, of an incident or of none. The same `submission` never makes two.

    `content`: headline, text, advice, level, certainty, starts_at, until, places.
    """
    try:
        return _draft(by=by, at=at, kind=kind, incident=incident, submission=submission, content=content)
    except IntegrityError:
        earlier = submission and Warning.objects.filter(submission=submission).first()
        if not earlier:
            raise
        return earlier


@transaction.atomic
def _draft(*, by, at, kind, incident, submission, content):
    office = by.acting_post.office
    case = Warning(place=office.place, kind=kind, sort=kind.sort, incident=incident, submission=submission)
    told = complete(kind, content)
    show(case, told, area_label(told["places"]))
    case.hand_to(office)
    case.number = next_number(at=at)
    engine.begin(case, by=by, at=at)
    write_draft(case, told, by=by, at=at)
    return case


def complete(kind, content):
    """What was typed, with what the sort of message needs and nobody is asked."""
    told = {"level": "", "certainty": Certainty.OBSERVED, "starts_at": None, "until": None, "advice": "", **content}
    told["advice"] = told["advice"].strip() or kind.advice
    wanted = without_nested(place.path for place in told["places"])
    return {**told, "places": [place for place in told["places"] if place.path in wanted]}


def area_label(places):
    return SEPARATOR.join(place.full_name for place in places)


def show(case, told, area):
    """The case's own columns say what the draft, or the message, says."""
    case.title, case.level, case.area = told["headline"], told["level"], area
    case.starts_at, case.until = told["starts_at"], told["until"]


def write_draft(case, told, *, by, at, change=None):
    """Keep the draft; whoever checked an earlier one has not checked this. `change` None keeps what was said of it before."""
    facts = {name: told[name] for name in CONTENT} | {"drafter": by, "checker": None, "made_at": at, "checked_at": None}
    if change is not None:
        facts["change"] = change
    kept, _fresh = WarningDraft.objects.update_or_create(warning=case, defaults=facts)
    kept.places.set(told["places"])
    return kept


@engine.after("warnings", "rewrite")
def keep_rewritten(case, taken):
    told = complete(case.kind, taken.given["draft"])
    write_draft(case, told, by=taken.by, at=taken.at)
    show(case, told, area_label(told["places"]))


@engine.after("warnings", "revise")
def keep_update(case, taken):
    """The update is written beside what stands before the public; that stays as it is until the update is issued."""
    write_draft(case, complete(case.kind, taken.given["draft"]), by=taken.by, at=taken.at, change=taken.note)


@engine.after("warnings", "rewrite_update")
def keep_rewritten_update(case, taken):
    told = complete(case.kind, taken.given["draft"])
    write_draft(case, told, by=taken.by, at=taken.at, change=taken.note.strip() or None)


@engine.after("warnings", "check", "check_update")
def keep_check(case, taken):
    """The second person."""
    kept = case.draft
    kept.checker, kept.checked_at = taken.by, taken.at
    kept.save(update_fields=["checker", "checked_at"])


@engine.after("warnings", "issue", "issue_update")
def send(case, taken):
    """What was checked goes before the public: a new message, which nobody changes any more."""
    kept = WarningDraft.objects.select_related("drafter", "checker").get(warning=case)
    if is_over(kept.until, at=taken.at):
        raise engine.StepRefused(_("有效期已过，请退回修改后再签发。"))
    places = [*kept.places.order_by("path")]
    told = {name: getattr(kept, name) for name in CONTENT}
    people = {"drafter": kept.drafter, "checker": kept.checker, "issuer": taken.by}
    kind = Type.UPDATE if case.messages_sent else Type.ALERT
    write_message(case, kind, told, places, change=kept.change, at=taken.at, **people)
    kept.delete()
    show(case, told, area_label(places))
    cover(case, places)
    if case.until:
        taken.clocks.start(terms.END, at=taken.at)


@engine.after("warnings", "issue")
def note_first(case, taken):
    clock = taken.clocks.met.get(terms.ISSUE.name)
    case.issued_at, case.kept = taken.at, clock.was_kept if clock else None


def note_late(event, case):
    """Listener: a draft that is out of time counts in the figures at once."""
    if event.kind == f"deadline.{LAPSED}" and isinstance(case, Warning) and event.data["term"] == terms.ISSUE.name:
        Warning.objects.filter(pk=case.pk).update(kept=False)
        case.kept = False


@engine.after("warnings", "drop_update")
def forget_update(case, taken):
    WarningDraft.objects.filter(warning=case).delete()


@engine.after("warnings", "expire")
def forget_unsent(case, taken):
    """An update that nobody issued in time goes with the message it was to change."""
    WarningDraft.objects.filter(warning=case).delete()


@engine.after("warnings", "cancel")
def call_off(case, taken):
    """The last message says that it is over, and why."""
    WarningDraft.objects.filter(warning=case).delete()
    last = last_message(case)
    told = {name: getattr(last, name) for name in CONTENT} | {"text": taken.note, "advice": ""}
    places = [*Place.objects.filter(path__in=last.paths).order_by("path")]
    write_message(case, Type.CANCEL, told, places, change=taken.note, at=taken.at, drafter=taken.by, checker=None, issuer=taken.by)


def last_message(case):
    return case.messages.order_by("serial").last()


def write_message(case, kind, told, places, *, change, at, **people):
    """Write a message with its CAP text, which is valid or nothing is issued. A statement tells of an incident and is no CAP alert."""
    earlier = [*case.messages.order_by("serial")]
    message = WarningMessage(
        warning=case, serial=len(earlier) + 1, type=kind, identifier=f"{case.number}-{len(earlier) + 1}", sender=sender_of(case.office),
        sender_name=case.office.name, paths=[place.path for place in places], area=area_label(places), change=change, sent_at=at,
        **told, **people,
    )  # fmt: skip
    if case.sort != Sort.STATEMENT:
        message.xml = cap_xml(alert_of(case, message, places, earlier))
        if wrong := faults(message.xml):
            raise engine.StepRefused(_("内容不符合 CAP 1.2 格式：%(what)s") % {"what": wrong[0]})
    message.save(force_insert=True)
    case.messages_sent = message.serial
    return message


def alert_of(case, message, places, earlier):
    return Alert(
        identifier=message.identifier, sender=message.sender, sent=message.sent_at, type=message.type, category=case.kind.category,
        event=case.kind.label, event_code=case.kind.code, level=message.level, certainty=message.certainty, headline=message.headline,
        description=message.text, instruction=message.advice, sender_name=message.sender_name, note=message.change,
        web=f"{settings.SITE_URL.rstrip('/')}{case.get_public_url()}", places=tuple((place.code, place.full_name) for place in places),
        onset=message.starts_at, expires=message.until, level_label=message.get_level_display(),
        references=tuple(reference(one.sender, one.identifier, one.sent_at) for one in earlier),
    )  # fmt: skip


def sender_of(office):
    """An address of the portal's own domain that tells the office: unique in the world, as CAP asks."""
    return f"{name_of(office.code)}@{urlsplit(settings.SITE_URL).hostname}"


def cover(case, places):
    """The area of the last message, and the offices there that pass it on: they see the case from now on."""
    case.warned.all().delete()
    WarnedPlace.objects.bulk_create([WarnedPlace(warning=case, place=place, path=place.path) for place in places])
    within = Q()
    for place in places:
        within |= Q(place__path__startswith=place.path) | Q(place__path__in=ancestors(place.path))
    told = Office.objects.in_use().filter(within, type__in=TOLD).order_by("pk").values_list("pk", flat=True)
    case.office_ids = [*case.office_ids, *(pk for pk in told if pk not in case.office_ids)]


def expire_over(*, at):
    """Mark what ended by itself; returns how many. The public sees by the clock that it is over, whether or not this ran."""
    found = [*Warning.objects.over(at)]
    for case in found:
        engine.take(case, "expire", by=SYSTEM, at=at)
    return len(found)


def changed_columns(kept, last):
    """The names of what a draft says otherwise than the last message did, for whoever checks it."""
    columns = [column for column in WarningDraft._meta.fields if column.name in CONTENT]
    names = [column.verbose_name for column in columns if getattr(kept, column.name) != getattr(last, column.name)]
    area = {place.path for place in kept.places.all()}
    return names if area == {*last.paths} else [*names, _("范围")]
