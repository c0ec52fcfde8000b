"""Opens the round of every unit when a scheme is issued, carries it on at the scheme's steps, and what else happens at its own.

Points by hand are written through `supervision.assessment`, so that each of them stands in one table.
"""

from django.utils.translation import gettext as _

from governance.calendar.services import current_calendar
from governance.calendar.workdays import due
from governance.cases.services import next_numbers
from governance.deadlines.models import Limit
from governance.deadlines.rules import LAPSED
from governance.files.services import attach
from governance.flow import engine
from governance.flow.table import SYSTEM
from governance.people.enums import OfficeType
from governance.people.models import Office
from governance.places.rules import ancestors
from governance.privacy.blind import blind_index
from supervision.appraisals import terms
from supervision.appraisals.enums import Outcome, State
from supervision.appraisals.models import Appraisal
from supervision.assessment.enums import Level, Source, Standing
from supervision.assessment.models import Adjustment, Responsible
from supervision.assessment.rules import reviewing_path
from supervision.assessment.services import after, limits_of, put_forward, retotal, settle

NAME = "name"  # what sealed names are compared under
ANSWERING = {Level.COUNTY: OfficeType.LEADING_GROUP, Level.TOWNSHIP: OfficeType.TOWNSHIP}


@after("publish")
def open_rounds(scheme, *, by, at):
    """A case for every unit that has a leading group above it; the unit is told, and its time to report runs."""
    results = list(scheme.results.select_related("place", "office").order_by("place__path", "office__code"))
    offices = _offices_of(scheme, results)
    cases = [case for result in results if (case := _opened(scheme, result, offices, at=at))]
    for case, number in zip(cases, next_numbers([at] * len(cases)), strict=True):
        case.number = number
    if cases:
        engine.begin_many(cases, by=SYSTEM, notes=[""] * len(cases), data=[{}] * len(cases))


def _offices_of(scheme, results):
    """{(type, path): office} of the leading groups and of the offices that answer for places."""
    paths = {path for result in results for path in ancestors(result.place.path)}
    kinds = {OfficeType.LEADING_GROUP, *ANSWERING.values()}
    rows = Office.objects.in_use().filter(type__in=kinds, place__path__in=paths).select_related("place")
    return {(office.type, office.place.path): office for office in rows}


def _opened(scheme, result, offices, *, at):
    """An unsaved case; None where nobody reviews the unit."""
    territorial = result.office is None
    above = reversed(ancestors(reviewing_path(result.place.path, territorial=territorial)))
    group = next((office for path in above if (office := offices.get((OfficeType.LEADING_GROUP, path)))), None)
    if group is None:
        return None
    unit = result.office or offices.get((ANSWERING[scheme.level], result.place.path))
    title = _("%(unit)s · %(year)s年度考核") % {"unit": result.short_name, "year": scheme.year}
    case = Appraisal(title=title[:60], place=result.place, result=result, unit=unit, reviewer=group, opened_at=at)
    case.hand_to(group)
    if unit is not None:
        case.hand_to(unit)
    return case


@after("supersede")
def void_rounds(scheme, *, by, at):
    """Another version took the scheme's place."""
    for case in Appraisal.objects.of_scheme(scheme).ongoing().for_step():
        engine.take(case, "void", by=SYSTEM, at=at)


@after("disclose")
def disclose_rounds(scheme, *, by, at):
    """Every unit is reviewed; each reads its result from now on and may object until the limit."""
    cases = Appraisal.objects.of_scheme(scheme)
    if waiting := cases.filter(state__in=[State.REPORTING, State.REPORTED]).count():
        raise engine.StepRefused(_("还有 %(count)s 个单位没有审核完成，不能公布。") % {"count": waiting})
    until = objection_ends(at)
    for case in cases.filter(state=State.REVIEWED).for_step():
        engine.take(case, "disclose", by=SYSTEM, at=at, object_until=until)


def objection_ends(at):
    """Until when one may object to what is disclosed at that moment."""
    limit = Limit.objects.current([terms.OBJECT], at=at)[terms.OBJECT]
    return due(at, amount=limit.amount, unit=limit.unit, rolls=limit.rolls, calendar=current_calendar()).at


@after("before_lock")
def refuse_while_open(scheme, *, by, at):
    """Nothing is final while somebody may still object, or waits for a decision."""
    cases = Appraisal.objects.of_scheme(scheme)
    if waiting := cases.filter(state=State.OBJECTED).count():
        raise engine.StepRefused(_("还有 %(count)s 件异议没有决定，不能锁定。") % {"count": waiting})
    if running := cases.filter(state=State.DISCLOSED, object_until__gt=at).count():
        raise engine.StepRefused(_("还有 %(count)s 个单位的异议期未满，不能锁定。") % {"count": running})


@after("lock")
def finish_rounds(scheme, *, by, at):
    for case in Appraisal.objects.of_scheme(scheme).filter(state__in=[State.DISCLOSED, State.DECIDED]).for_step():
        engine.take(case, "finish", by=SYSTEM, at=at)


