"""How many are too many: the mean of the months before, and the line that chance alone hardly crosses. No Django, no clock."""

from dataclasses import dataclass
from math import ceil, exp, lgamma, log, sqrt

LEAST_SHOWN = 5  # no cell below it is told of persons
FAR = 10  # standard deviations below the mean: what lies there adds nothing


@dataclass(frozen=True)
class Method:
    """`months` before are averaged; a count warns from `least` on, at `ratio` times what was expected, beyond `chance` (Poisson)."""

    months: int
    least: int
    chance: float
    ratio: float


@dataclass(frozen=True)
class Rising:
    """One warning with its inputs: the months before, what was expected of this one, the line, and what came."""

    key: tuple
    before: tuple
    expected: float
    line: int
    count: int

    @property
    def times(self):
        """How many times the expected; None where nothing was."""
        return self.count / self.expected if self.expected else None


def probability(count, mean):
    """Poisson: how likely exactly `count` is where `mean` is expected."""
    if mean <= 0:
        return 1.0 if count == 0 else 0.0
    return exp(count * log(mean) - mean - lgamma(count + 1))


def chance_line(mean, chance):
    """The smallest count that a Poisson number of this mean reaches with a probability below `chance`.

    >>> chance_line(4, 0.01)
    10
    """
    count = max(0, int(mean - FAR * sqrt(mean) - FAR))
    reached = 1.0  # how likely so many or more are
    while reached >= chance:
        reached -= probability(count, mean)
        count += 1
    return count


def warning_line(expected, method):
    """From which count on a place and matter are warned of."""
    return max(method.least, ceil(method.ratio * expected), chance_line(expected, method.chance))


def share_elapsed(*, begins, ends, counted_at):
    """Which part of a month the count covers, between 0 and 1.

    >>> from datetime import datetime
    >>> share_elapsed(begins=datetime(2026, 11, 1), ends=datetime(2026, 12, 1), counted_at=datetime(2026, 11, 16))
    0.5
    """
    return min(1.0, max(0.0, (counted_at - begins) / (ends - begins)))


def rising(counts, before, method, *, share):
    """The warnings, the strongest first. `counts` {key: this month's}, `before` {key: the months before, oldest first}."""
    found = []
    for key, count in counts.items():
        if count < method.least:
            continue
        earlier = tuple(before.get(key, ())) or (0,) * method.months
        expected = share * sum(earlier) / method.months
        line = warning_line(expected, method)
        if count >= line:
            found.append(Rising(key, earlier, expected, line, count))
    return sorted(found, key=lambda one: (one.line - one.count, one.key))


def suppressed(count):
    """A count of persons as it may be told: nothing below five."""
    return count if count >= LEAST_SHOWN else None


def parent_of(path):
    """The path of the place above; "" above the city."""
    return path[: {6: 4, 9: 6, 12: 9}.get(len(path), 0)]
