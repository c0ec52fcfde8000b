"""Declares major danger sources, judges them by what they keep, and what else happens when a step is taken."""

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from emergencies.danger_sources import terms
from emergencies.danger_sources.enums import Level
from emergencies.danger_sources.models import DangerSource, Kept, LevelStandard, Reading, YearlyCheck
from emergencies.danger_sources.rules import COUNTY, Held, alpha_of, danger, is_major, level_of, ratio
from governance.cases.services import next_number
from governance.files.enums import AttachmentKind
from governance.files.services import keep
from governance.flow import engine
from governance.people.enums import OfficeKind, OfficeType
from governance.people.models import Office

CITY, TRADE = 4, "emergency"  # whose bureau such sources are filed with (安全生产法 §40)


def declare(*, at, by, place, site, kept, submission=None, **facts):
    """Declare a unit with what it keeps: `kept` is [{substance, quantity}]. The same `submission` never declares twice.

    `facts`: title, unit, landmark, exposed, manager, work_phone, latitude, longitude. A unit below the threshold is refused.
    """
    if earlier := declared_before(submission):
        return earlier
    try:
        with transaction.atomic():
            source = DangerSource(place=place, place_path=place.path, site=site, submission=submission, office_ids=[site.pk], **facts)
            judge(source, kept, at=at)
            if office := bureau_for(place.path):
                source.hand_to(office)
            source.number = next_number(at=at)
            engine.begin(source, by=by, at=at)
            keep_substances(source, kept)
            return source
    except IntegrityError:  # the same form at the same moment
        earlier = declared_before(submission)
        if earlier is None:
            raise
        return earlier


def declared_before(submission):
    return DangerSource.objects.filter(submission=submission).first() if submission else None


def bureau_for(path):
    """The bureau it is filed with: the county's, else the city's, else None."""
    bureaus = Office.objects.in_use().filter(kind=OfficeKind.DEPARTMENTAL, type=OfficeType.BUREAU, trade=TRADE)
    near = {office.place.path: office for office in bureaus.filter(place__path__in=[path[:COUNTY], path[:CITY]]).select_related("place")}
    return near.get(path[:COUNTY]) or near.get(path[:CITY])


def judge(source, kept, *, at):
    """Set ratio, R and level from what is kept, by the standard in force; the caller saves. Refused below the threshold."""
    held = [Held(row["quantity"], row["substance"].threshold, row["substance"].beta) for row in kept]
    standard = LevelStandard.objects.in_force(at)
    if not is_major(held):
        raise engine.StepRefused(
            _("与临界量的比值之和为%(ratio)s，小于1，不构成重大危险源，不用申报；请按一般危险物品管理。") % {"ratio": ratio(held)}
        )
    source.standard, source.ratio = standard, ratio(held)
    source.danger = danger(held, alpha_of(source.exposed, standard.exposure))
    source.level = Level(level_of(source.danger, standard.thresholds))


def keep_substances(source, kept):
    source.kept.all().delete()
    Kept.objects.bulk_create(Kept(source=source, **row) for row in kept)


@engine.after("danger_sources", "resubmit", "identify")
def judge_again(source, taken):
    """Other quantities, another level."""
    kept = taken.given.get("kept") or [
        {"substance": row.substance, "quantity": row.quantity} for row in source.kept.select_related("substance")
    ]
    judge(source, kept, at=taken.at)
    keep_substances(source, kept)


@engine.after("danger_sources", "file")
def begin_duties(source, taken):
    """From then on plan and assessment are owed."""
    source.filed_at = taken.at
    if source.plan_filed_at is None:
        taken.clocks.start(terms.PLAN, at=taken.at)
    if terms.ASSESS.name not in taken.clocks.open:
        taken.clocks.start(terms.ASSESS, at=taken.at)


@engine.after("danger_sources", "watch")
def keep_reading(source, taken):
    given = taken.given
    if not given["normal"] and not taken.note.strip():
        raise engine.StepRefused(_("监测值超出正常范围的，须写明情况和已采取的措施。"))
    Reading.objects.create(
        source=source, at=taken.at, watched=given["watched"], reading=given["reading"], normal=given["normal"], note=taken.note, by=taken.by
    )


@engine.after("danger_sources", "check")
def keep_check(source, taken):
    source.checked_at = taken.at
    office = taken.by.acting_post.office if taken.by.acting_post else None
    YearlyCheck.objects.create(source=source, at=taken.at, result=taken.given["result"], told=taken.note, by=taken.by, office=office)
    for photograph in taken.given["photographs"] or ():
        keep(photograph, source, by=taken.by, at=taken.at, kind=AttachmentKind.PHOTO)


@engine.after("danger_sources", "file_plan")
def keep_plan(source, taken):
    source.plan = keep(taken.given["plan_file"], source, by=taken.by, at=taken.at, kind=AttachmentKind.DOCUMENT)
    source.plan_filed_at = taken.at


@engine.after("danger_sources", "assess")
def keep_assessment(source, taken):
    keep(taken.given["report_file"], source, by=taken.by, at=taken.at, kind=AttachmentKind.DOCUMENT)
