"""Gives release orders, and moves the goods as they are picked, sent, received and returned.

The shelf is taken from at the picking, under the lock of its cards: of many orders at one moment each takes what is still there.
"""

from collections import Counter

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from emergencies.catalogue.services import commands
from emergencies.releases.enums import OUTWARD, Purpose, State
from emergencies.releases.models import ReleaseLine, ReleaseOrder, ReleasePick
from emergencies.stockpiles.enums import Account, Cause
from emergencies.stockpiles.models import StockBalance
from emergencies.stockpiles.rules import differing
from emergencies.stockpiles.services import Entry, account, lock_cards, post, take_first
from governance.cases.services import next_number
from governance.flow import engine

HELD_IN = {  # where the goods of an order are by its state
    State.PICKED: Account.PICKED,
    State.OUT: Account.TRANSIT,
    State.RECEIVED: Account.IN_USE,
}
GONE_TO = {Purpose.USE: Account.CONSUMED, Purpose.ROTATE: Account.ROTATED, Purpose.SCRAP: Account.SCRAPPED}


def order(*, warehouse, purpose, lines, by, at, basis, reason, receiver=None, destination=None, submission=None, **facts):
    """Give an order: `lines` are {item, quantity}. Art. 37: the department of emergency management of the area alone; else `StepRefused`.

    The same `submission` never orders twice.
    """
    if earlier := _earlier(submission):
        return earlier
    if not commands(by, warehouse.place_path):
        raise engine.StepRefused(_("动用指令由应急管理部门下达。"))
    receiver = destination.office if destination else None if purpose in OUTWARD else receiver
    wanted = Counter()
    for line in lines:
        wanted[line["item"]] += line["quantity"]
    made = ReleaseOrder(
        title=_title(wanted), warehouse=warehouse, destination=destination, receiver=receiver, purpose=purpose, basis=basis,
        reason=reason, commander=by.acting_post.office, commanded_by=by, place=(receiver or warehouse).place, submission=submission,
        office_ids=[*dict.fromkeys([by.acting_post.office_id, *warehouse.command_ids, *([receiver.pk] if receiver else [])])], **facts,
    )  # fmt: skip
    made.hand_to(warehouse.office)
    try:
        with transaction.atomic():
            made.number = next_number(at=at)
            engine.begin(made, by=by, at=at)
            ReleaseLine.objects.bulk_create(ReleaseLine(order=made, item=item, quantity=quantity) for item, quantity in wanted.items())
            return made
    except IntegrityError:  # the same form at the same moment
        if earlier := _earlier(submission):
            return earlier
        raise


def _earlier(submission):
    return ReleaseOrder.objects.filter(submission=submission).first() if submission else None


def _title(wanted):
    return "、".join(f"{item.name}{quantity}{item.unit}" for item, quantity in wanted.items())[:60]


@engine.after("releases", "pick")
def pick(made, taken):
    """What expires first goes first, and what has expired is only scrapped; the cards are locked before anything is counted."""
    house, lines = made.warehouse, [*made.lines.select_related("item")]
    lock_cards([house.pk], [line.item_id for line in lines], at=taken.at)
    shelf, picked, entries = account(Account.SHELF, house), account(Account.PICKED, house), []
    for line in lines:
        for batch, quantity in take_first(house, line.item, line.quantity, good_on=good_on(made.purpose, at=taken.at)):
            entries.append(Entry(batch, shelf, picked, quantity, Cause.PICK))
    post(entries, document=made.number, by=taken.by, at=taken.at)
    ReleasePick.objects.bulk_create(ReleasePick(order=made, batch=one.batch, quantity=one.quantity) for one in entries)


def good_on(purpose, *, at):
    """The day goods must be good on for a purpose; None where it does not matter."""
    return None if purpose == Purpose.SCRAP else timezone.localdate(at)


@engine.after("releases", "withdraw")
def put_back(made, taken):
    """What was picked already goes back to its shelf."""
    shelf, picked = account(Account.SHELF, made.warehouse), account(Account.PICKED, made.warehouse)
    _move(made, taken, [Entry(one.batch, picked, shelf, one.quantity, Cause.PUT_BACK) for one in _picks(made)])


