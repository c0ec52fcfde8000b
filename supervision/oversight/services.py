"""Raises findings, by hand and by itself, and what else happens when a step is taken.

`note_lapse` and `note_fulfilment` listen to every event: a clock that lapses with a declared ground becomes one draft in the same
transaction, and a draft whose duty is met before anyone confirmed it closes by itself.
"""

from datetime import timedelta

import structlog
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from governance.calendar.services import current_calendar
from governance.calendar.workdays import due, last_moment
from governance.cases.bars import bring_in_line, changes_bars
from governance.cases.models import Handover
from governance.cases.services import hand_over, next_number
from governance.deadlines.enums import DeadlineState
from governance.deadlines.models import Deadline, Limit
from governance.deadlines.rules import LAPSED
from governance.deadlines.terms import term_named
from governance.files.enums import AttachmentKind
from governance.files.services import attach
from governance.flow import engine
from governance.flow.table import SYSTEM
from governance.people.enums import OfficeKind, OfficeType
from governance.people.models import Office
from governance.places.rules import ancestors
from governance.prepared import Prepared
from governance.web.formats import cn_due
from supervision.oversight import terms
from supervision.oversight.enums import Gravity, Measure, State
from supervision.oversight.models import Finding, Talk
from supervision.oversight.rules import (
    CITY,
    COUNTY,
    asked_in_time,
    fitting_measure,
    gravity_of,
    next_measure,
    one_level_up,
    supervising_path,
)

TITLE_LENGTH, YEAR = 60, timedelta(days=365)
OF_A_PLACE = (OfficeType.VILLAGE, OfficeType.TOWNSHIP, OfficeType.CENTRE)
MEASURES = {"notify": Measure.NOTICE, "summon": Measure.TALK, "order": Measure.ORDER, "list": Measure.LISTING}
OF_SUBJECT = Prepared(
    lambda kind, key: Finding.objects.ongoing().filter(subject_type=kind, subject_id=key).select_related("office").order_by("pk"),
    kind=int,
    key=int,
)

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
    """Write a draft about a unit; None where nobody stands above it. `facts`: columns of the finding, and the case `subject`."""
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
    """Whether a finding about this matter is still open, whoever raised it: the same matter is followed once."""
    return Finding.objects.of_subject(case).ongoing().exists()


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
    if term is not None and term.ground:
        raise_for_lapse(case, term, Deadline.objects.of(case).filter(term=term.name).order_by("-started_at", "-pk").first(), at=event.at)


def raise_for_lapse(case, term, lapsed, *, at):
    """One draft for a clock that ran out; returns the finding that tells of it now, None where one did already or nobody stands above."""
    open_one = Finding.objects.of_subject(case).filter(term=term.name).ongoing().first()
    if open_one is not None:
        return _join(open_one, lapsed, at=at)
    if lapsed is not None and Finding.objects.filter(deadline=lapsed).exists():
        return None
    if other := _folded_into(case, term):
        return _join(other, lapsed, at=at)
    unit = unit_of(case, lapsed)
    if unit is None:
        return None
    facts = {"term": term.name, "term_label": str(term.label), "deadline": lapsed, "lapses": 1}
    return raise_finding(unit=unit, ground=term.ground, duty=str(term.duty), at=at, subject=case, **facts)


def _folded_into(case, term):
    """The open finding that took in an earlier one about the same clock, or None."""
    folded = Finding.objects.of_subject(case).filter(term=term.name, state=State.FOLDED).select_related("into").order_by("-pk").first()
    return folded.into if folded and folded.into.is_ongoing else None


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
        return None
    return engine.take(finding, "repeat", by=SYSTEM, at=at, deadline=lapsed, lapses=finding.lapses + 1, fulfilled_at=None)


def unit_of(case, lapsed):
    """The office that owed it: the clock's own, else the one that holds the case, else the office of the place."""
    key = (lapsed and lapsed.office_id) or case.office_id
    if key:
        return Office.objects.select_related("place").get(pk=key)
    at_place = Office.objects.in_use().filter(type__in=OF_A_PLACE, place__path__in=ancestors(case.place_path))
    return at_place.select_related("place").order_by("-place__path").first()


def note_fulfilment(event, case):
    """Listener: a step met a clock whose lapse may stand on a desk as a draft; before anyone confirmed it, the draft closes by itself."""
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
    """Drafts whose clock was met by a way no table tells of; returns how many closed. Safe to run twice."""
    met = Finding.objects.drafts().filter(fulfilled_at=None, deadline__state=DeadlineState.MET).select_related("deadline")
    for finding in met:
        engine.take(finding, "fulfil", by=SYSTEM, at=finding.deadline.met_at, fulfilled_at=finding.deadline.met_at)
    return len(met)


@engine.after("oversight", "confirm", "dismiss", "fold")
def note_verification(finding, taken):
    finding.verify_kept = taken.clocks.met[terms.VERIFY.name].was_kept if terms.VERIFY.name in taken.clocks.met else None
    if taken.step.name == "confirm":
        finding.confirmed_at = taken.at
        finding.proposed = fitting_measure(finding.gravity, is_owed=finding.is_owed)


def looks_like(finding, *, at):
    """The gravity that what is on record suggests; a person decides."""
    since = at - YEAR
    earlier = Finding.objects.filter(unit=finding.unit_id, outside=finding.outside, confirmed_at__gte=since).exclude(pk=finding.pk)
    return gravity_of(lapses=finding.lapses, earlier=earlier.count(), is_owed=finding.is_owed)


