"""Registers venues, what else happens when a step is taken, and where they lie."""

from dataclasses import dataclass
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import Count, Sum
from django.db.models.functions import Left
from django.utils.translation import gettext as _

from emergencies.standards.models import SecuritySet
from emergencies.venues import terms
from emergencies.venues.enums import Grade, State
from emergencies.venues.flow import RISKY
from emergencies.venues.models import Assessment, FactorSet, SecurityCheck, Venue
from emergencies.venues.rules import ORDER, IncompleteAnswers, floor_of, grade_of, is_lowered, score
from governance.cases.services import next_number
from governance.deadlines.models import Deadline
from governance.flow import engine
from governance.flow.reminders import remindable
from governance.people.enums import OfficeKind, OfficeType
from governance.people.models import Office
from governance.places.rules import CODE_LENGTH

TOWNSHIP, COUNTY = 9, 6  # characters of a path
BELOW = {"city": "county", "county": "township", "township": "village"}

remindable("venues")


def declare(*, at, by, place, kind, title, submission=None, **facts):
    """Register a venue for its supervisor to confirm. `by` is the site's manager, or a clerk who declares it for the site.

    The same `submission` never declares twice. `facts`: landmark, capacity, floors, area, equipment, manager, work_phone, site.
    """
    if earlier := submission and Venue.objects.filter(submission=submission).first():
        return earlier
    try:
        with transaction.atomic():
            site = facts.pop("site", None) or own_site(by) or open_site(place, kind, title)
            return _register(Venue(place=place, kind=kind, title=title, submission=submission, site=site, **facts), by=by, at=at)
    except IntegrityError:  # the same form at the same moment
        earlier = submission and Venue.objects.filter(submission=submission).first()
        if not earlier:
            raise
        return earlier


def _register(venue, *, by, at):
    venue.place_path = venue.place.path
    venue.office_ids = [venue.site_id]
    if office := supervising_office(venue.place, venue.kind):
        venue.hand_to(office)
    venue.number = next_number(at=at)
    return engine.begin(venue, by=by, at=at)


def own_site(user):
    """The site office a manager acts for, or None."""
    office = user.acting_post.office if user.acting_post else None
    return office if office and office.type == OfficeType.SITE else None


def open_site(place, kind, title):
    """An office for whoever runs the venue, so that a manager can be given a post there."""
    taken = Office.objects.filter(type=OfficeType.SITE, place=place).count()
    return Office.objects.create(
        code=f"site-{place.code}-{taken + 1}", name=title, short_name=title[:60], kind=OfficeKind.DEPARTMENTAL, type=OfficeType.SITE,
        trade=kind.code, place=place,
    )  # fmt: skip


def supervising_office(place, kind):
    """Who owes the assessment: the county's bureau of the kind's trade, else the township, else nobody yet."""
    bureaus = Office.objects.in_use().filter(kind=OfficeKind.DEPARTMENTAL, type=OfficeType.BUREAU, trade=kind.trade)
    found = bureaus.filter(place__path=place.path[:COUNTY]).first()
    return found or Office.objects.named(OfficeType.TOWNSHIP, place.path[:TOWNSHIP])


def namesake(place, title, *, besides=None):
    """A venue of the same name at the same place that is not closed, or None: most likely the same one."""
    return Venue.objects.ongoing().filter(place=place, title=title).exclude(pk=besides).first()


@engine.after("venues", "assess")
def keep_assessment(venue, taken):
    """The grading is kept with every answer and its version. Up the assessor goes freely; down, below what was computed or stands, only
    with a reason and when a second person agrees: until then the higher grade holds."""
    factors = FactorSet.objects.in_force(taken.at)
    answers = taken.given.get("answers") or {}
    try:
        value = score(factors.rules(), answers)
    except IncompleteAnswers as missing:
        raise engine.StepRefused(_("请对每项因素作出选择。")) from missing
    computed = grade_of(value, factors.thresholds)
    wanted, floor = taken.given["grade"] or computed, floor_of(computed, standing_grade(venue))
    lowers = is_lowered(floor, wanted)
    if lowers and not taken.note.strip():
        raise engine.StepRefused(_("计算结果或现行等级为%(grade)s，下调等级须写明理由。") % {"grade": Grade(floor).label})
    venue.grade, venue.assessed_at, venue.lowering = floor if lowers else wanted, taken.at, wanted if lowers else ""
    if lowers:
        taken.clocks.start(terms.LOWER, at=taken.at)
    Assessment.objects.create(
        venue=venue, factor_set=factors, inputs=inputs_of(factors, answers), score=value, computed=computed, final=venue.grade,
        proposed=venue.lowering, reason=taken.note, assessor=taken.by, office=venue.office, at=taken.at,
    )  # fmt: skip


def standing_grade(venue):
    """The grade of the row before this step; the step's own form has written into `venue` already."""
    return Venue.objects.filter(pk=venue.pk).values_list("grade", flat=True).get()


@engine.after("venues", "agree_lowering")
def lower_grade(venue, taken):
    """The second key: now the lower grade holds."""
    kept = decided(venue, taken)
    kept.final, kept.lowered = kept.proposed, True
    kept.save(update_fields=["decided_by", "decided_at", "decision_note", "final", "lowered"])
    venue.grade, venue.lowering = kept.proposed, ""


