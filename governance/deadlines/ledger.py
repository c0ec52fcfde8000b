"""The clocks of one case: starts, meets, pauses, extends and drops them. The caller holds the case's row locked.

A `Ledger` reads the open clocks when the first is asked for, works on them in memory, and writes what changed with `close()`.
"""

from contextlib import contextmanager
from contextvars import ContextVar
from functools import cached_property

from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.utils.translation import gettext_lazy as _

from governance.calendar.services import current_calendar
from governance.calendar.workdays import Unit, due
from governance.deadlines.enums import DeadlineState
from governance.deadlines.models import OPEN_STATES, UNIT_LABELS, Deadline, Extension, Limit, Pause
from governance.deadlines.rules import next_alarm
from governance.deadlines.terms import term_named, warnings_of
from governance.writing import insert

CHANGING = {  # column → its type, as `close` writes it
    "state": "text",
    "due_at": "timestamptz",
    "provisional": "boolean",
    "extended_by": "integer",
    "lapsed_at": "timestamptz",
    "met_at": "timestamptz",
    "next_alarm_at": "timestamptz",
}
COLUMNS = [field.attname for field in Deadline._meta.concrete_fields]
READ_OPEN = (
    f"SELECT {', '.join(field.column for field in Deadline._meta.concrete_fields)} FROM {Deadline._meta.db_table} "
    "WHERE content_type_id = %s AND object_id = %s AND state = ANY(%s) ORDER BY due_at"
)
_history = ContextVar("rules_of_history", default=None)


class LedgerRefused(ValueError):
    """A clock cannot be changed like this; the message says why, for the person who asked."""


