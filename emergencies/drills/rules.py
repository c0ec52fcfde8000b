"""How often a venue must drill, and whether a drill was held in time. No Django, no clock."""

from dataclasses import dataclass

NOMINAL_DAYS = {"days": 1, "working_days": 7 / 5, "months": 365.2425 / 12, "years": 365.2425}


class NoRule(LookupError):
    """No rule applies: then nothing is owed, and nobody may be told so by mistake."""


@dataclass(frozen=True)
class Interval:
    """A rule that applies, and how long its limit is."""

    rule: str
    amount: int
    unit: str

    @property
    def length(self):
        """Its nominal length in days: enough to tell which of two limits is the shorter."""
        return self.amount * NOMINAL_DAYS[self.unit]


def shortest(intervals):
    """The interval that binds: the shortest of those that apply. Of equal ones, the first by name. Raises `NoRule`."""
    if not intervals:
        raise NoRule("no drill rule applies")
    return min(intervals, key=lambda interval: (interval.length, interval.rule))


def was_kept(held_at, due_at):
    """Whether the drill took place by the end of its limit, whenever it was entered."""
    return held_at <= due_at


def is_credible(held_at, *, since, at):
    """A drill is entered after it was held, and counts for the obligation that stood then."""
    return since <= held_at <= at
