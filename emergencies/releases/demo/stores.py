"""The warehouses of the demo with what lies in them: cards, batches, their first receipt and their counts, told in bulk."""

from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from django.db import transaction

from emergencies.catalogue.models import StockItem
from emergencies.catalogue.rules import expiry_of, months_on, rotation_of
from emergencies.intakes.models import IntakeLine, StockIntake
from emergencies.stockpiles.enums import Account, Cause
from emergencies.stockpiles.models import StockBalance, StockBatch, StockCard, StockMovement, Warehouse
from emergencies.stockpiles.rules import balances, standing
from emergencies.stockpiles.services import account, register_warehouse
from emergencies.stocktakes.models import Stocktake, StocktakeLine
from emergencies.venues.demo.names import landline
from emergencies.venues.demo.telling import Chronicle, in_office
from governance.calendar.services import current_calendar
from governance.deadlines.models import Limit
from governance.people.models import Office

STORES = (  # trade of the keeper, name at the city, name in a county ("" for none), what it keeps with the city's need
    ("emergency", "市救灾物资储备库", "{place}救灾物资库", (
        ("tent", 1200), ("cotton-coat", 6000), ("quilt", 6000), ("folding-bed", 3000), ("sleeping-bag", 800), ("stove", 600),
        ("generator", 40), ("lamp", 900), ("pump", 60), ("sandbag", 50000), ("life-jacket", 1500), ("snow-melt", 400000),
    )),
    ("health", "市防疫物资储备库", "", (
        ("mask-n95", 300000), ("mask-surgical", 1500000), ("suit", 40000), ("gloves", 400000), ("goggles", 20000), ("disinfectant", 60000),
        ("test-kit", 500000),
    )),
    ("development", "市粮油和生活物资储备库", "", (
        ("flour", 8000000), ("rice", 5000000), ("oil", 900000), ("diesel", 600000), ("water", 80000), ("noodles", 40000),
        ("pork", 1200000),
    )),
    ("farming", "市农牧应急物资库", "", (
        ("animal-disinfectant", 30000), ("animal-vaccine", 600000), ("seeds", 250000), ("vegetables", 900000),
    )),
)  # fmt: skip
OF_A_COUNTY, KINDS_OF_A_COUNTY = 8, 6  # a county keeps an eighth of the city's need, of its first six kinds
OPENED, RECENT, COUNTED = 320, 40, 170  # days ago
LONG = 18  # months from which on a thing keeps long
OVERDUE, SOON = 0.03, 0.12  # up to which draw the older batch should be rotated already, or within a month
DIFFERENCES = ((-2, "搬运破损，已报损。"), (-1, "上次出库少记一件。"), (1, "上次盘点漏点一件。"))


@dataclass
class Store:
    """What is told of all warehouses before it is written."""

    rng: Any
    at: Any
    people: dict  # key of an office → who acts there, two of them
    command: Any
    items: dict = field(default_factory=dict)
    batches: list = field(default_factory=list)
    lines: list = field(default_factory=list)
    counts: list = field(default_factory=list)
    moves: list = field(default_factory=list)  # (batch, source, target, quantity, cause, document, at, by)

    def __post_init__(self):
        limits = {limit.code: limit for limit in Limit.objects.valid(self.at)}
        self.items = {item.code: item for item in StockItem.objects.in_use()}
        told = [Chronicle(model, current_calendar(), limits, self.at) for model in (StockCard, StockIntake, Stocktake)]
        self.cards, self.intakes, self.stocktakes = told


