"""Starts, meets, pauses, extends and drops the clocks of cases. Callers hold the case's row locked."""

from django.utils.translation import gettext_lazy as _

from governance.calendar.services import current_calendar
from governance.calendar.workdays import due
from governance.deadlines.enums import DeadlineState
from governance.deadlines.models import Deadline, Extension, Limit, Pause
from governance.deadlines.rules import next_alarm


class LedgerRefused(ValueError):
    """A clock cannot be changed like this; the message says why, for the person who asked."""


def start(case, term, *, at):
    """Run a term's clock on a case from `at`, under the limit in force then. A clock of that term still open is dropped."""
    drop(case, term)
    deadline = Deadline(
        case=case,
        case_number=case.number,
        place_path=case.place_path,
        office_id=case.office_id,
        term=term.name,
        label=term.label,
        limit=Limit.objects.current(term.limit_code(case), at=at),
        started_at=at,
    )
    _compute(deadline, pauses=())
    deadline.save()
    return deadline


def meet(case, term, *, at):
    """What was due is done. Done after `due_at` it lapsed then, whether or not anyone noticed."""
    deadline = open_one(case, term)
    if deadline is None:
        return None
    deadline.state, deadline.met_at, deadline.next_alarm_at = DeadlineState.MET, at, None
    if at > deadline.due_at and deadline.lapsed_at is None:
        deadline.lapsed_at = deadline.due_at
    deadline.save(update_fields=["state", "met_at", "next_alarm_at", "lapsed_at"])
    return deadline


def pause(case, term, *, at, reason):
    """Stand still from `at`; a lapsed clock cannot be paused back into time, so its lapse stays."""
    deadline = open_one(case, term)
    if deadline is None or deadline.state == DeadlineState.PAUSED:
        return None
    Pause.objects.create(deadline=deadline, since=at, reason=reason)
    deadline.state, deadline.next_alarm_at = DeadlineState.PAUSED, None
    deadline.save(update_fields=["state", "next_alarm_at"])
    return deadline


def resume(case, term, *, at):
    """Run on; the pause lengthens the limit as the law counts it."""
    deadline = open_one(case, term)
    if deadline is None or deadline.state != DeadlineState.PAUSED:
        return None
    deadline.pauses.filter(until=None).update(until=at)
    deadline.state = DeadlineState.RUNNING
    return recount(deadline)


def drop(case, term):
    """What was due is due no longer: the matter goes another way."""
    Deadline.objects.of(case).filter(term=term.name).still_open().update(state=DeadlineState.DROPPED, next_alarm_at=None)


def drop_all(case, *, at):
    """The case has ended: what still ran is dropped. What was late by then stays late, at its true moment."""
    for deadline in Deadline.objects.of(case).still_open():
        if deadline.lapsed_at is None and deadline.state == DeadlineState.RUNNING and deadline.due_at < at:
            deadline.lapsed_at = deadline.due_at
        deadline.state, deadline.next_alarm_at = DeadlineState.DROPPED, None
        deadline.save(update_fields=["state", "next_alarm_at", "lapsed_at"])


def ask_extension(case, term, *, amount, reason, by, at):
    """Ask for `amount` more of the limit's unit, within what the limit row allows in all; raises `LedgerRefused`."""
    deadline = open_one(case, term)
    if deadline is None:
        raise LedgerRefused(_("该期限已结束,不能申请延期。"))
    left = deadline.limit.may_extend_by - deadline.extended_by
    if not 0 < amount <= left:
        raise LedgerRefused(_("该期限最多还可延长 %(left)s,请修改。") % {"left": left})
    if deadline.extensions.filter(granted=None).exists():
        raise LedgerRefused(_("已有一次延期申请等待审批。"))
    return Extension.objects.create(deadline=deadline, amount=amount, reason=reason, asked_by=by, asked_at=at)


def decide_extension(case, term, *, granted, answer, by, at):
    """Grant or refuse the open request; nobody decides a request of his own. Returns the decided request."""
    asked = Extension.objects.filter(deadline=open_one(case, term), granted=None).select_related("deadline").first()
    if asked is None:
        raise LedgerRefused(_("没有等待审批的延期申请。"))
    if asked.asked_by_id == by.pk:
        raise LedgerRefused(_("申请人不能审批自己的延期申请。"))
    asked.granted, asked.answer, asked.decided_by, asked.decided_at = granted, answer, by, at
    asked.save()
    if granted:
        asked.deadline.extended_by += asked.amount
        recount(asked.deadline)
    return asked


def open_one(case, term):
    """The open clock of a term on a case, or None."""
    return Deadline.objects.of(case).filter(term=term.name).still_open().select_related("limit").first()


def recount(deadline):
    """Count the due moment anew with its pauses, extensions and today's calendar; saves, and returns the deadline."""
    _compute(deadline, pauses=deadline.pauses.values_list("since", "until"))
    if deadline.lapsed_at and deadline.is_open and deadline.due_at > deadline.lapsed_at:
        deadline.lapsed_at = None
    deadline.save()
    return deadline


def refresh_due(case):
    """Keep the case's own `due_at`: the end of its first open clock. The caller saves the case."""
    case.due_at = Deadline.objects.of(case).still_open().order_by("due_at").values_list("due_at", flat=True).first()


def _compute(deadline, *, pauses):
    limit = deadline.limit
    result = due(
        deadline.started_at,
        amount=limit.amount + deadline.extended_by,
        unit=limit.unit,
        rolls=limit.rolls,
        calendar=current_calendar(),
        pauses=[(since, until) for since, until in pauses if until],
    )
    deadline.due_at, deadline.provisional = result.at, result.provisional
    if deadline.state == DeadlineState.RUNNING:
        deadline.next_alarm_at = next_alarm(deadline.started_at, result.at, after=deadline.warned_at)
