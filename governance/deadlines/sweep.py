"""Notices without anyone looking: warns, marks as lapsed, and counts anew when a year's calendar is loaded.

Safe to run twice and side by side: rows another run holds are skipped, and what was said once is not said again.
After an outage the lapse is recorded at its true moment.
"""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from governance.calendar.services import current_calendar
from governance.deadlines.enums import DeadlineState
from governance.deadlines.ledger import Ledger, recount
from governance.deadlines.models import Deadline
from governance.deadlines.rules import LAPSED, alarm_at, next_alarm
from governance.deadlines.terms import warnings_of
from governance.timeline.record import record

BATCH = 500
LABELS = {
    "warned_60d": _("到期前60日提醒"),
    "warned_30d": _("到期前30日提醒"),
    "warned_7d": _("到期前7日提醒"),
    "warned_48": _("到期前48小时预警"),
    "warned_24": _("到期前24小时预警"),
    "warned_1": _("到期前1小时预警"),
    LAPSED: _("办理逾期"),
}


def sweep(*, at, batch=BATCH):
    """Handle up to `batch` clocks whose alarm has come; returns how many were handled."""
    candidates = list(Deadline.objects.alarming(at).values_list("pk", flat=True)[:batch])
    return sum(_ring(pk, at=at) for pk in candidates)


@transaction.atomic
def _ring(pk, *, at):
    deadline = Deadline.objects.select_for_update(skip_locked=True, of=("self",)).alarming(at).select_related("limit").filter(pk=pk).first()
    case = deadline and locked_case(deadline)
    if not case:
        return False
    started, due, warnings = deadline.started_at, deadline.due_at, warnings_of(deadline.term)
    moment, kind = alarm_at(started, due, warnings=warnings, at=at)
    deadline.warned_at = moment
    deadline.next_alarm_at = next_alarm(started, due, warnings=warnings, after=moment)
    if kind == LAPSED:
        deadline.lapsed_at = deadline.due_at
    deadline.save(update_fields=["warned_at", "next_alarm_at", "lapsed_at"])
    data = {"term": deadline.term, "due_at": deadline.due_at.isoformat(), "office": deadline.office_id}
    record(case, f"deadline.{kind}", f"{deadline.label}：{LABELS[kind]}", at=moment, data=data)
    case.save(update_fields=["version"])
    return True


def ring(case, *, at):
    """What the sweep does, for one case: give every alarm that has come by `at`. Cheap when nothing has."""
    earliest = max((before for term in case.flow.clocks() for before in term.warnings), default=timedelta())
    if case.due_at is None or case.due_at - earliest > at:
        return
    for pk in Deadline.objects.of(case).alarming(at).values_list("pk", flat=True):
        _ring(pk, at=at)


def ring_all(model, *, at):
    """What the sweep does, for the cases of one kind alone; a history told procedure by procedure must not ring the next one's clocks."""
    kind = ContentType.objects.get_for_model(model)
    for pk in list(Deadline.objects.alarming(at).filter(content_type=kind).values_list("pk", flat=True)):
        _ring(pk, at=at)


def locked_case(deadline):
    """The case of a clock, locked without waiting; None when someone else works on it now."""
    model = case_model(deadline)
    return model._base_manager.select_for_update(skip_locked=True, of=("self",)).filter(pk=deadline.object_id).order_by().first()


def case_model(deadline):
    """The kind of case a clock runs on; content types are known to the process after the first."""
    return ContentType.objects.get_for_id(deadline.content_type_id).model_class()


def recount_open(*, at, year=None, batch=BATCH):
    """Count open clocks anew after the calendar changed, each change an event on its case.

    `year` narrows it to clocks that reach into that year or were counted with an estimate. Returns the numbers of the changed cases.
    """
    wanted = Deadline.objects.still_open()
    if year:
        start = datetime(year, 1, 1, tzinfo=ZoneInfo("Asia/Shanghai"))
        wanted = wanted.filter(due_at__gte=start)
    changed = []
    for pk in wanted.order_by("pk").values_list("pk", flat=True).iterator(chunk_size=batch):
        number = _recount_one(pk, at=at)
        if number:
            changed.append(number)
    return changed


@transaction.atomic
def _recount_one(pk, *, at):
    deadline = Deadline.objects.select_related("limit").get(pk=pk)
    model = case_model(deadline)
    case = model._base_manager.select_for_update(of=("self",)).get(pk=deadline.object_id)
    deadline.refresh_from_db(fields=["state", "due_at", "provisional", "extended_by", "warned_at", "lapsed_at"])
    before, was_provisional = deadline.due_at, deadline.provisional
    if deadline.state not in (DeadlineState.RUNNING, DeadlineState.PAUSED):
        return None
    recount(deadline, calendar=current_calendar())
    if (before, was_provisional) == (deadline.due_at, deadline.provisional):
        return None
    deadline.save()
    data = {"term": deadline.term, "from": before.isoformat(), "to": deadline.due_at.isoformat()}
    record(case, "deadline.recounted", _("工作日历更新，期限重新计算"), at=at, data=data, public=before != deadline.due_at)
    case.due_at = Ledger(case).first_due()
    case.save(update_fields=["version", "due_at"])
    return case.number
