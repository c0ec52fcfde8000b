"""Calls rounds, the first by hand and the next by the calendar; keeps what was searched and found, and hands on what others settle."""

from dataclasses import dataclass

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from disputes.searches import terms
from disputes.searches.enums import Handling, Outcome, RoundKind
from disputes.searches.models import Entry, Round, Search, SensitivePeriod
from disputes.searches.rules import LEVELS, grids_missing, lacking, last_day_of, limit_of, next_day, tidied_grid
from governance.calendar.services import current_calendar
from governance.calendar.workdays import due, last_day
from governance.cases.services import hand_over, next_number, next_numbers
from governance.deadlines.models import Limit
from governance.flow import engine
from governance.flow.reminders import remindable
from governance.flow.table import SYSTEM
from governance.people.enums import OfficeType
from governance.people.models import Office
from governance.places.enums import Level
from governance.places.models import Place

LONGEST_TITLE = 40
TOLD = ("kind", "spot", "summary", "handled", "settlement")


def villages_in(place):
    """The villages and communities a round of a place reaches."""
    if place.level == Level.VILLAGE:
        return [place]
    return list(Place.objects.in_use().at(Level.VILLAGE).below(place.path).order_by("path"))


@transaction.atomic
def call_round(*, by, at, place, office=None, period=None, submission=None, **facts):
    """Open a round: every village of the place owes a search until its end. `facts`: title, begins, ends, note, repeats. `by` SYSTEM: the
    calendar calls, for `office`. The same `submission` never calls twice."""
    if earlier := submission and Round.objects.filter(submission=submission).first():
        return earlier
    villages = villages_in(place)
    if not villages:
        raise engine.StepRefused(_("所选范围内没有村（社区），请重新选择。"))
    office = office or by.acting_post.office
    called = Round.objects.create(
        number=next_number(at=at), kind=RoundKind.SENSITIVE if period else RoundKind.PERIODIC, period=period, place=place,
        place_path=place.path, office=office, office_ids=[office.pk], called_by=None if by is SYSTEM else by, called_at=at,
        submission=submission, **facts,
    )  # fmt: skip
    _open_searches(called, villages, by=by, at=at)
    return called


def _open_searches(called, villages, *, by, at):
    """One search for each village, held by its committee; few statements for hundreds of villages."""
    offices = {one.place_id: one for one in Office.objects.in_use().filter(type=OfficeType.VILLAGE, place__in=villages)}
    rows = []
    for village, number in zip(villages, next_numbers([at] * len(villages)), strict=True):
        row = Search(number=number, title=called.title, round=called, place=village, place_path=village.path, opened_at=at)
        if village.pk in offices:
            row.hand_to(offices[village.pk])
        rows.append(row)
    engine.begin_many(rows, by=by, notes=[""] * len(rows), data=[{}] * len(rows))


@dataclass(frozen=True)
class Intervals:
    """The intervals in force and the sensitive periods, read once for all places."""

    limits: dict
    periods: list
    calendar: object

    @classmethod
    def of(cls, at):
        codes = [limit_of(level, sensitive=one) for level in LEVELS for one in (False, True)]
        periods = [*SensitivePeriod.objects.in_force().values_list("begins", "ends")]
        return cls(Limit.objects.current(codes, at=at), periods, current_calendar())

    def next_after(self, begins, level):
        """The day by which the round after one that began then begins."""
        usual, sensitive = (self._later(begins, limit_of(level, sensitive=one)) for one in (False, True))
        return next_day(usual=usual, sensitive=sensitive, periods=[one for one in self.periods if one[0] <= usual])

    def _later(self, day, code):
        limit = self.limits[code]
        start = timezone.make_aware(timezone.datetime.combine(day, timezone.datetime.min.time()))
        return last_day(due(start, amount=limit.amount, unit=limit.unit, rolls=False, calendar=self.calendar).at)


def last_round(place):
    return Round.objects.filter(place=place).newest_first().first()


def next_round(place, *, at):
    """(the day by which the next round of a place begins, the last one); (None, None) where there was none yet."""
    last = last_round(place)
    return (Intervals.of(at).next_after(last.begins, place.level), last) if last else (None, None)


def call_due(*, at):
    """Call what is due and goes on by itself; returns how many. After an outage each place gets one round, from today."""
    intervals, today = Intervals.of(at), timezone.localdate(at)
    waiting = [one.pk for one in Round.objects.going_on() if intervals.next_after(one.begins, one.place.level) <= today]
    return sum(_called_after(pk, intervals, at=at) for pk in waiting)


