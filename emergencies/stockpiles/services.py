"""Moves goods by double entry, keeps cards in step with what lies on the shelves, and proves that the books are right.

Whoever moves goods locks the cards first, in the order of their keys, then the balances: no two wait for each other.
"""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import Min, Sum
from django.utils.translation import gettext as _

from emergencies.catalogue.rules import expiry_of, rotation_of
from emergencies.catalogue.services import acting_office, command_ids
from emergencies.stockpiles import terms
from emergencies.stockpiles.enums import OF_WAREHOUSE, Account, State
from emergencies.stockpiles.models import StockAccount, StockBalance, StockBatch, StockCard, StockMovement, Warehouse
from emergencies.stockpiles.rules import Lacking, Lot, balances, differing, first_expiring, is_good, standing
from governance.cases.services import next_number
from governance.deadlines.models import Limit
from governance.flow import engine
from governance.flow.table import SYSTEM
from governance.web.formats import thin

AT_A_TIME = 200


@dataclass(frozen=True)
class Entry:
    """So much of a batch from one account to another."""

    batch: Any
    source: StockAccount
    target: StockAccount
    quantity: int
    cause: str


def account(kind, warehouse=None):
    """The account of that kind, made on first use."""
    return StockAccount.objects.get_or_create(kind=kind, warehouse=warehouse if kind in OF_WAREHOUSE else None)[0]


def register_warehouse(*, office, place, **facts):
    """Enter a warehouse of an office; the departments of emergency management see it. `facts`: name, address, work_phone."""
    commanding = command_ids(place.path)
    made = Warehouse(office=office, place=place, place_path=place.path, command_ids=commanding, **facts)
    made.office_ids = [*dict.fromkeys([office.pk, *commanding])]
    made.save()
    return made


@transaction.atomic
def open_card(warehouse, item, *, by, at, need=0, note=""):
    """The card of an item at a warehouse; the one that stands, where there is one. A `need` is given only where a history is told."""
    if standing_card := StockCard.objects.ongoing().filter(warehouse=warehouse, item=item).first():
        return standing_card
    card = StockCard(
        title=f"{item.name} · {warehouse.name}"[:60], item=item, warehouse=warehouse, place=warehouse.place, need=need,
        command_ids=warehouse.command_ids, office_ids=[*warehouse.office_ids],
    )  # fmt: skip
    card.hand_to(warehouse.office)
    try:
        with transaction.atomic():
            card.number = next_number(at=at)
            engine.begin(card, by=by, at=at, note=note)
    except IntegrityError:  # somebody else's first receipt at the same moment
        return StockCard.objects.ongoing().get(warehouse=warehouse, item=item)
    return refresh(card, at=at)


def lock_cards(warehouse_ids, items, *, at, by=SYSTEM):
    """The cards of these items at these warehouses, locked in the order of their keys; {(warehouse, item): card}."""
    rows = StockCard.objects.ongoing().filter(warehouse__in=warehouse_ids, item__in=items)
    locked = rows.select_for_update(of=("self",)).select_related("item", "warehouse").order_by("pk")
    return {(card.warehouse_id, card.item_id): card for card in locked}


@transaction.atomic
def post(entries, *, document, by, at):
    """Write movements with their balances and bring the cards in step. Raises `StepRefused` where a shelf would fall below zero."""
    touched = {}
    for entry in entries:
        for side in (entry.source, entry.target):
            if side.kind == Account.SHELF:
                touched[side.warehouse_id, entry.batch.item_id] = (side.warehouse, entry.batch.item)
    for warehouse, item in touched.values():
        open_card(warehouse, item, by=SYSTEM, at=at)
    cards = lock_cards({key[0] for key in touched}, {key[1] for key in touched}, at=at)
    keep_balances(entries)
    author = None if by == SYSTEM else by
    StockMovement.objects.bulk_create(
        StockMovement(
            batch=one.batch,
            source=one.source,
            target=one.target,
            quantity=one.quantity,
            cause=one.cause,
            document=document,
            at=at,
            by=author,
        )
        for one in entries
    )
    for key in touched:
        refresh(cards[key], at=at)


