"""Arranges inspections, keeps their records, and lets hazards come of what is not in order."""

from secrets import token_urlsafe
from uuid import UUID, uuid5

from django.core.files import File
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from emergencies.checklists.enums import Topic, Weight
from emergencies.checklists.services import current_version
from emergencies.hazards.data.routing import latest_day
from emergencies.hazards.enums import Source
from emergencies.hazards.enums import State as HazardState
from emergencies.hazards.terms import GENERAL
from emergencies.inspection_plans.services import one_less
from emergencies.inspections import terms
from emergencies.inspections.enums import Result, Signed, State
from emergencies.inspections.models import ANSWERED, Answer, Inspection
from emergencies.inspections.rules import hazard_words, moment_of
from emergencies.premises.models import Premises
from governance.cases.services import hand_over, next_number, next_numbers
from governance.files.enums import AttachmentKind
from governance.files.services import attach, claim, open_attachment
from governance.flow import engine
from governance.flow.reminders import remindable
from governance.timeline.models import Event

HAZARDS = "hazards"
SUBMISSIONS = UUID("b1c9c1a6-8f0e-4d8b-9a53-5f0f6d0f2a71")  # the space of the keys under which hazards are registered once
SECTORS = {Topic.FIRE: "fire", Topic.GAS: "gas", Topic.LOGISTICS: "parcel"}  # of the others the words decide
TITLE, KEY_BYTES = 60, 18

remindable("inspections")


class RecordRefused(ValueError):
    """Why a record cannot be taken in; the sentence is for the inspector."""


# Arranging


def arrange(*, at, by, premises, checklist, first, second, reason, submission=None):
    """An inspection outside of any plan, with its reason. The same `submission` never arranges two."""
    if earlier := submission and Inspection.objects.filter(submission=submission).first():
        return earlier
    version = current_version(checklist)
    inspection = Inspection(**facts_of(premises, version, checklist), first=first, second=second, reason=reason)
    with transaction.atomic():
        inspection.hand_to(by.acting_post.office)
        inspection.number = next_number(at=at)
        return engine.begin(inspection, by=by, at=at)


def facts_of(premises, version, checklist):
    title = f"{premises.name} · {checklist.label}"
    return {"premises": premises, "place": premises.place, "checks": version, "title": title[:TITLE]}


@engine.after("inspection_plans", "draw")
def open_inspections(plan, taken):
    """Every object that was drawn is to be inspected by its two; nobody at the site is told."""
    lots = [*plan.lots.filter(drawn=True).select_related("premises__place").order_by("rank")]
    version = current_version(plan.checklist)
    made = []
    for lot, number in zip(lots, next_numbers([taken.at] * len(lots)), strict=True):
        first, second = lot.inspectors
        facts = facts_of(lot.premises, version, plan.checklist)
        inspection = Inspection(**facts, number=number, plan=plan, first_id=first, second_id=second, opened_at=taken.at)
        inspection.hand_to(plan.office)
        made.append(inspection)
    engine.begin_many(made, by=taken.by, notes=[""] * len(made), data=[{}] * len(made))


# On the spot


def may_record(user, inspection):
    """Whether the person is one of the two."""
    return user.pk in inspection.inspector_ids


def record(inspection, *, by, at, submission, results, told=None, photographs=None, signature=None, **facts):
    """Keep what two inspectors saw: all of it or nothing. Sent ten times it is one record. Returns (inspection, whether it is new).

    `results` is {item's key: (Result, note, Weight)}, `photographs` {item's key: held uploads}, `signature` a held upload, `told` when
    the phone says it was. `facts`: rectify_by, findings, signed, signer_name, signer_role, refusal, latitude, longitude. Raises
    `RecordRefused`.
    """
    try:
        with transaction.atomic():
            locked = engine.lock(inspection)
            if submission and locked.submission == submission:
                return locked, False
            if locked.recorded_by_id:
                raise RecordRefused(
                    _("%(name)s已经提交了这次检查的记录，您这份不用再交，可以删除；请到“安全检查”核对、确认那一份。")
                    % {"name": locked.recorded_by.name}
                )
            taken = {"results": results, "photographs": photographs or {}, "held_signature": signature, "sent_as": submission}
            moment = moment_of(told, at=at)
            return engine.take(inspection, "record", by=by, at=at, checked_at=moment, **facts, **taken), True
    except IntegrityError as clash:  # the same phone sent it for another inspection
        raise RecordRefused(_("这份记录已经提交过。")) from clash


@engine.after("inspections", "record")
def keep_record(inspection, taken):
    """The answers, what came of them, the signature; from now on the site may read it."""
    if not may_record(taken.by, inspection):
        raise engine.StepRefused(_("由安排的两名检查人员检查、记录。"))
    given = taken.given
    if missing := unanswered(inspection, given["results"]):
        raise engine.StepRefused(_("还有 %(count)s 项没有结果。") % {"count": len(missing)})
    inspection.recorded_by, inspection.submission = taken.by, given["sent_as"]
    inspection.proof_key = token_urlsafe(KEY_BYTES)
    inspection.kept = inspection.checked_at < taken.clocks.met[terms.INSPECT.name].due_at
    _keep_answers(inspection, taken)
    if given["signed"] == Signed.DRAWN and given["held_signature"]:
        drawn = claim(given["held_signature"].token, inspection, by=taken.by, at=taken.at, kind=AttachmentKind.SCAN)
        inspection.signature = _named(drawn, _("现场签名.png"))
    if inspection.premises.site_id and inspection.premises.site_id not in inspection.office_ids:
        inspection.office_ids = [*inspection.office_ids, inspection.premises.site_id]
    Premises.objects.filter(pk=inspection.premises_id).update(inspected_at=inspection.checked_at)
    _counts_for_plan(inspection)


