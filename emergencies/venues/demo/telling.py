"""Tells cases of the past in bulk, as the engine would have told them: the same table, clocks, alarms and chain of events.

What a step changes besides (the effects of `engine.after`) is the story's own to write. A lapse that has come and still stands is left to
the sweep, so that whoever listens to lapses hears of it.
"""

from dataclasses import dataclass, field
from datetime import UTC, timedelta
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import connection

from governance.cases.rules import compose
from governance.cases.services import CITY_TIME, take_serials
from governance.deadlines.enums import DeadlineState
from governance.deadlines.ledger import compute
from governance.deadlines.models import Deadline
from governance.deadlines.rules import LAPSED, alarms, next_alarm
from governance.deadlines.sweep import LABELS
from governance.flow.engine import Taken
from governance.flow.facts import kept_facts
from governance.timeline.models import Event
from governance.timeline.record import STAFF, SYSTEM
from governance.timeline.rules import digest, facts_of

BATCH = 2000
OPENS, CLOSES = 9, 17
IDS_AT_A_TIME = 500


@dataclass
class Chronicle:
    """Unsaved cases of one model with their events and clocks. `now` is where the present begins."""

    model: Any
    calendar: Any
    limits: dict
    now: Any
    cases: list = field(default_factory=list)
    events: list = field(default_factory=list)
    clocks: list = field(default_factory=list)
    _open: dict = field(default_factory=dict)
    _last: dict = field(default_factory=dict)
    _ids: list = field(default_factory=list)

    def __post_init__(self):
        self.kind = ContentType.objects.get_for_model(self.model)
        self.flow = self.model.flow
        self._terms = {term.name: term for term in self.flow.clocks()}

    def begin(self, case, *, by, at):
        """Open a case: number, first event, first clocks."""
        case.pk, case.number = self._next_id(), number_of(at)
        case.state, case.opened_at, case.version = self.flow.opening.target, at, 0
        case.place_path = case.place.path
        self.cases.append(case)
        self._open[case.pk], self._last[case.pk] = {}, ""
        self._record(case, f"{self.flow.procedure}.{self.flow.opening.name}", self.flow.opening.label, by=by, at=at)
        self._start(case, self.flow.opening.starts, at=at)
        return case

    def take(self, case, name, *, by, at, note="", **given):
        """Take a step of the table at a moment of the past, after whatever alarm came before it; returns {term: the clock it met}."""
        step = self.flow.step(name)
        if case.state not in step.source:
            raise ValueError(f"{name} does not leave {case.state}")
        self.ring(case, at=at)
        case.state = case.state if step.target is None else step.target
        self._record(
            case,
            f"{self.flow.procedure}.{name}",
            step.label,
            by=by,
            at=at,
            note=note,
            data=kept_facts(case, Taken(step, by, at, note, given)),
        )
        ended = {term.name: self._end(case, term, at=at, met=True) for term in step.meets}
        if case.state in self.flow.final:
            case.closed_at = at
            for term in list(self._open[case.pk].values()):
                self._end(case, term, at=at, met=False)
        self._start(case, step.starts, at=at)
        return ended

    def ring(self, case, *, at, lapses=True):
        """Give the alarms that came before a moment."""
        for clock in list(self._open[case.pk].values()):
            warnings = self._terms[clock.term].warnings
            for moment, kind in alarms(clock.started_at, clock.due_at, warnings=warnings):
                come = moment < at and (clock.warned_at is None or moment > clock.warned_at)
                if come and (lapses or kind != LAPSED):
                    self._alarm(case, clock, moment, kind)
            clock.next_alarm_at = next_alarm(clock.started_at, clock.due_at, warnings=warnings, after=clock.warned_at)

    def due(self, case, term):
        """When an open clock ends."""
        return self._open[case.pk][term.name].due_at

    def is_open(self, case, term):
        return term.name in self._open[case.pk]

    def write(self):
        """All of it, in a few statements; what is due first stands on each case."""
        for case in self.cases:
            self.ring(case, at=self.now, lapses=False)
            case.due_at = min((clock.due_at for clock in self._open[case.pk].values()), default=None)
        self.model.objects.bulk_create(self.cases, batch_size=BATCH)
        Event.objects.bulk_create(self.events, batch_size=BATCH)
        Deadline.objects.bulk_create(self.clocks, batch_size=BATCH)

    def _next_id(self):
        if not self._ids:
            with connection.cursor() as cursor:
                sequence = "SELECT nextval(pg_get_serial_sequence(%s, 'id')) FROM generate_series(1, %s)"
                cursor.execute(sequence, [self.model._meta.db_table, IDS_AT_A_TIME])
                self._ids = [row[0] for row in cursor.fetchall()][::-1]
        return self._ids.pop()

    def _record(self, case, kind, label, *, by=None, at, note="", data=None):
        case.version += 1
        event = Event(
            content_type=self.kind, object_id=case.pk, case_number=case.number, sequence=case.version, kind=kind, label=str(label), at=at,
            by=by, post=by.acting_post if by else None, actor=STAFF if by else SYSTEM, note=note, data=data or {},
            previous=self._last[case.pk],
        )  # fmt: skip
        event.digest = self._last[case.pk] = digest(event.previous, facts_of(event))
        self.events.append(event)

    def _start(self, case, terms, *, at):
        for term in terms:
            clock = Deadline(
                content_type=self.kind, object_id=case.pk, case_number=case.number, place_path=case.place_path, office_id=case.office_id,
                term=term.name, label=str(term.label), limit=self.limits[term.limit_code(case)], started_at=at,
            )  # fmt: skip
            compute(clock, pauses=(), calendar=self.calendar, case=case)
            self._open[case.pk][term.name] = clock
            self.clocks.append(clock)

    def _end(self, case, term, *, at, met):
        clock = self._open[case.pk].pop(getattr(term, "name", None) or term.term, None)
        if clock is None:
            return None
        clock.state, clock.next_alarm_at = (DeadlineState.MET if met else DeadlineState.DROPPED), None
        clock.met_at = at if met else None
        if at > clock.due_at and clock.lapsed_at is None:
            clock.lapsed_at = clock.due_at
        return clock

    def _alarm(self, case, clock, moment, kind):
        clock.warned_at = moment
        if kind == LAPSED:
            clock.lapsed_at = clock.due_at
        data = {"term": clock.term, "due_at": clock.due_at.astimezone(UTC).isoformat(), "office": clock.office_id}
        self._record(case, f"deadline.{kind}", f"{clock.label}：{LABELS[kind]}", at=moment, data=data)


def number_of(at):
    day = at.astimezone(CITY_TIME).date()
    return compose(day, take_serials(day, 1))


def in_office(at, rng):
    """The same moment if it lies in the day's work of a weekday, else some minutes after the next opening."""
    local = at.astimezone(CITY_TIME)
    if local.hour >= CLOSES:
        local += timedelta(days=1)
    while local.weekday() > 4:
        local += timedelta(days=1)
    if not OPENS <= local.hour < CLOSES or local.date() != at.astimezone(CITY_TIME).date():
        local = local.replace(hour=OPENS, minute=rng.randrange(5, 59))
    return local
