"""The clocks of one case: starts, meets, pauses, extends and drops them. The caller holds the case's row locked.

A `Ledger` reads the open clocks once, works on them in memory, and writes what changed with `close()`.
"""

from django.utils.translation import gettext_lazy as _

from governance.calendar.services import current_calendar
from governance.calendar.workdays import due
from governance.deadlines.enums import DeadlineState
from governance.deadlines.models import Deadline, Extension, Limit, Pause
from governance.deadlines.rules import next_alarm

CHANGING = ("state", "due_at", "provisional", "extended_by", "lapsed_at", "met_at", "next_alarm_at")


class LedgerRefused(ValueError):
    """A clock cannot be changed like this; the message says why, for the person who asked."""


class Ledger:
    """The open clocks of a case, by term, and what was done to them since they were read."""

    def __init__(self, case):
        self.case = case
        rows = Deadline.objects.of(case).still_open().select_related("limit") if case.version > 1 else []
        self.open = {deadline.term: deadline for deadline in rows}
        self.met, self.changed, self.begun = {}, [], []

    def start(self, *terms, at):
        """Run the clocks of these terms from `at`, each under its limit in force then. One still open is dropped."""
        limits = Limit.objects.current([term.limit_code(self.case) for term in terms], at=at) if terms else {}
        calendar = current_calendar() if terms else None
        for term in terms:
            self.drop(term)
            deadline = self._new(term, limits[term.limit_code(self.case)], at=at)
            compute(deadline, pauses=(), calendar=calendar)
            self.begun.append(deadline)
            self.open[term.name] = deadline

    def _new(self, term, limit, *, at):
        return Deadline(
            case=self.case, case_number=self.case.number, place_path=self.case.place_path, office_id=self.case.office_id,
            term=term.name, label=term.label, limit=limit, started_at=at,
        )  # fmt: skip

    def meet(self, term, *, at):
        """What was due is done. Done after `due_at` it lapsed then, whether or not anyone noticed."""
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
        recount(deadline, calendar=current_calendar())
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

    def ask_extension(self, term, *, amount, reason, by, at):
        """Ask for `amount` more of the limit's unit, within what its row allows in all; raises `LedgerRefused`."""
        deadline = self.open.get(term.name)
        if deadline is None:
            raise LedgerRefused(_("该期限已结束，不能申请延期。"))
        left = deadline.limit.may_extend_by - deadline.extended_by
        if left <= 0:
            raise LedgerRefused(_("该期限不能延长，请按期办理。"))
        if not 0 < amount <= left:
            raise LedgerRefused(_("该期限最多还可延长 %(left)s 个单位时间，请修改。") % {"left": left})
        if deadline.extensions.filter(granted=None).exists():
            raise LedgerRefused(_("已有一次延期申请等待审批。"))
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
            recount(deadline, calendar=current_calendar())
            self.changed.append(deadline)
        return asked

    def close(self):
        """Write what changed, and keep the case's own `due_at`: the end of its first open clock. The caller saves the case."""
        for deadline in {id(one): one for one in self.changed if one.pk}.values():
            deadline.save(update_fields=CHANGING)
        Deadline.objects.bulk_create(self.begun)
        self.changed, self.begun = [], []
        self.case.due_at = min((deadline.due_at for deadline in self.open.values()), default=None)


def open_one(case, term):
    """The open clock of a term on a case, or None; for pages that show it."""
    return Deadline.objects.of(case).filter(term=term.name).still_open().select_related("limit").first()


def recount(deadline, *, calendar):
    """Count the due moment anew with its pauses and extensions; a lapse that the new moment undoes is taken back. The caller saves."""
    compute(deadline, pauses=deadline.pauses.values_list("since", "until"), calendar=calendar)
    if deadline.lapsed_at and deadline.is_open and deadline.due_at > deadline.lapsed_at:
        deadline.lapsed_at = None


def compute(deadline, *, pauses, calendar):
    """Set `due_at`, `provisional` and the next alarm from the limit, as domain rules count it."""
    limit = deadline.limit
    result = due(
        deadline.started_at, amount=limit.amount + deadline.extended_by, unit=limit.unit, rolls=limit.rolls, calendar=calendar,
        pauses=[(since, until) for since, until in pauses if until],
    )  # fmt: skip
    deadline.due_at, deadline.provisional = result.at, result.provisional
    if deadline.state == DeadlineState.RUNNING:
        deadline.next_alarm_at = next_alarm(deadline.started_at, result.at, after=deadline.warned_at)