@transaction.atomic
def _called_after(pk, intervals, *, at):
    """The next round of a place, like the last one that was called by hand; False where another run was quicker."""
    last = Round.objects.select_for_update(of=("self",), skip_locked=True).select_related("place", "office").filter(pk=pk).first()
    if last is None or last_round(last.place).pk != pk:
        return False
    model = Round.objects.filter(place=last.place, called_by__isnull=False).newest_first().first() or last
    begins = timezone.localdate(at)
    following = intervals.next_after(begins, last.place.level)
    ends = last_day_of(begins, days=model.ends - model.begins, following=following)
    period = SensitivePeriod.objects.touching(begins, ends).first()
    told = {"month": begins.month, "day": begins.day, "period": period.name if period else ""}
    title = _("%(month)s月%(day)s日起%(period)s矛盾纠纷排查") % told
    facts = {"title": title[:LONGEST_TITLE], "begins": begins, "ends": ends, "period": period, "note": model.note}
    return bool(call_round(by=SYSTEM, at=at, place=last.place, office=last.office, **facts))


def let_repeat(called, repeats):
    """Whether the calendar calls another after this one."""
    Round.objects.filter(pk=called.pk).update(repeats=repeats)


def remind_all(called, *, by, at):
    """Press every village that still owes its search; returns (pressed, not pressed)."""
    owed = list(Search.objects.owed().filter(round=called).for_step().order_by("number"))
    pressed = sum(_reminded(one, by=by, at=at) for one in owed)
    return pressed, len(owed) - pressed


def _reminded(search, *, by, at):
    try:
        engine.take(search, "remind", by=by, at=at)
    except engine.StepRefused:  # pressed today already, or finished meanwhile
        return False
    return True


remindable("searches")


@engine.after("searches", "record")
def keep_entry(search, taken):
    """Who searched which grid when; what was found goes on at once where others settle it."""
    given = taken.given
    if given["searched_on"] > timezone.localdate(taken.at):
        raise engine.StepRefused(_("排查日期不能晚于今天。"))
    found = given["outcome"] == Outcome.FOUND
    if found and lacking(given):
        raise engine.StepRefused(_("请写明发现的矛盾纠纷和处理方式。"))
    facts = {name: given[name] or "" for name in TOLD} if found else {}
    entry = Entry(of=search, grid=tidied_grid(given["grid"]), by=taken.by, searched_on=given["searched_on"], at=taken.at,
                  outcome=given["outcome"], **facts)  # fmt: skip
    if found:
        search.found += 1
        entry.became = _passed_on(search, entry, taken)
    entry.save()


def _passed_on(search, entry, taken):
    """The number of the case it became, "" where it was settled on the spot."""
    if entry.handled == Handling.SPOT:
        return ""
    description = _("%(spot)s：%(summary)s") % {"spot": entry.spot, "summary": entry.summary}
    facts = {"kind": entry.kind} if entry.handled == Handling.MEDIATION else {}
    search.handed += 1
    return hand_over(search, entry.handled, by=taken.by, at=taken.at, note=taken.note, description=description, **facts).number


@engine.after("searches", "finish")
def check_grids(search, taken):
    """Every grid was searched; whether in time stands from now on."""
    done = Entry.objects.filter(of=search).values_list("grid", flat=True)
    if missing := grids_missing(taken.given["grids_total"], done):
        raise engine.StepRefused(_("还有 %(n)s 个网格没有排查记录，请先记录。") % {"n": missing})
    search.kept = search.kept is not False and taken.clocks.met[terms.FINISH.name].was_kept


def last_grid_of(user):
    """The grid the person searched last, "" where there is none yet."""
    return Entry.objects.filter(by=user).order_by("-pk").values_list("grid", flat=True).first() or ""


def note_lapse(event, case):
    """Listener: a search that was not finished in time counts in the figures at once."""
    if event.kind == "deadline.lapsed" and isinstance(case, Search):
        Search.objects.filter(pk=case.pk).update(kept=False)
        case.kept = False


def findings_of(called):
    """What a round found, by kind and by what became of it: counts of disputes, never of people."""
    rows = Entry.objects.filter(of__round=called, outcome=Outcome.FOUND)
    return rows.values(dispute=F("kind"), way=F("handled")).order_by("kind", "handled")