class Ledger:
    """The open clocks of a case, by term, and what was done to them since they were read."""

    def __init__(self, case):
        self.case = case
        self.met, self.changed, self.begun = {}, [], []

    @cached_property
    def open(self):
        """{term: clock}; a step that touches no clock never reads them. A case of one event has those of this step alone."""
        if self.case.version <= 1:
            return {}
        return {clock.term: clock for clock in _read_open(self.case)}

    def first_due(self):
        """When the first open clock ends, or None. One that stands still is due at no moment, unless it is late already."""
        ticking = (deadline for deadline in self.open.values() if deadline.state == DeadlineState.RUNNING or deadline.lapsed_at)
        return min((deadline.due_at for deadline in ticking), default=None)

    def start(self, *terms, at):
        """Run the clocks of these terms from `at`, each under its limit in force then. One still open is dropped."""
        if not terms:
            return
        limits, calendar = _limits([term.limit_code(self.case) for term in terms], at=at), _calendar()
        for term in terms:
            self.drop(term)
            deadline = self._new(term, limits[term.limit_code(self.case)], at=at)
            compute(deadline, pauses=(), calendar=calendar, case=self.case)
            self.begun.append(deadline)
            self.open[term.name] = deadline

    def _new(self, term, limit, *, at):
        return Deadline(
            case_number=self.case.number, place_path=self.case.place_path, office_id=self.case.office_id,
            term=term.name, label=term.label, limit=limit, started_at=at,
        )  # fmt: skip

    def meet(self, term, *, at):
        """What was due is done. Done after `due_at` it lapsed then, whether or not anyone noticed; a pause it ends counts first."""
        self.resume(term, at=at)
        deadline = self.open.pop(term.name, None)
        if deadline is None:
            return
        deadline.state, deadline.met_at, deadline.next_alarm_at = DeadlineState.MET, at, None
        if at > deadline.due_at and deadline.lapsed_at is None:
            deadline.lapsed_at = deadline.due_at
        self.met[term.name] = deadline
        self.changed.append(deadline)

    def pause(self, term, *, at, reason):
        """Stand still from `at`; a lapsed clock cannot be paused back into time, so its lapse stays."""
        deadline = self.open.get(term.name)
        if deadline is None or deadline.state == DeadlineState.PAUSED:
            return
        Pause.objects.create(deadline=deadline, since=at, reason=reason)
        deadline.state, deadline.next_alarm_at = DeadlineState.PAUSED, None
        self.changed.append(deadline)

    def resume(self, term, *, at):
        """Run on; the pause lengthens the limit as the law counts it."""
        deadline = self.open.get(term.name)
        if deadline is None or deadline.state != DeadlineState.PAUSED:
            return
        deadline.pauses.filter(until=None).update(until=at)
        deadline.state = DeadlineState.RUNNING
        recount(deadline, calendar=_calendar())
        self.changed.append(deadline)

    def drop(self, term):
        """What was due is due no longer: the matter goes another way."""
        deadline = self.open.pop(term.name, None)
        if deadline is not None:
            deadline.state, deadline.next_alarm_at = DeadlineState.DROPPED, None
            self.changed.append(deadline)

    def drop_all(self, *, at):
        """The case has ended. What was late by then stays late, at its true moment."""
        for deadline in self.open.values():
            if deadline.lapsed_at is None and deadline.state == DeadlineState.RUNNING and deadline.due_at < at:
                deadline.lapsed_at = deadline.due_at
            deadline.state, deadline.next_alarm_at = DeadlineState.DROPPED, None
            self.changed.append(deadline)
        self.open.clear()

    def ask_extension(self, term, *, amount, reason, by, at, most=None):
        """Ask for `amount` more of the limit's unit, within what its row allows in all, `most` times; raises `LedgerRefused`."""
        deadline = self.open.get(term.name)
        if deadline is None:
            raise LedgerRefused(_("该期限已结束，不能申请延期。"))
        left = deadline.limit.may_extend_by - deadline.extended_by
        if left <= 0:
            raise LedgerRefused(_("该期限不能延长，请按期办理。"))
        if not 0 < amount <= left:
            most = f"{left}{UNIT_LABELS[Unit(deadline.limit.unit)]}"
            raise LedgerRefused(_("该期限最多还可延长%(most)s，请修改。") % {"most": most})
        if deadline.extensions.filter(granted=None).exists():
            raise LedgerRefused(_("已有一次延期申请等待审批。"))
        if most and deadline.extensions.filter(granted=True).count() >= most:
            raise LedgerRefused(_("该期限已延长%(most)s次，不能再延，请按期办理。") % {"most": most})
        return Extension.objects.create(deadline=deadline, amount=amount, reason=reason, asked_by=by, asked_at=at)

    def decide_extension(self, term, *, granted, answer, by, at):
        """Grant or refuse the open request; nobody decides a request of his own."""
        deadline = self.open.get(term.name)
        asked = deadline and deadline.extensions.filter(granted=None).first()
        if asked is None:
            raise LedgerRefused(_("没有等待审批的延期申请。"))
        if asked.asked_by_id == by.pk:
            raise LedgerRefused(_("申请人不能审批自己的延期申请。"))
        asked.granted, asked.answer, asked.decided_by, asked.decided_at = granted, answer, by, at
        asked.save()
        if granted:
            deadline.extended_by += asked.amount
            recount(deadline, calendar=_calendar())
            self.changed.append(deadline)
        return asked

    def settle_extension(self, *, answer, at):
        """Nobody decides any more what was asked: the matter went on without it."""
        Extension.objects.waiting_of(self.case).update(granted=False, answer=answer, decided_at=at)

    def extend(self, term, *, amount, reason, by, at):
        """Lengthen a limit at once where the law leaves that to the parties' own agreement; `by` took it down."""
        asked = self.ask_extension(term, amount=amount, reason=reason, by=by, at=at)
        asked.granted, asked.decided_by, asked.decided_at = True, by, at
        asked.save()
        deadline = self.open[term.name]
        deadline.extended_by += amount
        recount(deadline, calendar=_calendar())
        self.changed.append(deadline)
        return asked

    def close(self):
        """Write what changed, and keep the case's own `due_at`: the end of its first open clock. The caller saves the case."""
        if "open" not in self.__dict__:
            return
        _rewrite({id(one): one for one in self.changed if one.pk}.values())
        write_begun([self])

    def settle(self):
        """All is written: keep the case's own `due_at`."""
        self.changed, self.begun = [], []
        self.case.due_at = self.first_due()


