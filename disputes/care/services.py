"""Takes requests for help with the person's agreement, and what else happens when a step is taken."""

from dataclasses import dataclass
from uuid import uuid4

from django.db import IntegrityError, transaction
from django.db.models import Count
from django.utils import timezone
from django.utils.translation import gettext as _

from disputes.care.enums import ConsentWay, RevokedBy, State
from disputes.care.models import Care, CareNeed, CareProvider, Consent, Visit
from disputes.care.rules import PROVIDER, SUPERVISOR, openers, shown_counts
from governance.cases.forgetting import forget
from governance.cases.rules import new_query_code
from governance.cases.services import next_number
from governance.cases.tracking import code_index
from governance.files.enums import AttachmentKind
from governance.files.models import Attachment
from governance.files.services import attach
from governance.flow import engine
from governance.flow.table import RESIDENT
from governance.people.enums import OfficeKind, OfficeType
from governance.people.models import Office
from governance.privacy.services import open_sealed

COUNTY, CITY = 6, 4  # characters of a path
KEEP = "care.keep"
FALLBACK_TRADE = "civil"  # where a place has no bureau of the service's own trade
SEALED = ("name", "phone", "address", "situation", "result_note")
SAID = ("done", "next_plan")  # of a visit
TITLE = "关爱帮扶"  # says nothing of the person


@dataclass
class Opened:
    """An opened request and the query code that is shown this once."""

    care: Care
    query_code: str


def bureau_for(need, place):
    """The bureau that answers for a service where the person lives: the county's, else the city's; None where there is none."""
    levels = [place.path[:COUNTY], place.path[:CITY]]
    rows = Office.objects.in_use().filter(type=OfficeType.BUREAU, place__path__in=levels, trade__in=[need.trade, FALLBACK_TRADE])
    found = sorted(rows.select_related("place"), key=lambda one: (one.trade != need.trade, -len(one.place.path)))
    return found[0] if found else None


def open_request(*, at, by=RESIDENT, place, need, submission=None, consent=None, **facts):
    """Register a request with the agreement it rests on; it goes straight to the bureau, and nobody else sees it from then on.

    `consent`: way, given_on, reference, scan (a checked upload). The same `submission` never opens twice. `facts`: name, phone, address,
    situation, asked_by.
    """
    if earlier := submission and Care.objects.filter(submission=submission).first():
        return Opened(earlier, "")
    supervisor, code = bureau_for(need, place), new_query_code()
    if supervisor is None:
        raise engine.StepRefused(_("当地还没有负责这项帮助的部门，请拨打12345咨询。"))
    care = Care(
        title=TITLE, place=place, place_path=place.path, need=need, supervisor=supervisor, submission=submission,
        query_code_index=code_index(code), **facts,
    )  # fmt: skip
    try:
        return Opened(_register(care, consent or {}, by=by, at=at), code)
    except IntegrityError:  # the same form at the same moment
        earlier = submission and Care.objects.filter(submission=submission).first()
        if not earlier:
            raise
        return Opened(earlier, "")


@transaction.atomic
def _register(care, consent, *, by, at):
    care.hand_to(care.supervisor)
    care.number = next_number(at=at)
    engine.begin(care, by=by, at=at)
    scan, told = consent.pop("scan", None), {"way": ConsentWay.WEB, "given_on": timezone.localdate(at), **consent}
    kept = Consent.objects.create(care=care, recorded_by=None if by is RESIDENT else by, **told)
    if scan:
        kept.scan = str(attach(kept, scan, by=by, at=at, public=False, kind=AttachmentKind.SCAN).pk)
        kept.save(update_fields=["scan"])
    return care


def registered(number):
    """What was taken down under a number, for the receipt of whoever took it down."""
    return Care.objects.select_related("supervisor", "place", "need").filter(number=number).first()


def part_of(user, care, *, day):
    """Which of the two a person is to a referral: SUPERVISOR, PROVIDER (with a contract that runs), or None."""
    office = user.acting_post.office_id if user.acting_post else None
    if office is None:
        return None
    if office == care.supervisor_id:
        return SUPERVISOR
    return PROVIDER if care.provider_id and office == care.provider.office_id and care.provider.runs(day) else None


def may_open(user, care, *, day):
    """Whether the sealed facts are open to this person now."""
    return care.erased_at is None and part_of(user, care, day=day) in openers(care.state)


def opened(care, *, by, at, purpose, reason=""):
    """The sealed facts in plain text, each opening recorded. Ask `may_open` first."""
    told = {"by": by, "at": at, "purpose": purpose, "reason": reason}
    visits = [
        {"visit": visit, **{name: open_sealed(visit, name, **told) for name in SAID}} for visit in care.visits.select_related("care", "by")
    ]
    return {
        **{name: open_sealed(care, name, **told) for name in SEALED},
        "reference": open_sealed(care.consent, "reference", **told),
        "visits": visits,
    }


def opened_scan(care, *, by, at, purpose, reason=""):
    """The paper the person signed, its opening recorded; None where there is none."""
    key = open_sealed(care.consent, "scan", by=by, at=at, purpose=purpose, reason=reason)
    return Attachment.objects.of(care.consent).filter(pk=key).first() if key else None


