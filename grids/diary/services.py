"""Writes the diary, and says who owes an entry."""

from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import Count, Max
from django.db.models.functions import Left
from django.utils import timezone
from django.utils.translation import gettext as _

from governance.access.scope import places_for
from governance.calendar.services import current_calendar
from governance.calendar.workdays import due
from governance.cases.services import hand_over, next_number
from governance.deadlines.models import Limit
from governance.files.services import attach, claim
from governance.flow import engine
from governance.flow.reminders import start_of_day
from governance.flow.table import SYSTEM
from governance.people.enums import OfficeType
from governance.people.models import Leave, Office
from governance.places.models import Place
from grids.diary.enums import Kind, State
from grids.diary.models import Entry, Revision
from grids.diary.rules import title_of, with_addition
from grids.mesh.models import Assignment

REPORTS, WEEKLY = "reports", "grids.diary"
CHILD_OF = {4: 6, 6: 9, 9: 12}  # characters of a path: of a place → of the places below it
AT_ONCE = 1000


def write(*, by, at, grid, kind, happened_on, text, submission=None, held=(), name="", phone=""):
    """A new entry with its files. The same `submission` never writes twice. `name` and `phone` are the contact of the matter, sealed."""
    try:
        with transaction.atomic():
            if earlier := submission and Entry.objects.filter(submission=submission).first():
                return earlier
            entry = Entry(
                place=grid.place, grid=grid, author=by, kind=kind, happened_on=happened_on, text=text, submission=submission,
                title=title_of(Kind(kind).label, text), number=next_number(at=at),
            )  # fmt: skip
            entry.contact_name, entry.contact_phone = name, phone
            if village := Office.objects.named(OfficeType.VILLAGE, grid.place.path):
                entry.hand_to(village)
            engine.begin(entry, by=by, at=at)
            for upload in held:
                claim(upload.token, entry, by=by, at=at, public=False)
            return entry
    except IntegrityError:  # the same form at the same moment
        if submission and (earlier := Entry.objects.filter(submission=submission).first()):
            return earlier
        raise


@engine.after("diary", "revise")
def keep_version(entry, taken):
    """On its day the text may be changed, and what stood there before is kept; afterwards it is added to."""
    if timezone.localdate(taken.at) != timezone.localdate(entry.opened_at):
        raise engine.StepRefused(_("只能在记录当天修改，请改用“补充”。"))
    if entry.report_id and entry.kind != Kind.DEMAND:
        raise engine.StepRefused(_("已转为网格事件的诉求，不能改为其他类别。"))
    before = Entry.objects.values("kind", "happened_on", "text").get(pk=entry.pk)
    Revision.objects.create(entry=entry, until=taken.at, **before)
    entry.title = title_of(entry.get_kind_display(), entry.text)


@engine.after("diary", "add")
def keep_addition(entry, taken):
    if text := taken.given["addition"].strip():
        entry.additions = with_addition(entry.additions, text, day=timezone.localdate(taken.at))
    for file in taken.given["files"]:
        attach(entry, file, by=taken.by, at=taken.at, public=False)


@engine.after("diary", "become_report")
def become_report(entry, taken):
    """A demand goes the way of every report; only what the writer wrote for it leaves the diary, and the contact with it."""
    facts = {name: getattr(entry, f"contact_{name}") for name in ("name", "phone") if getattr(entry, f"contact_{name}")}
    entry.report = hand_over(
        entry, REPORTS, by=taken.by, at=taken.at, grid=entry.grid, kind=taken.given["report_kind"],
        description=taken.given["matter"], submission=entry.submission, **facts,
    )  # fmt: skip


def close_days(*, at):
    """Entries of days gone by can be added to, not changed. Returns how many."""
    gone = Entry.objects.filter(state=State.FRESH, opened_at__lt=start_of_day(at)).order_by("opened_at")
    return sum(_kept(entry, at=at) for entry in gone.for_step()[:AT_ONCE])


def _kept(entry, *, at):
    try:
        engine.take(entry, "keep", by=SYSTEM, at=at)
    except engine.StepRefused:  # read, or moved by another run, this very moment
        return False
    return True


@dataclass(frozen=True)
class Owing:
    """A worker with the last entry, and until when the next one is due."""

    worker: Any
    grids: tuple
    last: datetime | None
    due_at: datetime


def owed(user, capability, *, at):
    """The workers within reach of a capability whose entry is overdue, those who wait longest first; who is on leave owes none."""
    late = late_writers(user, capability, at=at)
    if not late:
        return []
    serving = Assignment.objects.current(at).responsible().filter(post__user__in=late).with_person().order_by("grid__place_path")
    people, grids = {}, {}
    for one in serving.filter(grid__place__in=places_for(user, capability)):
        people[one.post.user_id] = one.post.user
        grids.setdefault(one.post.user_id, []).append(one.grid)
    found = [Owing(person, tuple(grids[key]), *late[key]) for key, person in people.items()]
    return sorted(found, key=lambda one: one.due_at)


def late_writers(user, capability, *, at):
    """{worker: (last entry, when the next was due)} of who wrote nothing for longer than allowed since then, or since beginning."""
    serving, begun = Assignment.objects.current(at).responsible().filter(grid__place__in=places_for(user, capability)), {}
    for worker, begins in serving.order_by().values_list("post__user", "begins"):
        begun[worker] = min(begins, begun.get(worker, begins))
    last = dict(Entry.objects.filter(author__in=begun).order_by().values_list("author").annotate(Max("opened_at")))
    away = set(Leave.objects.filter(post__user__in=begun, begins__lte=at, ends__gt=at).values_list("post__user", flat=True))
    ends = due_after(at=at)
    due_at = {worker: ends(last.get(worker) or begins) for worker, begins in begun.items() if worker not in away}
    return {worker: (last.get(worker), moment) for worker, moment in due_at.items() if moment <= at}


def due_after(*, at):
    """moment of the last entry → when the next is due, by the limit in force and the calendar as they stand now."""
    limit, calendar = Limit.objects.current([WEEKLY], at=at)[WEEKLY], current_calendar()
    return cache(lambda moment: due(moment, amount=limit.amount, unit=limit.unit, rolls=limit.rolls, calendar=calendar).at)


def next_due(user, *, at):
    """When this worker's next entry is due; None for who is responsible for no grid."""
    begun = Assignment.objects.current(at).responsible().filter(post__user=user).order_by("begins").values_list("begins", flat=True).first()
    if begun is None:
        return None
    last = Entry.objects.filter(author=user).order_by("-opened_at").values_list("opened_at", flat=True).first()
    return due_after(at=at)(last or begun)


def counts(rows, home):
    """How many entries of each kind every place below `home` has; numbers alone, never a word of an entry."""
    length = CHILD_OF.get(len(home.path), len(home.path))
    found = rows.order_by().annotate(part=Left("place_path", length)).values_list("part", "kind").annotate(Count("pk"))
    table = {}
    for part, kind, count in found:
        table.setdefault(part, {})[kind] = count
    places = Place.objects.in_use().below(home.path).filter(path__in=table).order_by("path")
    return [
        {
            "place": place,
            "numbers": [(label, table[place.path].get(kind, 0)) for kind, label in Kind.choices],
            "total": sum(table[place.path].values()),
        }
        for place in places
    ]