@engine.after("appraisals", "claim")
def keep_claim(appraisal, taken):
    """A bonus the unit asks for, with its proof; it counts once it is accepted."""
    _put(appraisal, taken, item=taken.given["bonus"], source=Source.UNIT, standing=Standing.CLAIMED)
    appraisal.open_claims += 1


@engine.after("appraisals", "charge")
def keep_charge(appraisal, taken):
    _put(appraisal, taken, item=taken.given["by_proof"], source=Source.OFFICE, standing=Standing.ACCEPTED)


def _put(appraisal, taken, *, item, source, standing):
    """The row of points, its first file as the proof beside it; the sign follows the kind of item."""
    points, files = abs(taken.given["points"]), taken.given["files"]
    if points > limits_of(appraisal.result.scheme)[item.pk]:
        raise engine.StepRefused(_("“%(item)s”最多%(most)s分。") % {"item": item.label, "most": item.weight})
    kept = [attach(appraisal, file, by=taken.by, at=taken.at, public=False) for file in files]
    put_forward(
        appraisal.result, by=taken.by, at=taken.at, item=item, source=source, standing=standing,
        points=-points if item.kind == "deduction" else points, reason=taken.note[:100],
        proof="、".join(one.name for one in kept), file=kept[0] if kept else None,
    )  # fmt: skip


@engine.after("appraisals", "accept_claim")
def accept_claim(appraisal, taken):
    _settle(appraisal, taken, Standing.ACCEPTED)


@engine.after("appraisals", "refuse_claim")
def refuse_claim(appraisal, taken):
    _settle(appraisal, taken, Standing.REFUSED)


def _settle(appraisal, taken, standing):
    settle(taken.given["claim"], standing, answer=taken.note[:200], by=taken.by, at=taken.at)
    appraisal.open_claims = open_claims(appraisal).count()


def open_claims(appraisal):
    return Adjustment.objects.filter(result=appraisal.result_id, standing=Standing.CLAIMED)


@engine.after("appraisals", "report")
def keep_report(appraisal, taken):
    appraisal.report, appraisal.report_missed = taken.note, False
    appraisal.hand_to(appraisal.reviewer)
    for file in taken.given["files"]:
        attach(appraisal, file, by=taken.by, at=taken.at, public=False)


@engine.after("appraisals", "send_back")
def time_again(appraisal, taken):
    """Back to the unit, whose time to report runs anew."""
    appraisal.report_missed = False
    if appraisal.unit is not None:
        appraisal.hand_to(appraisal.unit)
    taken.clocks.start(terms.SELF_REPORT, at=taken.at)


@engine.after("appraisals", "go_on")
def go_on(appraisal, taken):
    appraisal.hand_to(appraisal.reviewer)


@engine.after("appraisals", "review")
def refuse_open_claims(appraisal, taken):
    if appraisal.open_claims:
        raise engine.StepRefused(_("还有 %(count)s 项加分申报没有认定，请先认定。") % {"count": appraisal.open_claims})


@engine.after("appraisals", "object")
def keep_objection(appraisal, taken):
    appraisal.objection = taken.note
    for file in taken.given["files"]:
        attach(appraisal, file, by=taken.by, at=taken.at, public=False)


@engine.after("appraisals", "uphold")
def correct(appraisal, taken):
    """The points follow the decision, as a row of their own that names it; ranks and classes follow the points."""
    change = taken.given["change"]
    if not change:
        raise engine.StepRefused(_("更正分值不能为0；不需要更正的，请选择“维持原结果”。"))
    appraisal.outcome, appraisal.decision = Outcome.UPHELD, taken.note
    put_forward(
        appraisal.result, by=taken.by, at=taken.at, item=appraisal.disputed, source=Source.DECISION, points=change,
        reason=_("异议决定更正"), proof=_("%(number)s 异议决定：%(note)s") % {"number": appraisal.number, "note": taken.note},
    )  # fmt: skip
    retotal(appraisal.result.scheme)


@engine.after("appraisals", "maintain")
def keep_refusal(appraisal, taken):
    appraisal.outcome, appraisal.decision = Outcome.REFUSED, taken.note


@engine.after("appraisals", "name_responsible")
def keep_responsible(appraisal, taken):
    """Art. 58: the heads of the unit and those directly responsible are not honoured as persons."""
    user, name = taken.given["person"], taken.given["person_name"].strip()
    if user is not None and appraisal.result.responsible.filter(user=user).exists():
        raise engine.StepRefused(_("该人员已经登记。"))
    facts = {"kind": taken.given["duty_kind"], "duty": taken.given["duty"], "by": taken.by, "at": taken.at}
    known = user.name if user else name
    Responsible.objects.create(
        result=appraisal.result, user=user, name="" if user else name, name_index=blind_index(known, purpose=NAME), **facts
    )


def note_lapse(event, case):
    """Listener: a report that did not come lets the review go on without it."""
    if event.kind == f"deadline.{LAPSED}" and isinstance(case, Appraisal) and event.data["term"] == terms.SELF_REPORT.name:
        Appraisal.objects.filter(pk=case.pk).update(report_missed=True)
        case.report_missed = True