def establish_provider(*, supervisor, name, facts, needs, places, office=None):
    """A provider in the register, with the office its people serve at."""
    with transaction.atomic():
        provider = CareProvider.objects.create(
            office=office or _new_office(supervisor.place, name), supervisor=supervisor, place_path=supervisor.place.path,
            office_ids=[supervisor.pk], **facts,
        )  # fmt: skip
        provider.needs.set(needs)
        provider.places.set(places)
    return provider


def _new_office(place, name):
    serial = Office.objects.filter(type=OfficeType.PROVIDER, place=place).count() + 1
    return Office.objects.create(
        code=f"provider-{place.code}-{serial}", name=name, short_name=name[:60], kind=OfficeKind.DEPARTMENTAL, type=OfficeType.PROVIDER,
        trade="care", place=place,
    )  # fmt: skip


def rename(provider, name):
    """The office its people serve at carries its name."""
    Office.objects.filter(pk=provider.office_id).update(name=name, short_name=name[:60])


def keep_need(form):
    """A service as it was typed; a new one gets a code of its own."""
    need = form.save(commit=False)
    need.code = need.code or f"own-{uuid4().hex[:12]}"
    need.save()
    return need


def seen_by_two(care, taken):
    """Whoever held it before is out: the bureau, and the provider where there is one. Who holds it answers for its clocks."""
    care.office_ids = [care.supervisor_id, *([care.provider.office_id] if care.provider_id else [])]
    for clock in taken.clocks.open.values():
        clock.office_id = care.office_id


@engine.after("care", "assign", "reassign")
def hand_on(care, taken):
    provider = taken.given["provider"]
    if not CareProvider.objects.fitting(care, day=timezone.localdate(taken.at)).filter(pk=provider.pk).exists():
        raise engine.StepRefused(_("该机构的合同、服务或者区域不合适，请另选。"))
    care.hand_to(provider.office)
    care.next_on = None
    seen_by_two(care, taken)


@engine.after("care", "decline")
def take_back(care, taken):
    """Who declined learns no more of it."""
    care.provider = None
    care.hand_to(care.supervisor)
    seen_by_two(care, taken)


@engine.after("care", "refer")
def go_to_another_bureau(care, taken):
    """The engine handed it to the other bureau; the first one is out."""
    if care.office.type != OfficeType.BUREAU:
        raise engine.StepRefused(_("请选择主管部门。"))
    care.supervisor = care.office
    seen_by_two(care, taken)


@engine.after("care", "visit")
def keep_visit(care, taken):
    given = taken.given
    today = timezone.localdate(taken.at)
    if given["visited_on"] > today:
        raise engine.StepRefused(_("帮扶日期不能晚于今天。"))
    if given["next_on"] and given["next_on"] < today:
        raise engine.StepRefused(_("下次日期不能早于今天。"))
    care.visits_held += 1
    facts = {name: given[name] for name in ("visited_on", "way", "done", "next_on", "next_plan")}
    Visit.objects.create(care=care, serial=care.visits_held, by=taken.by, provider=care.provider, **facts)


@engine.after("care", "end")
def keep_result(care, taken):
    care.result_note, care.next_on = taken.given["closing"], None


@engine.after("care", "stop", "withdraw")
def revoke(care, taken):
    """At once: the facts are closed to everybody, and what runs stops (个人信息保护法 §15)."""
    way = RevokedBy.ONESELF if taken.by == RESIDENT else RevokedBy.TOLD
    Consent.objects.filter(care=care).update(revoked_at=taken.at, revoked_by=way)
    care.next_on = None
    care.closed_at = taken.at


@engine.after("care", "erase_contact")
def erase(care, taken):
    """Everything personal goes; that somebody was helped, and how often, stays as a count."""
    for name in SEALED:
        setattr(care, name, "")
    care.erased_at = taken.at
    Visit.objects.filter(care=care).update(done="", next_plan="")
    consent = Consent.objects.filter(care=care).first()
    if consent:
        Attachment.objects.of(consent).delete()
        Consent.objects.filter(pk=consent.pk).update(reference="", scan="")


def erase_due(*, at):
    """Erase what ended or was taken back longer ago than the limit says; returns how many."""
    return forget(Care, KEEP, at=at)


def figures(path, *, begins, ends):
    """(by service, by state, total) of the requests of a stretch at a place: counts, None where they may not be shown."""
    rows = Care.objects.within(path).filter(opened_at__gte=begins, opened_at__lt=ends).order_by()
    needs = dict.fromkeys(CareNeed.objects.offered().values_list("label", flat=True), 0)
    needs |= {row["need__label"]: row["n"] for row in rows.values("need__label").annotate(n=Count("pk"))}
    states = dict.fromkeys(State.values, 0) | {row["state"]: row["n"] for row in rows.values("state").annotate(n=Count("pk"))}
    by_need, total = shown_counts(needs)
    by_state, _same = shown_counts({State(key).label: n for key, n in states.items()})
    return by_need, by_state, total