def keep_balances(entries):
    """Add the movements up into the balances they touch, locked in the order of their keys."""
    moved = balances((one.batch.pk, one.source.pk, one.target.pk, one.quantity) for one in entries)
    sides = {side.pk: side for one in entries for side in (one.source, one.target)}
    StockBalance.objects.bulk_create(
        [StockBalance(account_id=side, batch_id=batch, bounded=sides[side].is_bounded) for side, batch in moved], ignore_conflicts=True
    )
    rows = StockBalance.objects.select_for_update(of=("self",)).filter(
        account__in={side for side, _batch in moved}, batch__in={batch for _side, batch in moved}
    )
    changed = []
    for row in rows.order_by("pk"):
        row.quantity += moved.get((row.account_id, row.batch_id), 0)
        if row.bounded and row.quantity < 0:
            raise engine.StepRefused(_("库存不足，请核对后重新办理。"))
        changed.append(row)
    StockBalance.objects.bulk_update(changed, ["quantity"])


def on_shelf(warehouse, item):
    """The balances of an item on a warehouse's shelf, what expires first first."""
    rows = StockBalance.objects.filter(account__kind=Account.SHELF, account__warehouse=warehouse, batch__item=item, quantity__gt=0)
    return rows.select_related("batch").order_by("batch__expires_on", "batch_id")


def held_at(warehouse, items, *, good_on=None):
    """{key of an item: how much of it lies in a warehouse}; `good_on`: without what has expired by that day."""
    rows = StockBalance.objects.filter(account__kind=Account.SHELF, account__warehouse=warehouse, batch__item__in=items, quantity__gt=0)
    if good_on:
        rows = rows.exclude(batch__expires_on__lt=good_on)
    return dict(rows.order_by().values_list("batch__item").annotate(Sum("quantity")))


def take_first(warehouse, item, wanted, *, good_on=None):
    """[(batch, quantity)] that go first; the caller holds the card locked. Raises `StepRefused`, naming what is missing.

    `good_on`: what has expired by that day stays on the shelf.
    """
    shelf = [*on_shelf(warehouse, item)]
    rows = {row.batch_id: row for row in shelf if good_on is None or is_good(row.batch.expires_on, good_on)}
    try:
        chosen = first_expiring([Lot(key, row.batch.expires_on, row.quantity) for key, row in rows.items()], wanted)
    except Lacking as lacking:
        facts = {"warehouse": warehouse.name, "item": item.name, "missing": thin(lacking.missing), "unit": item.unit}
        told = _("%(warehouse)s的%(item)s库存不足，还差 %(missing)s %(unit)s。") % facts
        past = sum(row.quantity for row in shelf if row.batch_id not in rows)
        left = _("另有 %(past)s %(unit)s已过期，只能报废。") % {"past": thin(past), "unit": item.unit} if past else ""
        raise engine.StepRefused(f"{told}{left}") from None
    return [(rows[key].batch, quantity) for key, quantity in chosen.items()]


def new_batch(item, *, lot, produced_on, expires_on, receipt, at):
    """A batch with its days; what the maker does not say follows from the catalogue."""
    expires = expires_on or expiry_of(produced_on, item.shelf_months)
    return StockBatch.objects.create(
        item=item, lot=lot, produced_on=produced_on, expires_on=expires, receipt=receipt, received_at=at,
        rotate_on=rotation_of(expires, item.rotate_months, produced_on),
    )  # fmt: skip