def warehouses(rng):
    """[(warehouse, what it keeps)]: each department's own of the city, and one of every county's emergency management."""
    offices = Office.objects.in_use().filter(type="bureau", trade__in=[row[0] for row in STORES]).select_related("place")
    found, known = [], {(office.trade, office.place.level): [] for office in offices}
    for office in offices.order_by("place__path"):
        known[office.trade, office.place.level].append(office)
    for trade, of_city, of_county, kept in STORES:
        for office in known.get((trade, "city"), ()):
            found.append((_entered(rng, office, of_city), kept))
        for office in known.get((trade, "county"), ()) if of_county else ():
            smaller = tuple((code, need // OF_A_COUNTY) for code, need in kept[:KINDS_OF_A_COUNTY])
            found.append((_entered(rng, office, of_county.format(place=office.place.short_name)), smaller))
    return found


def _entered(rng, office, name):
    address = f"{office.place.short_name}工业大道{rng.randrange(3, 90)}号"
    return register_warehouse(office=office, place=office.place, name=name, address=address, work_phone=landline(rng))


def fill(store, house, kept):
    """One warehouse: its first receipt, a later one of what keeps for short, the cards of both, and the counts since."""
    people = store.people[house.office_id]
    lasting = [row for row in kept if (store.items[row[0]].shelf_months or LONG) >= LONG]
    short_lived = [row for row in kept if row not in lasting]
    found = receive(store, house, lasting, people, OPENED, ("takeover", house.office.name[:60])) if lasting else []
    if short_lived:
        receive(store, house, short_lived, people, RECENT, ("purchase", "中标供应商（政府采购）"))
    count(store, house, found, *people)


def receive(store, house, kept, people, days, origin):
    """One receipt, booked with its cards; returns what lies there by it."""
    keeper, colleague = people
    opened = in_office(store.at - timedelta(days=days, minutes=store.rng.randrange(900)), store.rng)
    names = "、".join(store.items[code].name for code, _need in kept)
    intake = StockIntake(
        title=f"{house.name} · {names}"[:60], warehouse=house, place=house.place, origin=origin[0], supplier=origin[1], registrar=keeper,
        inspector=colleague, office_ids=[*house.office_ids],
    )  # fmt: skip
    intake.hand_to(house.office)
    store.intakes.begin(intake, by=keeper, at=opened)
    accepted, found = opened + timedelta(hours=5), []
    store.intakes.take(intake, "accept", by=colleague, at=accepted)
    supplier, shelf = account(Account.SUPPLIER), account(Account.SHELF, house)
    for code, need in kept:
        lots = batches_of(store, store.items[code], need, intake, accepted)
        store.moves += [(batch, supplier, shelf, held, Cause.RECEIPT, intake.number, accepted, colleague) for batch, held in lots]
        found += lots
        open_card(store, house, store.items[code], need, lots, keeper, accepted)
    return found


def batches_of(store, item, need, intake, at):
    """Two batches that together hold somewhat more or less than is needed; now and then the older one is nearly over."""
    rng, found = store.rng, []
    held = round(need * rng.choices((0.62, 0.85, 1.0, 1.05, 1.1, 1.2), weights=(1, 2, 4, 5, 4, 3))[0])
    first = round(held * rng.uniform(0.3, 0.6))
    for number, quantity in enumerate((first, held - first), start=1):
        made = made_on(store, item, at, is_older=number == 1)
        expires = expiry_of(made, item.shelf_months)
        batch = StockBatch(
            item=item, lot=f"{made:%Y%m}-{number}", produced_on=made, expires_on=expires, receipt=intake.number, received_at=at,
            rotate_on=rotation_of(expires, item.rotate_months, made),
        )  # fmt: skip
        store.batches.append(batch)
        store.lines.append(
            IntakeLine(intake=intake, item=item, lot=batch.lot, produced_on=made, quantity=quantity, accepted=quantity, batch=batch)
        )
        found.append((batch, quantity))
    return found


def made_on(store, item, at, *, is_older):
    """When a batch was made, so that it is to be rotated some months from now: seldom soon, and hardly ever already."""
    if not item.shelf_months:
        return (at - timedelta(days=60)).date()
    most = max(1, item.shelf_months - item.rotate_months - ((store.at - at).days // 30 + 1))
    draw = store.rng.random() if is_older else 1
    left = 0 if draw < OVERDUE else 1 if draw < SOON else store.rng.randint(min(3, most), min(most, 30))
    day = months_on(store.at.date(), left + item.rotate_months - item.shelf_months)
    return min(day - timedelta(days=6 if left == 0 else 0), at.date() - timedelta(days=1))


def open_card(store, house, item, need, lots, keeper, at):
    """The card as the engine would have told it: opened, its need set, short or filled, its rotation dated."""
    days = [batch.rotate_on for batch, _held in lots if batch.rotate_on]
    card = StockCard(
        title=f"{item.name} · {house.name}"[:60], item=item, warehouse=house, place=house.place, command_ids=house.command_ids,
        office_ids=[*house.office_ids], need=need, on_hand=sum(held for _batch, held in lots),
        expires_on=min((batch.expires_on for batch, _held in lots if batch.expires_on), default=None), rotate_on=min(days, default=None),
    )  # fmt: skip
    card.hand_to(house.office)
    store.cards.begin(card, by=keeper, at=at)
    is_short = card.on_hand < need  # its need was raised not long ago
    settled = (
        max(at + timedelta(hours=2), store.at - timedelta(days=store.rng.choice((20, 45, 70, 115)))) if is_short else at + timedelta(days=3)
    )
    store.cards.take(card, "set_need", by=store.command, at=settled, note="市应急物资储备规划", need=need)
    store.cards.take(card, {"short": "fall_short", "kept": "fill_up"}[standing(need, card.on_hand)], by=None, at=settled)
    if card.rotate_on:
        card.dated_on = card.rotate_on
        store.cards.take(card, "date_rotation", by=None, at=settled)


def count(store, house, lots, keeper, colleague):
    """The half-yearly count with a difference here and there, and the one that is owed next."""
    first = in_office(store.at - timedelta(days=COUNTED + store.rng.randrange(30)), store.rng)
    made = _stocktake(store, house, store.at - timedelta(days=OPENED - 5))
    made.counter, made.counted_at = keeper, first
    store.stocktakes.take(made, "record", by=keeper, at=first)
    for batch, held in lots:
        change, reason = store.rng.choice(DIFFERENCES) if store.rng.random() < 0.08 and held > 10 else (0, "")
        store.counts.append(StocktakeLine(stocktake=made, batch=batch, book=held, counted=held + change, reason=reason))
        if change:
            made.differing += 1
            sides = (account(Account.DIFFERENCE), account(Account.SHELF, house))
            source, target = sides if change > 0 else sides[::-1]
            store.moves.append((batch, source, target, abs(change), Cause.COUNT, made.number, first + timedelta(days=1), colleague))
    store.stocktakes.take(made, "settle", by=colleague, at=first + timedelta(days=1))
    _stocktake(store, house, first + timedelta(days=1, hours=1))


def _stocktake(store, house, at):
    made = Stocktake(title=f"{house.name}盘点"[:60], warehouse=house, place=house.place, office_ids=[*house.office_ids])
    made.hand_to(house.office)
    return store.stocktakes.begin(made, by=None, at=at)


@transaction.atomic
def write(store):
    """All of it, in a few statements; balances and cards follow from the movements."""
    for told in (store.intakes, store.stocktakes):
        told.write()
    StockBatch.objects.bulk_create(store.batches)
    IntakeLine.objects.bulk_create(store.lines)
    StocktakeLine.objects.bulk_create(store.counts)
    StockMovement.objects.bulk_create(
        StockMovement(batch=batch, source=source, target=target, quantity=quantity, cause=cause, document=number, at=at, by=by)
        for batch, source, target, quantity, cause, number, at, by in sorted(store.moves, key=lambda row: row[6])
    )
    sides = {side.pk: side for row in store.moves for side in row[1:3]}
    sums = balances((batch.pk, source.pk, target.pk, quantity) for batch, source, target, quantity, *_rest in store.moves)
    StockBalance.objects.bulk_create(
        StockBalance(account=sides[side], batch_id=batch, quantity=held, bounded=sides[side].is_bounded)
        for (side, batch), held in sums.items()
    )
    changes = {}
    for batch, source, target, quantity, cause, *_rest in store.moves:
        if cause == Cause.COUNT:
            shelf, sign = (target, 1) if target.kind == Account.SHELF else (source, -1)
            key = shelf.warehouse_id, batch.item_id
            changes[key] = changes.get(key, 0) + sign * quantity
    for card in store.cards.cases:
        card.on_hand += changes.get((card.warehouse_id, card.item_id), 0)
    store.cards.write()
    return Warehouse.objects.count()