def write_begun(ledgers):
    """Write the clocks that began on these cases, in one statement."""
    begun = []
    for ledger in ledgers:
        for deadline in ledger.begun:
            deadline.case = ledger.case
        begun += ledger.begun
    insert(begun)
    for ledger in ledgers:
        ledger.settle()


def _read_open(case):
    """The open clocks of a case; a plain statement, for it is asked at nearly every step of every case."""
    with connection.cursor() as cursor:
        cursor.execute(READ_OPEN, [ContentType.objects.get_for_model(case).pk, case.pk, [str(state) for state in OPEN_STATES]])
        return [Deadline.from_db(connection.alias, COLUMNS, row) for row in cursor.fetchall()]


def _rewrite(deadlines):
    """The changing columns of these clocks, in one statement."""
    if not deadlines:
        return
    names = ", ".join(CHANGING)
    row = f"(%s::bigint, {', '.join(f'%s::{kind}' for kind in CHANGING.values())})"
    values = [value for one in deadlines for value in (one.pk, *(getattr(one, name) for name in CHANGING))]
    with connection.cursor() as cursor:
        cursor.execute(
            f"UPDATE {Deadline._meta.db_table} AS kept SET {', '.join(f'{name} = said.{name}' for name in CHANGING)} "
            f"FROM (VALUES {', '.join([row] * len(deadlines))}) AS said (id, {names}) WHERE kept.id = said.id",
            values,
        )


@contextmanager
def rules_read_once():
    """For telling a long history in one process: calendar and limits are read now, and nobody may change them meanwhile."""
    token = _history.set((current_calendar(), list(Limit.objects.order_by("valid_from"))))
    try:
        yield
    finally:
        _history.reset(token)


def _calendar():
    known = _history.get()
    return known[0] if known else current_calendar()


def _limits(codes, *, at):
    """{code: the limit in force at that moment}; raises `Limit.DoesNotExist` where one is missing."""
    known = _history.get()
    if known is None:
        return Limit.objects.current(codes, at=at)
    rows = {one.code: one for one in known[1] if one.valid_from <= at and (one.valid_until is None or one.valid_until > at)}
    if missing := set(codes) - rows.keys():
        raise Limit.DoesNotExist(f"no limit in force: {', '.join(sorted(missing))}")
    return rows


def open_one(case, term):
    """The open clock of a term on a case, or None; for pages that show it."""
    return Deadline.objects.of(case).filter(term=term.name).still_open().select_related("limit").first()


def recount(deadline, *, calendar):
    """Count the due moment anew with its pauses and extensions; a lapse that the new moment undoes is taken back. The caller saves."""
    compute(deadline, pauses=deadline.pauses.values_list("since", "until"), calendar=calendar)
    if deadline.lapsed_at and deadline.is_open and deadline.due_at > deadline.lapsed_at:
        deadline.lapsed_at = None


def compute(deadline, *, pauses, calendar, case=None):
    """Set `due_at`, `provisional` and the next alarm from the limit, as domain rules count it; a day the case names comes before."""
    limit = deadline.limit
    result = due(
        deadline.started_at, amount=limit.amount + deadline.extended_by, unit=limit.unit, rolls=limit.rolls, calendar=calendar,
        pauses=[(since, until) for since, until in pauses if until],
    )  # fmt: skip
    deadline.due_at, deadline.provisional = result.at, result.provisional
    if (own := _own_end(deadline, case)) and own < result.at:
        deadline.due_at, deadline.provisional = own, False
    if deadline.state == DeadlineState.RUNNING:
        warnings = warnings_of(deadline.term)
        deadline.next_alarm_at = next_alarm(deadline.started_at, deadline.due_at, warnings=warnings, after=deadline.warned_at)


def _own_end(deadline, case):
    """The moment the case itself names for this term, or None."""
    term = term_named(deadline.term)
    return term.ends(case or deadline.case) if term and term.ends else None
