"""Which batches are taken first, what is lacking, and whether the books are right. No Django, no clock."""

from collections import Counter
from collections.abc import Hashable
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Lot:
    """So much of a batch on a shelf; `expires` is None for what does not expire."""

    key: Hashable
    expires: date | None
    quantity: int


class Lacking(ValueError):
    """The shelves hold less than is wanted; `missing` says how much less."""

    def __init__(self, missing):
        super().__init__(f"{missing} missing")
        self.missing = missing


def first_expiring(lots, wanted):
    """{key of a lot: how much of it}: what expires first goes first, what does not expire last. Raises `Lacking`, and then nothing goes.

    >>> first_expiring([Lot("b", date(2027, 1, 1), 5), Lot("a", date(2026, 1, 1), 2)], 4)
    {'a': 2, 'b': 2}
    """
    found, left = {}, wanted
    for lot in sorted(lots, key=lambda lot: (lot.expires is None, lot.expires or date.max)):
        if taken := min(lot.quantity, left):
            found[lot.key] = taken
            left -= taken
    if left:
        raise Lacking(left)
    return found


def is_good(expires, on):
    """Whether what expires on a day may still be given out on another; what does not expire always may.

    >>> is_good(date(2026, 1, 2), date(2026, 1, 2)), is_good(date(2026, 1, 1), date(2026, 1, 2)), is_good(None, date(2026, 1, 2))
    (True, False, True)
    """
    return expires is None or expires >= on


def standing(need, on_hand):
    """Where a card stands by its quantities.

    >>> standing(10, 9), standing(10, 10), standing(0, 0), standing(0, 3)
    ('short', 'kept', 'empty', 'kept')
    """
    if on_hand < need:
        return "short"
    return "kept" if on_hand else "empty"


def to_buy(need, stock, leaving=0):
    """How much is to be bought (需求－库存＝购置): need less stock, without what leaves by rotation meanwhile; never below zero.

    >>> to_buy(100, 80, 30), to_buy(100, 130)
    (50, 0)
    """
    return max(0, need - max(0, stock - leaving))


def balances(movements):
    """{(account, batch): quantity} of (batch, source, target, quantity) rows, without what is zero."""
    found = Counter()
    for batch, source, target, quantity in movements:
        found[source, batch] -= quantity
        found[target, batch] += quantity
    return {key: quantity for key, quantity in found.items() if quantity}


def differing(books, sums):
    """[(key, what the book says, what the movements say)] where the two are not equal, in the order of the keys."""
    return [(key, books.get(key, 0), sums.get(key, 0)) for key in sorted({*books, *sums}) if books.get(key, 0) != sums.get(key, 0)]
