"""Changes of the working calendar by administrators.

What they mean for open cases is counted by a task after the commit.
"""

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from governance.calendar import services
from governance.queue import queue
from governance.web.acts import note_act
from governance.web.models import ActKind
from governance.web.tasks import recount_deadlines

OFFICE_HOURS = "calendar:hours"


class Refused(ValueError):
    """The calendar cannot be changed like this; the message says why."""


def subject(year):
    return f"calendar:{year}"


def preview(year, *, days, official, source, at):
    """What loading would change: done and undone again. Raises `Refused`."""
    with transaction.atomic():
        report = _load(year, days=days, official=official, source=source, at=at)
        transaction.set_rollback(True)
    return report


@transaction.atomic
def load(year, *, days, official, source, by, at):
    """Load a year and count the open limits anew. Raises `Refused`."""
    report = _load(year, days=days, official=official, source=source, at=at)
    changes = {name: [f"{day:%F}" for day in getattr(report, name)] for name in ("added", "changed", "removed")}
    if report.recount_from:
        changes["recount_from"] = report.recount_from
    act = note_act(ActKind.YEAR_LOADED, subject(year), by=by, at=at, note=source, official=official, **changes)
    queue(recount_deadlines, act.pk)
    return report


def _load(year, *, days, official, source, at):
    report = services.load_year(year, days=days, official=official, source=source, at=at)
    if report.refused:
        raise Refused(_("该年度已载入正式通知，不能改回推算。"))
    return report


@transaction.atomic
def add_local_holiday(day, *, name, source, by, at):
    """Add a day the local government gave free. Raises `Refused`."""
    try:
        row = services.add_local_holiday(day, name=name, source=source)
    except ValueError as error:
        raise Refused(_("这一天已是放假日。")) from error
    _note_local(day, _("增加 %(day)s %(name)s"), name, by=by, at=at)
    return row


@transaction.atomic
def remove_local_holiday(row, *, by, at):
    """Take a local holiday back."""
    services.remove_local_holiday(row.date)
    _note_local(row.date, _("取消 %(day)s %(name)s"), row.name, by=by, at=at)


def _note_local(day, words, name, *, by, at):
    said = words % {"day": f"{day:%F}", "name": name}
    act = note_act(ActKind.LOCAL_HOLIDAY, subject(day.year), by=by, at=at, note=said, recount_from=day.year)
    queue(recount_deadlines, act.pk)


@transaction.atomic
def set_office_hours(periods, *, valid_from, by, at):
    """Let office hours hold from a day on; limits in working hours are counted anew."""
    services.set_office_hours(periods, valid_from=valid_from)
    words = "、".join(f"{opens:%H:%M}—{closes:%H:%M}" for opens, closes in periods)
    act = note_act(ActKind.OFFICE_HOURS, OFFICE_HOURS, by=by, at=at, note=f"{valid_from:%F} {words}", recount_from=None)
    queue(recount_deadlines, act.pk)