@engine.after("releases", "send")
def send(made, taken):
    source, target = account(Account.PICKED, made.warehouse), account(Account.TRANSIT)
    _move(made, taken, [Entry(one.batch, source, target, one.quantity, Cause.OUT) for one in _picks(made)])


@engine.after("releases", "receive")
def receive(made, taken):
    """What arrived is signed for; what did not is explained, and booked as lost on the way."""
    amounts, entries, picks = taken.given["amounts"] or {}, [], _picks(made)
    transit, lost, target = account(Account.TRANSIT), account(Account.DIFFERENCE), _arrives_at(made)
    for one in picks:
        one.received = amounts.get(one.pk, one.quantity)
        if not 0 <= one.received <= one.quantity:
            raise engine.StepRefused(_("签收数量不能超过出库数量。"))
        arrived, missing = one.received, one.quantity - one.received
        entries += [Entry(one.batch, transit, target, arrived, Cause.ARRIVAL)] if arrived else []
        entries += [Entry(one.batch, transit, lost, missing, Cause.LOST)] if missing else []
    if any(one.received < one.quantity for one in picks) and not taken.note.strip():
        raise engine.StepRefused(_("签收数量少于出库数量的，请写明原因。"))
    ReleasePick.objects.bulk_update(picks, ["received"])
    _move(made, taken, entries)


def _arrives_at(made):
    """The account goods enter when they are signed for."""
    if made.purpose == Purpose.TRANSFER:
        return account(Account.SHELF, made.destination)
    return account(Account.IN_USE if made.purpose == Purpose.USE else GONE_TO[made.purpose])


@engine.after("releases", "give_back")
def give_back(made, taken):
    """What comes back is looked at and goes on the shelf again."""
    amounts, picks = taken.given["amounts"] or {}, _picks(made)
    back = {one: amounts.get(one.pk, 0) for one in picks if amounts.get(one.pk)}
    if not back:
        raise engine.StepRefused(_("请填写归还数量。"))
    if any(not 0 < quantity <= one.out for one, quantity in back.items()):
        raise engine.StepRefused(_("归还数量不能超过尚未归还的数量。"))
    source, shelf = account(Account.IN_USE), account(Account.SHELF, made.warehouse)
    for one, quantity in back.items():
        one.returned += quantity
    ReleasePick.objects.bulk_update(back, ["returned"])
    _move(made, taken, [Entry(one.batch, source, shelf, quantity, Cause.RETURN) for one, quantity in back.items()])


@engine.after("releases", "close")
def close(made, taken):
    """What was given out for use and did not come back is used up."""
    if made.purpose == Purpose.USE:
        source, target = account(Account.IN_USE), account(Account.CONSUMED)
        _move(made, taken, [Entry(one.batch, source, target, one.out, Cause.USED) for one in _picks(made) if one.out])


def _picks(made):
    return [*made.picks.select_related("batch__item")]


def _move(made, taken, entries):
    if entries:
        post(entries, document=made.number, by=taken.by, at=taken.at)


def check():
    """What differs between the orders and where their goods lie, as sentences in English; none where all is right."""
    wanted = Counter()
    picks = ReleasePick.objects.filter(order__state__in=HELD_IN).select_related("order")
    for one in picks.iterator(chunk_size=2000):
        place, state = HELD_IN[one.order.state], one.order.state
        if state == State.RECEIVED and one.order.purpose != Purpose.USE:
            continue
        house = one.order.warehouse_id if place == Account.PICKED else 0
        wanted[place, house, one.batch_id] += one.out if state == State.RECEIVED else one.quantity
    rows = StockBalance.objects.filter(account__kind__in=HELD_IN.values(), quantity__gt=0)
    books = {
        (kind, house or 0, batch): held
        for kind, house, batch, held in rows.values_list("account__kind", "account__warehouse", "batch", "quantity")
    }
    sums = {key: quantity for key, quantity in wanted.items() if quantity}
    return [
        f"{kind} of warehouse {house or '-'}, batch {batch}: balance {book}, orders {said}"
        for (kind, house, batch), book, said in differing(books, sums)
    ]
