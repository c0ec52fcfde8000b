"""Takes applications for mass events, finds who decides, and what else happens when a step is taken."""

from dataclasses import dataclass
from datetime import timedelta

from django.db import IntegrityError, transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from emergencies.mass_events import terms
from emergencies.mass_events.enums import Result
from emergencies.mass_events.models import CONTACT, LogEntry, MassEvent, SiteCheck
from emergencies.mass_events.rules import deciding_level
from emergencies.venues.models import Venue
from governance.calendar.services import current_calendar
from governance.calendar.workdays import due
from governance.cases.forgetting import forget
from governance.cases.rules import new_query_code
from governance.cases.services import next_number
from governance.cases.tracking import code_index
from governance.deadlines.models import Deadline, Limit
from governance.deadlines.rules import LAPSED
from governance.files.enums import AttachmentKind
from governance.files.services import keep
from governance.flow import engine
from governance.flow.table import RESIDENT
from governance.people.enums import OfficeKind, OfficeType
from governance.people.models import Office

TOWNSHIP, COUNTY, CITY = 9, 6, 4  # characters of a path
ONE_DAY = timedelta(days=1)


@dataclass
class Filed:
    """An application and its query code, which is shown this once."""

    event: MassEvent
    query_code: str


def apply(*, place, expected, files=(), submission=None, at, by=RESIDENT, **facts):
    """Register an application with the police that decides. The same `submission` never applies twice: the second answer has no code.

    `facts`: the columns of the event, the sealed ones as plain text.
    """
    try:
        return _apply(place=place, expected=expected, files=files, submission=submission, at=at, by=by, **facts)
    except IntegrityError:
        earlier = submission and MassEvent.objects.filter(submission=submission).first()
        if not earlier:
            raise
        return Filed(earlier, "")


@transaction.atomic
def _apply(*, files, at, by, **facts):
    code = new_query_code()
    event = MassEvent(number=next_number(at=at), query_code_index=code_index(code), **facts)
    if office := police_for(event.place, event.expected):
        event.hand_to(office)
    event = engine.begin(event, by=by, at=at)
    keep_files(event, files, by=None, at=at)
    return Filed(event, code)


def police_for(place, expected):
    """Who decides: the county's police, from 5,000 people on the city's; the one above where there is none."""
    bureaus = Office.objects.in_use().filter(kind=OfficeKind.DEPARTMENTAL, type=OfficeType.BUREAU, trade="police")
    paths = [place.path[:CITY]] if deciding_level(expected) == "city" else [place.path[:COUNTY], place.path[:CITY]]
    return bureaus.filter(place__path__in=paths).select_related("place").order_by("-place__path").first()


def police_offices(*, besides):
    """Every police an application can be referred to."""
    bureaus = Office.objects.in_use().filter(kind=OfficeKind.DEPARTMENTAL, type=OfficeType.BUREAU, trade="police")
    return bureaus.exclude(pk=besides).order_by("place__path")


def venues_near(event):
    """The crowded places an event can take place at: those of its township, which the police need not supervise itself."""
    if len(event.place_path) < TOWNSHIP:
        return Venue.objects.none()
    return Venue.objects.ongoing().within(event.place_path[:TOWNSHIP]).order_by("title", "pk")


def earliest_start(*, at):
    """The first day for which an application of today is in time (§13), and the limit it rests on."""
    limit = Limit.objects.current([terms.APPLY_BEFORE], at=at)[terms.APPLY_BEFORE]
    day = at + abs(limit.amount) * ONE_DAY
    while last_moment(day, limit) <= at:
        day += ONE_DAY
    return timezone.localdate(day), limit


def is_in_time(starts_at, *, at):
    """Whether an application of that moment comes early enough before the event."""
    limit = Limit.objects.current([terms.APPLY_BEFORE], at=at)[terms.APPLY_BEFORE]
    return at <= last_moment(starts_at, limit)


def last_moment(starts_at, limit):
    """When the time to apply for an event ends."""
    return due(starts_at, amount=limit.amount, unit=limit.unit, rolls=limit.rolls, calendar=current_calendar()).at


def keep_files(event, files, *, by, at, kind=AttachmentKind.DOCUMENT):
    """Papers and photographs, those held from an earlier try among them."""
    for file in files or ():
        keep(file, event, by=by, at=at, kind=kind)


@engine.after("mass_events", "supplement")
def keep_supplement(event, taken):
    keep_files(event, taken.given["files"], by=None, at=taken.at)


@engine.after("mass_events", "refer")
def hand_clocks_over(event, taken):
    """The clock runs on, and is the other police's from now on."""
    Deadline.objects.of(event).still_open().update(office=event.office)
    for clock in taken.clocks.open.values():
        clock.office = event.office


@engine.after("mass_events", "check")
def keep_check(event, taken):
    given = taken.given
    SiteCheck.objects.create(
        event=event, on=given["checked_on"], checkers=given["checkers"], result=given["result"], text=taken.note, at=taken.at
    )
    keep_files(event, given["photographs"], by=taken.by, at=taken.at, kind=AttachmentKind.PHOTO)


@engine.unless("mass_events", "permit")
def lacks_check(event):
    """§14: no permit before the place was looked at and found safe."""
    last = event.checks.order_by("on", "pk").last()
    if last is None:
        return _("须先记录现场查验。")
    return "" if last.result == Result.PASSED else _("最近一次现场查验的结果是“%(result)s”。") % {"result": last.get_result_display()}


@engine.after("mass_events", "permit", "refuse")
def keep_decision(event, taken):
    clock = taken.clocks.met.get(terms.DECIDE.name)
    event.decided_at, event.kept = taken.at, clock.was_kept if clock else None


@engine.after("mass_events", "permit")
def check_size(event, taken):
    if event.most_people > event.capacity:
        raise engine.StepRefused(_("准予参加人数不能超过场所核定容量 %(most)s 人。") % {"most": event.capacity})


@engine.after("mass_events", "log")
def keep_log(event, taken):
    """What was seen on the spot, from the day before the event on: the stage is set up then."""
    moment = taken.given["logged_at"]
    if not event.starts_at - ONE_DAY <= moment <= taken.at:
        raise engine.StepRefused(_("日志时间须在活动开始前一日之后，且不晚于现在。"))
    facts = {"kind": taken.given["log_kind"], "people": taken.given["people"], "text": taken.note}
    LogEntry.objects.create(event=event, at=moment, by=taken.by, **facts)


@engine.after("mass_events", "end")
def count_people(event, taken):
    """Without a number of one's own the log's highest counts."""
    if event.peak_people is None:
        event.peak_people = most_seen(event)


def most_seen(event):
    """The highest number of people the log tells of, or None."""
    return event.log.aggregate(most=Max("people"))["most"]


def note_late(event, case):
    """Listener: a decision that is overdue counts in the figures at once."""
    if event.kind == f"deadline.{LAPSED}" and isinstance(case, MassEvent) and event.data["term"] == terms.DECIDE.name:
        MassEvent.objects.filter(pk=case.pk).update(kept=False)
        case.kept = False


@engine.after("mass_events", "erase_contact")
def erase(event, taken):
    """Who spoke for the organiser is forgotten; what was decided stays."""
    for name in CONTACT:
        setattr(event, name, "")


def erase_contacts(*, at):
    """Forget who spoke for events that ended long enough ago; returns how many."""
    return forget(MassEvent, terms.KEEP_CONTACT, at=at)
