"""Registers what arrives, and books what was found fit."""

from collections import Counter

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from emergencies.intakes.enums import Origin
from emergencies.intakes.models import IntakeLine, StockIntake
from emergencies.purchases.services import note_arrival
from emergencies.stockpiles.enums import Account, Cause
from emergencies.stockpiles.services import Entry, account, new_batch, post
from governance.cases.services import next_number
from governance.files.enums import AttachmentKind
from governance.files.services import attach
from governance.flow import engine


def register(*, warehouse, origin, supplier, lines, by, at, plan=None, submission=None):
    """Register a delivery: `lines` are {item, lot, quantity, produced_on, expires_on}. The same `submission` never registers twice."""
    if earlier := _earlier(submission):
        return earlier
    intake = StockIntake(
        title=_title(warehouse, lines), warehouse=warehouse, place=warehouse.place, origin=origin, supplier=supplier, registrar=by,
        plan=plan if origin == Origin.PURCHASE else None, submission=submission, office_ids=[*warehouse.office_ids],
    )  # fmt: skip
    intake.hand_to(warehouse.office)
    try:
        with transaction.atomic():
            intake.number = next_number(at=at)
            engine.begin(intake, by=by, at=at)
            IntakeLine.objects.bulk_create(IntakeLine(intake=intake, **line) for line in lines)
            return intake
    except IntegrityError:  # the same form at the same moment
        if earlier := _earlier(submission):
            return earlier
        raise


def _earlier(submission):
    return StockIntake.objects.filter(submission=submission).first() if submission else None


def _title(warehouse, lines):
    names = "、".join(dict.fromkeys(line["item"].name for line in lines))
    return f"{warehouse.name} · {names}"[:60]


@engine.after("intakes", "accept")
def book(intake, taken):
    """What was found fit becomes batches on the shelf; what was not is explained and goes back."""
    intake.inspector = taken.by
    lines, accepted = [*intake.lines.select_related("item")], taken.given["accepted"] or {}
    for line in lines:
        line.accepted = accepted.get(line.pk, line.quantity)
    if not any(line.accepted for line in lines):
        raise engine.StepRefused(_("没有一件合格的，请办理“拒收”。"))
    if any(line.accepted < line.quantity for line in lines) and not taken.note.strip():
        raise engine.StepRefused(_("有不合格的，请写明情况和处理意见。"))
    source, shelf = account(Account.SUPPLIER), account(Account.SHELF, intake.warehouse)
    fit = [line for line in lines if line.accepted]
    for line in fit:
        facts = {"lot": line.lot, "produced_on": line.produced_on, "expires_on": line.expires_on}
        line.batch = new_batch(line.item, receipt=intake.number, at=taken.at, **facts)
    IntakeLine.objects.bulk_update(lines, ["accepted", "batch"])
    entries = [Entry(line.batch, source, shelf, line.accepted, Cause.RECEIPT) for line in fit]
    post(entries, document=intake.number, by=taken.by, at=taken.at)
    _count_for_plan(intake, fit)
    for photograph in taken.given.get("photographs") or ():
        attach(intake, photograph, by=taken.by, at=taken.at, kind=AttachmentKind.PHOTO)


def _count_for_plan(intake, lines):
    if intake.plan_id:
        amounts = Counter()
        for line in lines:
            amounts[line.item_id] += line.accepted
        note_arrival(intake.plan, amounts)


@engine.after("intakes", "reject")
def reject(intake, taken):
    intake.inspector = taken.by
