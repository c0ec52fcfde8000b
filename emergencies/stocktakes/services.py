"""Opens the counts warehouses owe, takes down what was found, and books the differences."""

from django.db import IntegrityError, transaction
from django.db.models import Exists, OuterRef
from django.utils.translation import gettext as _

from emergencies.stockpiles.enums import Account, Cause
from emergencies.stockpiles.models import StockBalance, StockCard, Warehouse
from emergencies.stockpiles.services import Entry, account, post
from emergencies.stocktakes.models import Stocktake, StocktakeLine
from governance.cases.services import next_number
from governance.flow import engine
from governance.flow.table import SYSTEM


def open_count(warehouse, *, at):
    """The count a warehouse owes from `at` on; the one that stands, where there is one."""
    if standing := Stocktake.objects.ongoing().filter(warehouse=warehouse).first():
        return standing
    stocktake = Stocktake(
        title=_("%(name)s盘点") % {"name": warehouse.name}, warehouse=warehouse, place=warehouse.place, office_ids=[*warehouse.office_ids]
    )
    stocktake.hand_to(warehouse.office)
    try:
        with transaction.atomic():
            stocktake.number = next_number(at=at)
            return engine.begin(stocktake, by=SYSTEM, at=at)
    except IntegrityError:  # somebody else at the same moment
        return Stocktake.objects.ongoing().get(warehouse=warehouse)


def open_due(*, at):
    """Open the counts of warehouses that owe one and have none, and drop those of warehouses out of use. Safe to run twice."""
    running = Stocktake.objects.ongoing().filter(warehouse=OuterRef("pk"))
    owing = Warehouse.objects.in_use().filter(~Exists(running)).select_related("place", "office").order_by("pk")
    opened = [open_count(warehouse, at=at) for warehouse in owing]
    idle = Stocktake.objects.ongoing().filter(warehouse__active=False).order_by("pk")
    return len(opened) + sum(_dropped(stocktake, at=at) for stocktake in idle)


def _dropped(stocktake, *, at):
    try:
        return bool(engine.take(stocktake, "drop", by=SYSTEM, at=at))
    except engine.StepRefused:  # settled meanwhile
        return False


def shelf_of(warehouse):
    """What should lie in a warehouse, batch by batch."""
    rows = StockBalance.objects.filter(account__kind=Account.SHELF, account__warehouse=warehouse, quantity__gt=0)
    return rows.select_related("batch__item").order_by("batch__item__category", "batch__item", "batch__expires_on", "batch_id")


@engine.after("stocktakes", "record")
def take_down(stocktake, taken):
    """What was found beside the book of this moment, the shelf locked; `counted` is {batch's key: (quantity, reason)}."""
    [*StockCard.objects.ongoing().filter(warehouse=stocktake.warehouse_id).select_for_update(of=("self",)).order_by("pk")]
    found, lines = taken.given["counted"] or {}, []
    for row in shelf_of(stocktake.warehouse_id):
        if row.batch_id not in found:
            raise engine.StepRefused(_("%(item)s %(lot)s 还没有盘点。") % {"item": row.batch.item.name, "lot": row.batch.lot})
        counted, reason = found[row.batch_id]
        if counted != row.quantity and not reason:
            raise engine.StepRefused(_("%(item)s %(lot)s 与账面不符，请写明原因。") % {"item": row.batch.item.name, "lot": row.batch.lot})
        lines.append(StocktakeLine(stocktake=stocktake, batch=row.batch, book=row.quantity, counted=counted, reason=reason))
    stocktake.lines.all().delete()
    StocktakeLine.objects.bulk_create(lines)
    stocktake.counter = None if taken.by == SYSTEM else taken.by
    stocktake.counted_at, stocktake.differing = taken.at, sum(line.counted != line.book for line in lines)


@engine.after("stocktakes", "settle")
def book_differences(stocktake, taken):
    """Book what was found over or short; the next count is owed from the moment this one was made."""
    shelf, difference = account(Account.SHELF, stocktake.warehouse), account(Account.DIFFERENCE)
    entries = [_entry(line, shelf, difference) for line in stocktake.lines.select_related("batch__item") if line.difference]
    if entries:
        post(entries, document=stocktake.number, by=taken.by, at=taken.at)


def _entry(line, shelf, difference):
    sides = (difference, shelf) if line.difference > 0 else (shelf, difference)
    return Entry(line.batch, *sides, abs(line.difference), Cause.COUNT)


@engine.after("stocktakes", "count_again")
def begin_anew(stocktake, taken):
    stocktake.counted_at, stocktake.differing = None, 0
