"""Registers venues, and what else happens when a step is taken."""

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from emergencies.venues.enums import Grade
from emergencies.venues.models import Assessment, FactorSet, Venue
from emergencies.venues.rules import IncompleteAnswers, grade_of, is_lowered, score
from governance.cases.services import next_number
from governance.deadlines.models import Deadline
from governance.files.enums import AttachmentKind
from governance.files.services import attach
from governance.flow import engine
from governance.flow.table import SYSTEM
from governance.people.enums import OfficeKind, OfficeType
from governance.people.models import Office
from governance.timeline.models import Event

TOWNSHIP, COUNTY = 9, 6  # characters of a path


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
    """The grading is kept with every answer and its version; the colour follows from the answers, and falls only with a reason."""
    factors = FactorSet.objects.in_force(taken.at)
    answers = taken.given.get("answers") or {}
    try:
        value = score(factors.rules(), answers)
    except IncompleteAnswers as missing:
        raise engine.StepRefused(_("请对每项因素作出选择。")) from missing
    computed = grade_of(value, factors.thresholds)
    final = taken.given["grade"] or computed
    lowered = is_lowered(computed, final)
    if lowered and not taken.note.strip():
        raise engine.StepRefused(_("计算结果为%(grade)s，下调等级须写明理由。") % {"grade": Grade(computed).label})
    venue.grade, venue.assessed_at = final, taken.at
    Assessment.objects.create(
        venue=venue, factor_set=factors, inputs=inputs_of(factors, answers), score=value, computed=computed, final=final,
        lowered=lowered, reason=taken.note, assessor=taken.by, office=venue.office, at=taken.at,
    )  # fmt: skip


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


@engine.after("venues", "confirm")
def refuse_own_declaration(venue, taken):
    """What one declares another confirms."""
    told = Event.objects.of(venue).filter(kind__in=["venues.declare", "venues.resubmit"]).order_by("-sequence").first()
    if told and told.by_id and taken.by is not SYSTEM and told.by_id == taken.by.pk:
        raise engine.StepRefused(_("申报人不能核实自己的申报，请由同事或者监管单位核实。"))


@engine.after("venues", "file_plan")
def keep_plan(venue, taken):
    """The plan of Art. 22 para 2 is on file: the paper, its date, and when it was filed."""
    venue.plan = attach(venue, taken.given["plan_file"], by=taken.by, at=taken.at, kind=AttachmentKind.DOCUMENT)
    venue.plan_filed_at = taken.at


@engine.after("venues", "reclassify")
def hand_to_other_supervisor(venue, taken):
    """Another kind may be supervised by another bureau; the clocks that run are its own from now on."""
    office = supervising_office(venue.place, venue.kind)
    if office and office.pk != venue.office_id:
        venue.hand_to(office)
        Deadline.objects.of(venue).still_open().update(office=office)