def refresh(card, *, at):
    """Bring a card in step with its shelf: quantity, days, state and clocks. Returns it as it stands then."""
    shelf = (
        on_shelf(card.warehouse_id, card.item_id)
        .order_by()
        .aggregate(on_hand=Sum("quantity", default=0), expires_on=Min("batch__expires_on"), rotate_on=Min("batch__rotate_on"))
    )
    if any(getattr(card, name) != value for name, value in shelf.items()):
        StockCard.objects.filter(pk=card.pk).update(**shelf)
        for name, value in shelf.items():
            setattr(card, name, value)
    steps = {State.SHORT: "fall_short", State.KEPT: "fill_up", State.EMPTY: "run_out"}
    wanted = State(standing(card.need, card.on_hand))
    if card.state != wanted:
        card = engine.take(card, steps[wanted], by=SYSTEM, at=at)
    if card.dated_on != card.rotate_on:
        card = engine.take(card, rotation_step(card.dated_on, card.rotate_on), by=SYSTEM, at=at)
    return card


def rotation_step(before, now):
    """What a new first day of rotation means for the clock: none left, the first batch is rotated, or an earlier one came in."""
    if now is None:
        return "end_rotation"
    return "put_off_rotation" if before and now > before else "date_rotation"


@engine.after("stockpiles", "date_rotation", "put_off_rotation", "end_rotation")
def note_rotation(card, taken):
    card.dated_on, card.expiring = card.rotate_on, False


@engine.after("stockpiles", "near_expiry")
def mark_expiring(card, taken):
    card.expiring = True


@engine.unless("stockpiles", "end")
def is_not_empty(card):
    """A card ends when nothing lies there any more."""
    return _("还有库存 %(on_hand)s %(unit)s，不能撤销。") % {"on_hand": card.on_hand, "unit": card.item.unit} if card.on_hand else ""


@transaction.atomic
def set_need(card, need, *, by, at, note, version=None):
    """Art. 37 para 1: the department of emergency management sets how much must lie there; the card stands anew by it."""
    return refresh(engine.take(card, "set_need", by=by, at=at, note=note, version=version, need=need), at=at)


def mark_near(*, at):
    """Mark the cards whose first batch is to be rotated soon; returns how many. Safe to run twice."""
    day = (at + timedelta(days=Limit.objects.current([terms.NEAR], at=at)[terms.NEAR].amount)).date()
    rows = StockCard.objects.ongoing().filter(expiring=False, rotate_on__lte=day).order_by("pk")[:AT_A_TIME]
    return sum(_mark(card, at=at) for card in rows)


def _mark(card, *, at):
    try:
        return bool(engine.take(card, "near_expiry", by=SYSTEM, at=at, version=card.version))
    except engine.StepRefused:  # it moved on meanwhile
        return False


def warehouses_of(user, rows):
    """Those of the warehouses the person's own office keeps."""
    office = acting_office(user)
    return rows.filter(office=office) if office else rows.none()


def check():
    """What differs between movements, balances and cards, as sentences in English; none where the books are right.

    Reads everything in one transaction that sees one moment.
    """
    movements = StockMovement.objects.values_list("batch_id", "source_id", "target_id", "quantity").iterator(chunk_size=5000)
    books = {(side, batch): held for side, batch, held in StockBalance.objects.values_list("account_id", "batch_id", "quantity") if held}
    found = [
        f"account {side}, batch {batch}: balance {book}, movements {moved}"
        for (side, batch), book, moved in differing(books, balances(movements))
    ]
    return found + _wrong_bounds() + _wrong_cards()


def _wrong_bounds():
    rows = StockBalance.objects.select_related("account")
    return [f"balance {row.pk} may fall below zero" for row in rows if row.bounded != row.account.is_bounded]


def _wrong_cards():
    """Cards that say something else than their shelf does, and shelves without a card."""
    shelves = StockBalance.objects.filter(account__kind=Account.SHELF, quantity__gt=0).order_by()
    sums = {(house, item): held for house, item, held in shelves.values_list("account__warehouse", "batch__item").annotate(Sum("quantity"))}
    cards = {(house, item): held for house, item, held in StockCard.objects.ongoing().values_list("warehouse", "item", "on_hand") if held}
    return [f"warehouse {house}, item {item}: card {card}, shelf {shelf}" for (house, item), card, shelf in differing(cards, sums)]
