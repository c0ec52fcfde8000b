"""Raises findings, by hand and by itself, and what else happens when a step is taken.

`note_lapse` and `note_fulfilment` listen to every event: a clock that lapses with a declared ground becomes one draft in the same
transaction, and a draft whose duty is met after all is marked.
"""

import structlog
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from governance.cases.bars import bring_in_line, changes_bars
from governance.cases.models import Handover
from governance.cases.services import hand_over, next_number
from governance.deadlines.enums import DeadlineState
from governance.deadlines.models import Deadline
from governance.deadlines.rules import LAPSED
from governance.deadlines.terms import term_named
from governance.flow import engine
from governance.flow.table import SYSTEM
from governance.people.enums import OfficeKind, OfficeType
from governance.people.models import Office
from governance.places.rules import ancestors
from supervision.oversight import terms
from supervision.oversight.enums import Measure
from supervision.oversight.models import Finding
from supervision.oversight.rules import CITY, COUNTY, one_level_up, supervising_path

TITLE_LENGTH = 60
OF_A_PLACE = (OfficeType.VILLAGE, OfficeType.TOWNSHIP, OfficeType.CENTRE)
MEASURES = {"notify": Measure.NOTICE, "summon": Measure.TALK, "order": Measure.ORDER, "list": Measure.LISTING}

logger = structlog.get_logger(__name__)


def supervisor_of(unit, *, barred=()):
    """The leading group that supervises a unit, or the next one above where that level has none or is kept out; None for who has nobody
    above."""
    is_group = unit.type == OfficeType.LEADING_GROUP
    path = supervising_path(unit.place.path, territorial=unit.is_territorial, is_leading_group=is_group)
    groups = Office.objects.in_use().filter(type=OfficeType.LEADING_GROUP, place__path__in=ancestors(path))
    return groups.exclude(pk__in=[unit.pk, *barred]).select_related("place").order_by("-place__path").first()


def group_above(group):
    """The leading group one level higher; the city's stays where it is."""
    return Office.objects.named(OfficeType.LEADING_GROUP, one_level_up(group.place.path)) or group


@transaction.atomic
def raise_finding(*, unit, ground, duty, at, by=SYSTEM, **facts):
    """Write a draft about a unit; None where nobody stands above it. `facts`: facts, subject, term, deadline, lapses."""
    subject = facts.pop("subject", None)
    told = {**subject_facts(subject), **subject.bars} if subject is not None else {}
    group = supervisor_of(unit, barred=told.get("barred_ids", ()))
    if group is None:
        logger.warning("finding_without_supervisor", unit=unit.code, duty=str(duty))
        return None
    title = f"{unit.short_name}：{duty}"[:TITLE_LENGTH]
    finding = Finding(number=next_number(at=at), title=title, place=unit.place, unit=unit, ground=ground, duty=duty, **facts, **told)
    finding.hand_to(group)
    return engine.begin(finding, by=by, at=at)


def is_raised(case):
    """Whether a finding written by hand about this matter is still open."""
    return Finding.objects.of_subject(case).filter(term="").ongoing().exists()


def subject_facts(case):
    """What a finding keeps of the case it is about: where to find it, never what it says."""
    return {
        "subject_type": ContentType.objects.get_for_model(case), "subject_id": case.pk,
        "subject_label": str(case.flow.label), "subject_number": case.number, "subject_url": case.get_absolute_url(),
    }  # fmt: skip


def note_lapse(event, case):
    """Listener: a clock that ran out on a declared duty is one draft finding, from this transaction on; a second lapse joins it."""
    if event.kind != f"deadline.{LAPSED}":
        return
    term = term_named(event.data["term"])
    if term is None or not term.ground:
        return
    lapsed = Deadline.objects.of(case).filter(term=term.name).order_by("-started_at", "-pk").first()
    open_one = Finding.objects.of_subject(case).filter(term=term.name).ongoing().first()
    if open_one is not None:
        _join(open_one, lapsed, at=event.at)
    elif unit := unit_of(case, lapsed):
        facts = {"term": term.name, "term_label": str(term.label), "deadline": lapsed, "lapses": 1}
        raise_finding(unit=unit, ground=term.ground, duty=str(term.duty), at=event.at, subject=case, **facts)


def note_bars(event, case):
    """Listener: whom a case keeps out, what was raised about it and ordered because of it keeps out as well."""
    if not changes_bars(event) or isinstance(case, Finding):
        return
    for finding in Finding.objects.of_subject(case).select_related("unit__place", "office"):
        bring_in_line(finding, event, case)
        _leave_to_another(finding)
        for row in Handover.objects.of(finding):
            if row.is_from(finding):
                bring_in_line(row.target, event, case)


def _leave_to_another(finding):
    """A group that is kept out decides nothing any more: the next one above does."""
    group = supervisor_of(finding.unit, barred=finding.barred_ids) if finding.office_id in finding.barred_ids else None
    if group and finding.is_ongoing:
        finding.hand_to(group)
        finding.save(update_fields=["office", "office_ids"])


