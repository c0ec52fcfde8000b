"""Opens the obligations of venues, and what else happens when a step is taken."""

from datetime import timedelta

from django.core.signing import Signer
from django.db.models import Count, DateTimeField, Exists, ExpressionWrapper, F, Min, OuterRef, Q
from django.db.models.functions import TruncDate
from django.utils.crypto import constant_time_compare
from django.utils.translation import gettext as _

from emergencies.drills import terms
from emergencies.drills.enums import State
from emergencies.drills.models import Drill, DrillRule, Measure, Subscription
from emergencies.drills.permissions import CONDUCT
from emergencies.drills.rules import CITY_TIME, Interval, is_credible, shortest, was_kept
from governance.cases.services import next_number
from governance.deadlines.models import Limit
from governance.files.enums import AttachmentKind
from governance.files.services import keep
from governance.flow import engine
from governance.flow.reminders import remindable
from governance.flow.table import SYSTEM
from governance.people.enums import OfficeKind, OfficeType
from governance.people.models import Office, Post

INSTANT = timedelta(microseconds=1)
COUNTY = 6  # characters of a county's path
WATCHES_OFFICES = "emergency"  # the trade of the bureau that sees to the drills of offices


def binding_rule(kind, *, at):
    """The rule of the shortest interval among those that apply to the kind. Raises `NoRule`."""
    return _binding(DrillRule.objects.applying_to(kind), at=at)[0]


def intervals(*, at):
    """{code of a kind of venue or type of office: (the rule that binds, its limit in force)}, for all that drill at all."""
    rows = {}
    for rule in DrillRule.objects.filter(Q(kind=None) | Q(kind__active=True), active=True).select_related("kind").order_by("code"):
        rows.setdefault(rule.kind.code if rule.kind else rule.office_type, []).append(rule)
    return {code: _binding(rules, at=at) for code, rules in rows.items()}


def _binding(rules, *, at):
    """(the rule of the shortest interval, its limit)."""
    rules = {rule.code: rule for rule in rules}
    limits = Limit.objects.current({rule.limit_code for rule in rules.values()}, at=at)
    spans = [Interval(code, limits[rule.limit_code].amount, limits[rule.limit_code].unit) for code, rule in rules.items()]
    binding = rules[shortest(spans).rule]
    return binding, limits[binding.limit_code]


def open_obligation(venue, *, at, previous=None):
    """The venue owes a drill from `at` on: its confirmation, or the moment the last drill was held."""
    drill = Drill(
        venue=venue, title=venue.title, place=venue.place, rule=binding_rule(venue.kind, at=at), previous=previous,
        number=next_number(at=at), office_ids=[venue.office_id] if venue.office_id else [],
    )  # fmt: skip
    drill.hand_to(venue.site)
    return engine.begin(drill, by=SYSTEM, at=at)


def open_office_duty(office, rule, *, at, previous=None):
    """Art. 31: an office of a government owes a drill from `at` on; the county's bureau for emergencies sees to it."""
    watching = Office.objects.in_use().filter(
        kind=OfficeKind.DEPARTMENTAL, type=OfficeType.BUREAU, trade=WATCHES_OFFICES, place__path=office.place.path[:COUNTY]
    )
    drill = Drill(
        title=office.name[:60], place=office.place, rule=rule, previous=previous, number=next_number(at=at),
        office_ids=list(watching.values_list("pk", flat=True)[:1]),
    )  # fmt: skip
    drill.hand_to(office)
    return engine.begin(drill, by=SYSTEM, at=at)