def unanswered(inspection, results):
    return [item.pk for item in inspection.checks.items.all() if item.pk not in results]


def latest_removal(*, at):
    """The last day that may be set for a general hazard found now: that of the clock that will run for it."""
    return latest_day(GENERAL.limit, at=at)


def _keep_answers(inspection, taken):
    """One row per item; what is not in order is a hazard at once."""
    made = []
    for item in inspection.checks.items.all():
        result, note, weight = taken.given["results"][item.pk]
        answer = Answer(inspection=inspection, item=item, result=result, note=note)
        photographs = [_kept_photograph(inspection, item, upload, taken) for upload in taken.given["photographs"].get(item.pk, ())]
        if result == Result.WRONG:
            answer.weight = weight
            answer.hazard = _hazard(inspection, answer, photographs, taken)
        made.append(answer)
    Answer.objects.bulk_create(made)
    inspection.failed = sum(answer.result == Result.WRONG for answer in made)


def _kept_photograph(inspection, item, upload, taken):
    """A photograph of the inspection, named after what it shows."""
    kept = claim(upload.token, inspection, by=taken.by, at=taken.at, kind=AttachmentKind.PHOTO)
    return _named(kept, _("第%(order)s项 %(name)s") % {"order": item.order, "name": kept.name[-60:]})


def _named(kept, name):
    kept.name = name
    kept.save(update_fields=["name"])
    return kept


def _hazard(inspection, answer, photographs, taken):
    """Art. 32: what is not in order becomes a hazard; a general one is graded on the spot, a major one by whoever is in charge."""
    premises, office = inspection.premises, taken.by.acting_post.office
    words = hazard_words(answer.item.label, answer.note, name=premises.name)
    if answer.weight == Weight.MAJOR:
        words = _("检查人员认为属于重大隐患。") + words
    hazard = hand_over(
        inspection, HAZARDS, by=taken.by, at=taken.at, description=words, source=Source.INSPECTION, landmark=premises.address,
        sector=SECTORS.get(inspection.checks.checklist.topic, ""), site=premises.site, responsible=premises.name, office=office,
        submission=uuid5(SUBMISSIONS, f"{inspection.number}/{answer.item_id}"),
    )  # fmt: skip
    for photograph in photographs:
        with open_attachment(photograph) as content:
            attach(hazard, File(content, name=photograph.name), by=taken.by, at=taken.at)
    if answer.weight == Weight.MAJOR or hazard.state != HazardState.REPORTED:
        return hazard
    whose = {"site": hazard.site, "responsible": hazard.responsible, "sector": hazard.sector}
    return engine.take(hazard, "grade_general", by=taken.by, at=taken.at, rectify_by=taken.given["rectify_by"], **whose)


def _counts_for_plan(inspection):
    if inspection.plan_id:
        one_less(inspection.plan_id)


# Afterwards


@engine.after("inspections", "confirm")
def check_second(inspection, taken):
    """Two were there: the other one confirms what the first wrote down."""
    if not may_record(taken.by, inspection):
        raise engine.StepRefused(_("由一同检查的另一名检查人员确认。"))


@engine.after("inspections", "reassign")
def check_pair(inspection, taken):
    """Whoever has an interest in the site steps back (行政处罚法 §43); two are needed all the same."""
    if taken.given["first"].pk == taken.given["second"].pk:
        raise engine.StepRefused(_("请选择两名不同的检查人员。"))


@engine.after("inspections", "excuse")
def count_out(inspection, taken):
    """What need not be inspected is neither kept nor broken."""
    inspection.kept = None
    _counts_for_plan(inspection)


@engine.unless("inspections", "object")
def heard_already(inspection):
    """The site is heard once; what it says stands in the timeline."""
    return _("已经陈述过意见，可在办理经过查看。") if inspection.objected_at else ""


@engine.after("inspections", "object")
def keep_objection(inspection, taken):
    inspection.objected_at = taken.at


@engine.unless("inspections", "answer")
def answered_already(inspection):
    """行政处罚法 §45: what the site says is looked into, and answered once."""
    return _("已经答复过，可在办理经过查看。") if Event.objects.of(inspection).filter(kind=ANSWERED).exists() else ""


def note_lapse(event, case):
    """Listener: an inspection that was not made by its limit counts in the figures at once."""
    if event.kind == "deadline.lapsed" and isinstance(case, Inspection) and event.data["term"] == terms.INSPECT.name:
        Inspection.objects.filter(pk=case.pk, state=State.PLANNED).update(kept=False)
        case.kept = False