def confirm_as_drafted(finding, *, by, at, note):
    """Confirm a draft on its own ground, with the gravity its record suggests; says which."""
    gravity = looks_like(finding, at=at)
    engine.take(finding, "confirm", by=by, at=at, note=note, ground=finding.ground, gravity=gravity)
    return _("已确认，情节%(gravity)s") % {"gravity": Gravity(gravity).label}


def foldable(finding):
    """The findings a draft can be folded into: open ones about the same unit, with the same leading group."""
    same = Finding.objects.ongoing().filter(unit=finding.unit_id, office=finding.office_id, outside=finding.outside)
    return same.exclude(pk=finding.pk).order_by("-opened_at", "-pk")


@engine.after("oversight", "fold")
def refuse_to_fold_anywhere(finding, taken):
    """One of the same unit and group, that is still open."""
    if not foldable(finding).filter(pk=taken.given["into"].pk).exists():
        raise engine.StepRefused(_("只能并入同一单位、由本领导小组办理的在办线索。"))


@engine.after("oversight", "rectify", "report", "order_done", "close", "release")
def refuse_while_owed(finding, taken):
    """Nothing is put right, and nobody is released, while the clock of the duty still runs late; nor of one that was folded into it."""
    folded = finding.folded.select_related("deadline")
    if owed := next((one for one in (finding, *folded) if one.is_owed), None):
        raise engine.StepRefused(
            _("%(label)s %(number)s 的“%(term)s”仍未履行，履行后才能办理这一步。")
            % {"label": owed.subject_label, "number": owed.subject_number, "term": owed.term_label}
        )


@engine.after("oversight", *MEASURES)
def note_measure(finding, taken):
    finding.measure, finding.proposed = MEASURES[taken.step.name], ""


@engine.after("oversight", "notify", "summon", "list")
def tell_the_unit(finding, taken):
    show_to_unit(finding, at=taken.at)


def show_to_unit(finding, *, at):
    """From now on the unit sees the finding; the caller saves."""
    finding.told_at = finding.told_at or at
    if finding.unit_id not in finding.office_ids:
        finding.office_ids = [*finding.office_ids, finding.unit_id]


@engine.after("oversight", "summon")
def invite(finding, taken):
    """约谈通知: a row for each invitation."""
    given, serial = taken.given, finding.talks.count() + 1
    facts = {"at": given["talk_at"], "where": given["where"], "host": given["host"], "about": taken.note}
    Talk.objects.create(finding=finding, serial=serial, **facts)


@engine.after("oversight", "talk")
def keep_record(finding, taken):
    """约谈记录: what was said, on the row of its invitation."""
    talk, given = finding.talks.last(), taken.given
    talk.held_at, talk.course = given["talk_at"], taken.note
    for name in ("talk_with", "recorder", "statement", "promise"):
        setattr(talk, name, given[name])
    talk.save()


@engine.after("oversight", "miss_talk")
def note_absence(finding, taken):
    """Nobody came: it is on record, and the leading group decides anew."""
    finding.talks.filter(pk=finding.talks.last().pk).update(missed_at=taken.at)
    finding.proposed = next_measure(Measure.TALK)


@engine.after("oversight", "order")
def open_order(finding, taken):
    """责令限期整改: the notice is drafted for this finding; both timelines keep the link."""
    hand_over(finding, "orders", by=taken.by, at=taken.at, note=taken.note)


@engine.after("oversight", "list")
def note_listing(finding, taken):
    """A listing ends on the day the decision names, within the longest time its limit allows."""
    finding.listed_at = taken.at
    if taken.clocks.open[terms.LISTED_TERM.name].due_at < finding.listed_end:
        raise engine.StepRefused(_("挂牌督办期限过长，请提前。"))


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
    """Overdue: one level up, where the next measure is proposed."""
    finding.escalated_at = taken.at
    finding.proposed = next_measure(finding.measure)


@engine.after("oversight", "pass_inspection", "fail_inspection")
def keep_photographs(finding, taken):
    for file in taken.given["photos"]:
        attach(finding, file, by=taken.by, at=taken.at, public=False)


@engine.after("oversight", "report")
def keep_proof(finding, taken):
    for file in taken.given["files"]:
        attach(finding, file, by=taken.by, at=taken.at, public=False, kind=AttachmentKind.PROOF)


def latest_ask(clock, code, *, at):
    """Until when an extension of a clock may be asked, counted back from its end; None where no limit row of that code says so."""
    limit = Limit.objects.valid(at).filter(code=code).first()
    if limit is None:
        return None
    end = last_moment(clock.due_at)
    return due(end, amount=limit.amount, unit=limit.unit, rolls=limit.rolls, calendar=current_calendar()).at


def refuse_late_request(clock, code, *, at):
    """Raise `StepRefused` for an extension that is asked too late before the end of its clock."""
    latest = latest_ask(clock, code, at=at) if clock else None
    if not asked_in_time(at, latest):
        raise engine.StepRefused(_("申请延期应在%(moment)s前提出，现已超过，请按期整改。") % {"moment": cn_due(latest)})


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


def open_findings_about(case):
    """What a matter gave rise to and is still followed."""
    return OF_SUBJECT.rows(kind=ContentType.objects.get_for_model(case).pk, key=case.pk)


def published_listings():
    """The listed supervisions everyone may read, with their removals, the newest first."""
    return Finding.objects.published().order_by("-published_at", "-pk")