def open_office_duties(*, at):
    """What offices owe by the rules and has not begun for them, where somebody serves who can record it. Gives the new obligations."""
    rules = {}
    for rule in DrillRule.objects.for_offices():
        rules.setdefault(rule.office_type, []).append(rule)
    running = Drill.objects.running().filter(venue=None, office=OuterRef("pk"))
    serving = Post.objects.live(at).filter(office=OuterRef("pk"), role__in=CONDUCT.roles)
    owing = Office.objects.in_use().filter(Exists(serving), ~Exists(running), type__in=list(rules)).select_related("place").order_by("pk")
    binding = {kind: _binding(found, at=at)[0] for kind, found in rules.items()}
    return [open_office_duty(office, binding[office.type], at=at) for office in owing]


def open_drills(venue):
    """What stands of a venue: the obligation that runs, and what is still put right after earlier ones."""
    return Drill.objects.ongoing().filter(venue=venue).select_related("rule").order_by("pk")


def open_drill(venue):
    """The obligation that runs, or None."""
    return open_drills(venue).running().first()


remindable("drills")


@engine.after("venues", "confirm", "reopen")
def begin_duty(venue, taken):
    """Art. 22 para 2: from its registration on a crowded place owes drills."""
    last = Drill.objects.filter(venue=venue, state=State.REPORTED, following=None).order_by("-held_at").first()
    open_obligation(venue, at=taken.at, previous=last)


@engine.after("venues", "close")
def end_duty(venue, taken):
    for drill in open_drills(venue):
        engine.take(drill, "drop", by=SYSTEM, at=taken.at, note=taken.note)


@engine.after("venues", "reclassify")
def change_duty(venue, taken):
    """Another kind may owe drills more or less often, and to another bureau: the obligation that runs counts from its beginning anew."""
    drill = open_drill(venue)
    if drill is None:
        return
    if venue.office_id and venue.office_id not in drill.office_ids:
        Drill.objects.filter(pk=drill.pk).update(office_ids=[*drill.office_ids, venue.office_id])
    rule = binding_rule(venue.kind, at=taken.at)
    if rule.pk != drill.rule_id and drill.flow.step("retime") in drill.flow.leaving(drill.state):
        engine.take(drill, "retime", by=SYSTEM, at=taken.at, rule=rule)


@engine.after("venues", "correct", "resubmit")
def rename(venue, taken):
    """The obligation that stands carries the venue's name."""
    Drill.objects.ongoing().filter(venue=venue).exclude(title=venue.title).update(title=venue.title)


@engine.after("drills", "retime", "count_from_opening")
def count_anew(drill, taken):
    """The limit runs from where the obligation counts from; a lapse that is none by that is taken back."""
    taken.clocks.start(terms.HOLD, at=drill.since)
    if taken.clocks.open[terms.HOLD.name].due_at > taken.at:
        drill.kept = None


@engine.after("drills", "hold", "record")
def keep_record(drill, taken):
    """What counts is when the drill was held, not when it was entered; a lapse that was none is taken back."""
    if not is_credible(drill.held_at, since=drill.since, at=taken.at):
        raise engine.StepRefused(_("演练时间须在本次演练义务产生之后，且不晚于现在。"))
    clock = taken.clocks.met.get(terms.HOLD.name)
    if clock:
        drill.kept = was_kept(drill.held_at, clock.due_at)
        clock.met_at, clock.lapsed_at = drill.held_at, None if drill.kept else clock.due_at
    keep_photographs(drill, taken)


def keep_photographs(drill, taken):
    """Photographs sent with a step, those held from a refused try among them."""
    for photograph in taken.given["photographs"] or ():
        keep(photograph, drill, by=taken.by, at=taken.at, kind=AttachmentKind.PHOTO)


@engine.after("drills", "cancel_plan")
def forget_plan(drill, taken):
    """What was planned stays on the timeline; the obligation stands as before, its clock never stopped."""
    drill.planned_on = drill.planned_time = None
    drill.type = drill.scenario = drill.organiser = drill.plan_name = drill.spot = drill.announcement = ""


@engine.after("drills", "evaluate")
def keep_measures(drill, taken):
    measures = Measure.objects.bulk_create(Measure(drill=drill, **facts) for facts in taken.given.get("measures") or ())
    drill.measures_until = min((measure.until for measure in measures), default=None)


