"""Gives out numbers, issues and ends work orders, and hands a case to another procedure."""

import os
from collections import Counter
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from itertools import count
from zoneinfo import ZoneInfo

from django.db import connection, transaction
from django.utils.translation import gettext as _

from governance import registry
from governance.cases.enums import OrderKind, OrderState
from governance.cases.models import Handover, NumberSeries, WorkOrder
from governance.cases.rules import compose
from governance.timeline.record import record

CITY_TIME = ZoneInfo("Asia/Shanghai")
STANDING = (OrderState.ISSUED, OrderState.SIGNED)
_apart = ContextVar("serials_apart", default=False)


def next_number(*, at):
    """A case number of the city's day that was never given out before; one taken by a failed transaction is given again."""
    day = at.astimezone(CITY_TIME).date()
    return compose(day, take_serials(day, 1))


def next_numbers(moments):
    """The same for many cases at once, each of its own day; in the order given."""
    days = [at.astimezone(CITY_TIME).date() for at in moments]
    serials = {day: count(take_serials(day, amount)) for day, amount in sorted(Counter(days).items())}
    return [compose(day, next(serials[day])) for day in days]


def take_serials(day, count):
    """Take `count` serials of a day in one go; returns the first."""
    table = NumberSeries._meta.db_table
    with (connection_of(os.getpid()) if _apart.get() else connection).cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {table} (day, last) VALUES (%s, %s) "
            f"ON CONFLICT (day) DO UPDATE SET last = {table}.last + excluded.last RETURNING last",
            [day, count],
        )
        return cursor.fetchone()[0] - count + 1


@contextmanager
def serials_apart():
    """Within, a serial is taken for good at once, on a connection of its own, and a transaction that fails leaves a gap.

    For the demo alone: there transactions go through many days, each in its own order, and several of them side by side would wait for
    each other's days in a circle.
    """
    token = _apart.set(True)
    try:
        yield
    finally:
        _apart.reset(token)


@cache
def connection_of(process):
    """One for each process: a forked one cannot use its parent's."""
    return connection.copy()


def issue_order(case, office, *, by, at, kind=OrderKind.LEAD, instruction="", deadline=None, signed=False):
    """Hand the case to an office. A lead order that stands is withdrawn first: one lead at a time.

    `signed`: the office holds the case already, and need not sign for it again. Refused for an office the case keeps out.
    """
    case.refuse_barred(office)
    earlier = list(WorkOrder.objects.of(case).order_by("serial").values_list("serial", "kind", "state"))
    if kind == OrderKind.LEAD and any(state in STANDING for _serial, _kind, state in earlier):
        end_orders(case, OrderState.WITHDRAWN, at=at)
    return WorkOrder.objects.create(
        case=case,
        case_number=case.number,
        serial=earlier[-1][0] + 1 if earlier else 1,
        kind=kind,
        office=office,
        instruction=instruction,
        issued_by=by,
        issued_at=at,
        due_at=deadline.due_at if deadline else None,
        citation=deadline.limit.citation if deadline else "",
        state=OrderState.SIGNED if signed else OrderState.ISSUED,
        signed_at=at if signed else None,
    )


def sign_order(case, *, by, at):
    """The lead office signs for its order."""
    WorkOrder.objects.of(case).filter(kind=OrderKind.LEAD, state=OrderState.ISSUED).update(
        state=OrderState.SIGNED, signed_by=by, signed_at=at
    )


def end_orders(case, state, *, at):
    """End what stands, the lead's order and the copies: done, returned or withdrawn."""
    WorkOrder.objects.of(case).standing().update(state=state, ended_at=at)


def hand_over(case, procedure, *, by, at, note="", **facts):
    """移交: open a case of another procedure for this one; both timelines say so. Returns the new case.

    The caller holds the case's row locked and saves its `version`. `facts` go to the intake the procedure registered, with whom the case
    keeps out, where it does: the new case keeps the same out. Raises `LookupError` for a procedure that takes nothing over.
    """
    intake = registry.intake_of(procedure)
    if intake is None:
        raise LookupError(f"{procedure} takes over no cases")
    with transaction.atomic():
        target = intake(case, by=by, at=at, note=note, **case.bars, **facts)
        Handover.objects.create(source=case, target=target, by=by, at=at)
        names = {"from": case.flow.label, "from_number": case.number, "to": target.flow.label, "to_number": target.number}
        record(case, "handover.sent", _("转为%(to)s %(to_number)s") % names, by=by, at=at, data={"number": target.number})
        record(target, "handover.received", _("由%(from)s %(from_number)s 转来") % names, by=by, at=at, data={"number": case.number})
        target.save(update_fields=["version"])
    return target