def _join(finding, lapsed, *, at):
    """The same duty failed again while its finding is open: an event, not a row. The same clock says it once."""
    if lapsed is None or lapsed.pk == finding.deadline_id:
        return
    engine.take(finding, "repeat", by=SYSTEM, at=at, deadline=lapsed, lapses=finding.lapses + 1, fulfilled_at=None)


def unit_of(case, lapsed):
    """The office that owed it: the clock's own, else the one that holds the case, else the office of the place."""
    key = (lapsed and lapsed.office_id) or case.office_id
    if key:
        return Office.objects.select_related("place").get(pk=key)
    at_place = Office.objects.in_use().filter(type__in=OF_A_PLACE, place__path__in=ancestors(case.place_path))
    return at_place.select_related("place").order_by("-place__path").first()


def note_fulfilment(event, case):
    """Listener: a step met a clock whose lapse may stand on a desk as a draft; the draft says so from now on."""
    if case.flow is None or case.flow.procedure == Finding.flow.procedure:
        return
    met = duties_met(case.flow, event.kind)
    if met:
        drafts = Finding.objects.of_subject(case).drafts().filter(term__in=met, fulfilled_at=None)
        for finding in drafts:
            engine.take(finding, "fulfil", by=SYSTEM, at=event.at, fulfilled_at=event.at)


def duties_met(flow, kind):
    """The names of the clocks with a ground that the step of this event meets."""
    name = kind.removeprefix(f"{flow.procedure}.")
    step = next((step for step in flow.steps if step.name == name), None)
    return [term.name for term in step.meets if term.ground] if step else []


def settle_fulfilled():
    """Drafts whose clock was met by a way no table tells of; returns how many were marked. Safe to run twice."""
    met = Finding.objects.drafts().filter(fulfilled_at=None, deadline__state=DeadlineState.MET).select_related("deadline")
    for finding in met:
        engine.take(finding, "fulfil", by=SYSTEM, at=finding.deadline.met_at, fulfilled_at=finding.deadline.met_at)
    return len(met)


@engine.after("oversight", "confirm", "dismiss")
def note_verification(finding, taken):
    finding.verify_kept = taken.clocks.met[terms.VERIFY.name].was_kept if terms.VERIFY.name in taken.clocks.met else None
    if taken.step.name == "confirm":
        finding.confirmed_at = taken.at


@engine.after("oversight", "rectify", "order_done", "close", "release")
def refuse_while_owed(finding, taken):
    """Nothing is put right, and nobody is released, while the clock of the duty still runs late."""
    if finding.is_owed:
        raise engine.StepRefused(
            _("%(label)s %(number)s 的“%(term)s”仍未履行，履行后才能办理这一步。")
            % {"label": finding.subject_label, "number": finding.subject_number, "term": finding.term_label}
        )


@engine.after("oversight", *MEASURES)
def note_measure(finding, taken):
    finding.measure = MEASURES[taken.step.name]


@engine.after("oversight", "order")
def open_order(finding, taken):
    """责令限期整改: the notice is drafted for this finding; both timelines keep the link."""
    hand_over(finding, "orders", by=taken.by, at=taken.at, note=taken.note)


@engine.after("oversight", "list")
def note_listing(finding, taken):
    finding.listed_at = taken.at


@engine.after("oversight", "publish")
def note_publication(finding, taken):
    finding.published_at = taken.at


@engine.after("oversight", "remove")
def note_removal(finding, taken):
    finding.removed_at = taken.at


@engine.after("oversight", "publish_removal")
def note_removal_publication(finding, taken):
    finding.removal_published_at = taken.at


@engine.after("oversight", "escalate")
def note_escalation(finding, taken):
    finding.escalated_at = taken.at


def note_late(event, case):
    """Listener: a draft not verified in time counts in the figures at once."""
    if event.kind == f"deadline.{LAPSED}" and isinstance(case, Finding) and event.data["term"] == terms.VERIFY.name:
        Finding.objects.filter(pk=case.pk).update(verify_kept=False)
        case.verify_kept = False


def supervised_by(group):
    """The offices a leading group supervises: what `supervisor_of` answers with it, the other way round."""
    offices = Office.objects.in_use().exclude(pk=group.pk).select_related("place")
    path = group.place.path
    if len(path) == CITY:
        own = Q(place__path=path) | Q(kind=OfficeKind.TERRITORIAL, place__parent__path=path)
        return offices.filter(own)
    if len(path) == COUNTY:
        return offices.filter(Q(kind=OfficeKind.DEPARTMENTAL, place__path=path) | Q(place__path__startswith=path, place__path__gt=path))
    return offices.none()


def listed_now(unit):
    """Whether a unit stands under listed supervision today, in public."""
    return Finding.objects.published().ongoing().filter(unit=unit, removed_at=None).exists()


def published_listings():
    """The listed supervisions everyone may read, with their removals, the newest first."""
    return Finding.objects.published().order_by("-published_at", "-pk")
