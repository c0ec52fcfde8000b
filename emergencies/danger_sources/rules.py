"""Whether the quantities of a unit make it a major danger source, and of which level (GB 18218). No Django, no clock."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

THREE_DECIMALS = Decimal("0.001")
TWO_DECIMALS = Decimal("0.01")
COUNTY, TOWNSHIP = 6, 9  # characters of a path


@dataclass(frozen=True)
class Held:
    """A substance as it is kept: its quantity and threshold in tonnes, and the weight of its nature (β)."""

    quantity: Decimal
    threshold: Decimal
    beta: Decimal


@dataclass(frozen=True)
class Thresholds:
    """From which R on a level begins; below `three` it is level four."""

    one: Decimal
    two: Decimal
    three: Decimal

    def __post_init__(self):
        if not 0 < self.three < self.two < self.one:
            raise ValueError("thresholds must rise from level three over two to one")


def ratio(held):
    """Σ q/Q, with three decimals: from 1 on the unit is a major danger source.

    >>> ratio([Held(Decimal(40), Decimal(50), Decimal("1.5")), Held(Decimal(40), Decimal(200), Decimal("1.5"))])
    Decimal('1.000')
    """
    return _exact(held, weighted=False).quantize(THREE_DECIMALS, rounding=ROUND_HALF_UP)


def is_major(held):
    """Whether the threshold is reached; judged by the exact sum, not by what it is rounded to."""
    return _exact(held, weighted=False) >= 1


def danger(held, alpha):
    """R = α · Σ β·q/Q, with two decimals."""
    return (alpha * _exact(held, weighted=True)).quantize(TWO_DECIMALS, rounding=ROUND_HALF_UP)


def _exact(held, *, weighted):
    return sum(((one.beta if weighted else 1) * one.quantity / one.threshold for one in held), Decimal(0))


def level_of(value, thresholds):
    """The level of an R of a major danger source, "1" the gravest.

    >>> level_of(Decimal(50), Thresholds(Decimal(100), Decimal(50), Decimal(10)))
    '2'
    """
    steps = ((thresholds.one, "1"), (thresholds.two, "2"), (thresholds.three, "3"))
    return next((level for start, level in steps if value >= start), "4")


def alpha_of(people, exposure: Sequence):
    """The weight of the people who may be hurt outside: `exposure` is (least number of people, α), in any order.

    >>> alpha_of(40, [[0, "0.5"], [1, "1.0"], [30, "1.2"], [50, "1.5"], [100, "2.0"]])
    Decimal('1.2')
    """
    return Decimal(max((row for row in exposure if people >= row[0]), key=lambda row: row[0])[1])
