"""What a deadline says to the person who looks at it. Pure: calendar and moment are arguments."""

from dataclasses import dataclass
from datetime import timedelta

from django.utils.translation import gettext as _

from governance.calendar.workdays import Unit, working_time_left
from governance.deadlines.enums import DeadlineState
from governance.web.formats import cn_datetime, cn_due, span, working_span

CALENDAR_UNITS = frozenset({Unit.MINUTES, Unit.HOURS, Unit.DAYS, Unit.MONTHS, Unit.YEARS})
UNKNOWN = Unit.WORKING_DAYS  # the unit of a moment that no limit stands behind
SOON = timedelta(hours=24)  # of the unit's own time; for working time one working day


@dataclass(frozen=True)
class Clock:
    """Two short lines with a tone and a picture, so that colour never stands alone."""

    tone: str
    icon: str
    headline: str
    detail: str


def clock_of(deadline, *, at, calendar):
    """The clock of a `Deadline` row; reads its limit's unit."""
    if deadline.state == DeadlineState.MET:
        return met(deadline)
    if deadline.state == DeadlineState.DROPPED:
        return Clock("stopped", "stop", _("不再计时"), _("原定 %(due)s 前") % {"due": cn_due(deadline.due_at)})
    if deadline.state == DeadlineState.PAUSED:
        return Clock("waiting", "pause", _("已暂停计时"), _("恢复后期限依法顺延"))
    return running(deadline.due_at, at=at, calendar=calendar, unit=deadline.limit.unit)


def met(deadline):
    """What was due is done: in time, or late."""
    detail = _("%(at)s 完成") % {"at": cn_datetime(deadline.met_at)}
    if deadline.lapsed_at is None:
        return Clock("done", "check", _("按期完成"), detail)
    return Clock("danger", "warning", _("逾期完成"), detail)


def running(due_at, *, at, calendar, unit=UNKNOWN):
    """剩 1 个工作日 2 小时 · 11月25日 10:30 前; after the end, how long ago that was.

    `unit` is that of the limit (`limit_unit` of a worklist's lines, or `Deadline.objects.first_units`), so that a list counts as
    the page of the case does.
    """
    due = cn_due(due_at, at=at)
    if at >= due_at:
        headline = _("已逾期 %(length)s") % {"length": _late_by(due_at, at, calendar, unit)}
        return Clock("danger", "warning", headline, _("应于 %(due)s 前") % {"due": due})
    left, is_soon = _left(at, due_at, calendar, unit)
    return Clock("waiting" if is_soon else "active", "clock", _("剩 %(length)s") % {"length": left}, _("%(due)s 前") % {"due": due})


def _late_by(due_at, at, calendar, unit):
    """Whole working days for limits that count them; below one, plain time: a night is late too."""
    late = None if unit in CALENDAR_UNITS else working_time_left(due_at, at, calendar)
    return working_span(*late) if late and late.working_days else span(at - due_at)


def _left(at, due_at, calendar, unit):
    """What is left in words, and whether it is little: working time for limits that count it, unless none lies between (night, holiday)."""
    plain = due_at - at
    if unit in CALENDAR_UNITS:
        return span(plain), plain < SOON
    left = working_time_left(at, due_at, calendar)
    return working_span(*left) or span(plain), left.working_days < 1