@engine.after("drills", "report")
def open_next(drill, taken):
    """The next obligation counts from the day this drill was held."""
    if drill.venue_id is None:
        rules = DrillRule.objects.for_offices().filter(office_type=drill.office.type)
        if rules and drill.office.active:
            open_office_duty(drill.office, _binding(rules, at=taken.at)[0], at=drill.held_at, previous=drill)
    elif drill.venue.is_ongoing:
        open_obligation(drill.venue, at=drill.held_at, previous=drill)


@engine.after("drills", "finish_measure")
def end_measure(drill, taken):
    """One thing is put right; the clock runs on to the day of the next one."""
    measure = taken.given["measure"]
    day = taken.at.astimezone(CITY_TIME).date()
    if not drill.measures.still_open().filter(pk=measure.pk).update(done_on=day, result=taken.note):
        raise engine.StepRefused(_("该项措施已经完成，请刷新页面。"))
    keep_photographs(drill, taken)
    left = drill.measures.still_open().aggregate(first=Min("until"))["first"]
    if left:
        drill.measures_until = left
        taken.clocks.start(terms.MEASURES, at=taken.at)


def go_on(event, case):
    """Listener: what an evaluation asks for comes back until it is done; after the last measure the drill is closed."""
    if not isinstance(case, Drill) or event.kind not in {"drills.report", "drills.finish_measure"}:
        return
    is_open = case.measures.still_open().exists()
    if event.kind == "drills.report" and is_open:
        engine.take(case, "follow_up", by=SYSTEM, at=event.at)
    if event.kind == "drills.finish_measure" and not is_open:
        engine.take(case, "close", by=SYSTEM, at=event.at)


def note_lapse(event, case):
    """Listener: a drill that was not held in time counts in the figures at once."""
    if event.kind == "deadline.lapsed" and isinstance(case, Drill) and event.data["term"] == terms.HOLD.name:
        Drill.objects.filter(pk=case.pk).update(kept=False)
        case.kept = False


def days_of(rows, first, last):
    """{day: how many drills are planned for it, and for how many it is the last}, of those with any."""
    last_day = TruncDate(ExpressionWrapper(F("due_at") - INSTANT, DateTimeField()), tzinfo=CITY_TIME)
    planned = rows.planned_between(first, last).order_by().values_list("planned_on").annotate(count=Count("pk"))
    due = rows.due_between(first, last).order_by().annotate(day=last_day).values_list("day").annotate(count=Count("pk"))
    found = {}
    for name, counted in (("planned", planned), ("due", due)):
        for day, count in counted:
            found.setdefault(day, {})[name] = count
    return found


SIGNER = Signer(salt="drills.calendar")


def subscribe(user, *, at):
    """A private address of the calendar for a person; the one given out before is worthless from now on."""
    found, fresh = Subscription.objects.get_or_create(user=user, defaults={"opened_at": at})
    if not fresh:
        found.serial, found.opened_at = found.serial + 1, at
        found.save(update_fields=["serial", "opened_at"])
    return found


def unsubscribe(user):
    """No address opens the calendar any more. Another one later is a new one."""
    Subscription.objects.filter(user=user).delete()


def key_of(subscription):
    """What stands in the address. It is kept nowhere: whoever reads the database alone cannot open a calendar."""
    named = f"{subscription.pk}-{subscription.serial}"
    return f"{named}-{SIGNER.signature(named)}"


def subscriber(key):
    """Whose calendar the key opens, or None."""
    pk, _dash, rest = key.partition("-")
    if not (pk.isdecimal() and pk.isascii()) or len(pk) > 18:
        return None
    found = Subscription.objects.select_related("user").filter(pk=pk, user__is_active=True).first()
    return found.user if found and constant_time_compare(key, key_of(found)) else None