@engine.after("venues", "refuse_lowering")
def keep_grade(venue, taken):
    decided(venue, taken).save(update_fields=["decided_by", "decided_at", "decision_note"])
    venue.lowering = ""


def decided(venue, taken):
    """The assessment that waits, with who decides: a colleague of the assessor, or the centre."""
    waiting = Assessment.objects.filter(venue=venue).order_by("-at", "-pk").first()
    office = taken.by.acting_post.office
    if office.pk != venue.office_id and office.type != OfficeType.CENTRE:
        raise engine.StepRefused(_("下调等级由负责评估的单位或者综治中心审核。"))
    waiting.decided_by, waiting.decided_at, waiting.decision_note = taken.by, taken.at, taken.note
    return waiting


@engine.after("venues", "correct", "reclassify", "report_change")
def owe_reassessment(venue, taken):
    """What the grading rests on changed: a graded venue is graded again, within its own limit and before the year is over."""
    if not venue.assessed_at or venue.state != State.REGISTERED or terms.CHANGED.name in taken.clocks.open:
        return
    before = Venue.objects.filter(pk=venue.pk).values(*RISKY).get()
    now = {name: getattr(venue, "kind_id" if name == "kind" else name) for name in RISKY}
    if taken.step.name == "report_change" or now != before:
        taken.clocks.start(terms.CHANGED, at=taken.at)


@engine.after("venues", "check")
def keep_check(venue, taken):
    """The venue beside the standard in force; what is not met is told with when it will be."""
    standard, asked = measures_of(venue, at=taken.at)
    met = set(taken.given.get("met") or ())
    inputs = [{"code": one.code, "aspect": one.get_aspect_display(), "text": one.text, "met": one.code in met} for one in asked]
    done = sum(row["met"] for row in inputs)
    if not inputs:
        raise engine.StepRefused(_("现在没有适用于该场所的防范标准。"))
    if done < len(inputs) and not taken.note.strip():
        raise engine.StepRefused(_("有未落实的项目，请写明整改安排。"))
    SecurityCheck.objects.create(
        venue=venue, security_set=standard, inputs=inputs, met=done, asked=len(inputs), note=taken.note, by=taken.by,
        office=taken.by.acting_post.office, at=taken.at,
    )  # fmt: skip


def measures_of(venue, *, at):
    """(the security standard in force, what it asks of the venue by kind and grade); (None, []) where there is none."""
    standard = SecuritySet.objects.in_force(at)
    return standard, standard.asked_of(venue.kind.code, venue.grade) if standard else []


def inputs_of(factors, answers):
    """Every factor with its weight, the answer given and its points, as words that stay readable after the next version."""
    found = []
    for factor in factors.factors.prefetch_related("options"):
        option = next(option for option in factor.options.all() if option.code == answers[factor.code])
        found.append(
            {"factor": factor.code, "label": factor.label, "weight": factor.weight, "option": option.code, "answer": option.label,
             "points": option.points}
        )  # fmt: skip
    return found


@engine.after("venues", "reclassify")
def hand_to_other_supervisor(venue, taken):
    """Another kind may be supervised by another bureau; the clocks that run are its own from now on."""
    office = supervising_office(venue.place, venue.kind)
    if office and office.pk != venue.office_id:
        venue.hand_to(office)
        Deadline.objects.of(venue).still_open().update(office=office)


@dataclass
class Spot:
    """A place on the map with its venues counted by grade; `middle` is where they lie on average."""

    place: Any
    counts: dict
    latitude: float | None = None
    longitude: float | None = None

    @property
    def total(self):
        return sum(self.counts.values())

    @property
    def worst(self):
        """The greatest risk among them; "" where none is graded."""
        return next((grade for grade in reversed(ORDER) if self.counts.get(grade)), "")

    @property
    def cells(self):
        """How many of each grade, the greatest risk first, then those not graded."""
        return [self.counts.get(grade, 0) for grade in (*reversed(ORDER), "")]


def spots(rows, places, place):
    """The places directly below one, among those within reach, with the venues in each counted in one statement."""
    level = BELOW[place.level]
    found = {one.path: Spot(one, {}) for one in places.filter(level=level).below(place.path).order_by("path")}
    cells = rows.within(place.path).order_by().annotate(cell=Left("place_path", CODE_LENGTH[level]))
    placed = {}
    for row in cells.values("cell", "grade").annotate(n=Count("pk"), north=Sum("latitude"), east=Sum("longitude"), known=Count("latitude")):
        if spot := found.get(row["cell"]):
            spot.counts[row["grade"]] = row["n"]
            sums = placed.setdefault(row["cell"], [0, 0, 0])
            placed[row["cell"]] = [sums[0] + (row["north"] or 0), sums[1] + (row["east"] or 0), sums[2] + row["known"]]
    for cell, (north, east, known) in placed.items():
        if known:
            found[cell].latitude, found[cell].longitude = north / known, east / known
    return [*found.values()]
