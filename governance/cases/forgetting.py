"""Contact data are kept for a time after a case has ended (个人信息保护法 §19, §47), and then erased by the case's own step.

A procedure that uses it has a step `erase_contact` of SYSTEM from its final states, says with `after` what is erased, and its queryset
knows `with_contact()`.
"""

from datetime import timedelta

from governance.calendar.services import current_calendar
from governance.calendar.workdays import due
from governance.deadlines.models import Limit
from governance.flow import engine
from governance.flow.table import SYSTEM

STEP, BATCH = "erase_contact", 500
ONE_DAY = timedelta(days=1)


def forget(model, code, *, at, batch=BATCH):
    """Erase what ended longer ago than the limit of that code says; returns how many cases. Safe to run twice and side by side."""
    limit = Limit.objects.current([code], at=at)[code]
    before = due(at, amount=-limit.amount, unit=limit.unit, rolls=False, calendar=current_calendar()).at - ONE_DAY
    ended = model.objects.with_contact().filter(state__in=model.flow.final, closed_at__lt=before)
    return sum(_forgotten(case, at=at) for case in list(ended.order_by("closed_at", "pk")[:batch]))


def _forgotten(case, *, at):
    try:
        engine.take(case, STEP, by=SYSTEM, at=at)
    except engine.StepRefused:  # another run was quicker, or the case was opened again
        return False
    return True
