"""How a venue is graded, what it lacks, and what a correction changed. No Django, no clock, and nobody's person in it."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from emergencies.standards.rules import ORDER

ONE_DECIMAL = Decimal("0.1")


class IncompleteAnswers(ValueError):
    """A factor has no answer, or one that is none of its options."""


@dataclass(frozen=True)
class Thresholds:
    """From which score on a grade begins; below `yellow` it is blue. Scores run from 0 to 100."""

    yellow: int
    orange: int
    red: int

    def __post_init__(self):
        if not 0 < self.yellow < self.orange < self.red <= 100:
            raise ValueError("thresholds must rise from yellow over orange to red")


@dataclass(frozen=True)
class FactorRule:
    """One factor: how much it weighs, and the points (0–100) of each of its options."""

    code: str
    weight: int
    points: Mapping[str, int]


def score(factors, answers):
    """The weighted mean of the points, 0 to 100 with one decimal. `answers` is {factor: option}; raises `IncompleteAnswers`."""
    missing = [factor.code for factor in factors if answers.get(factor.code) not in factor.points]
    if missing or not factors:
        raise IncompleteAnswers(", ".join(missing))
    total = sum(factor.weight * factor.points[answers[factor.code]] for factor in factors)
    mean = Decimal(total) / sum(factor.weight for factor in factors)
    return mean.quantize(ONE_DECIMAL, rounding=ROUND_HALF_UP)


def grade_of(value, thresholds):
    """The colour of a score: every score has exactly one."""
    if value >= thresholds.red:
        return "red"
    if value >= thresholds.orange:
        return "orange"
    return "yellow" if value >= thresholds.yellow else "blue"


def is_lowered(computed, final):
    """Whether the assessor goes below what was computed: that needs a reason, going above does not."""
    return ORDER.index(final) < ORDER.index(computed)


def floor_of(computed, standing):
    """The grade below which one goes only with a reason and a second person: what was computed or what stands, whichever is greater."""
    return max((computed, standing) if standing else (computed,), key=ORDER.index)


CROWDS = ((200, "under_200"), (1000, "under_1000"), (5000, "under_5000"))
LOW_FLOORS, TALL_FLOORS = 3, 10  # between them only the height of the building tells


def register_says(*, capacity, floors, lacking):
    """{factor: option} as far as the register of a venue answers the grading's questions, in the codes of its factors.

    >>> register_says(capacity=1800, floors=5, lacking=0)
    {'crowd': 'under_5000', 'equipment': 'complete'}
    """
    crowd = next((option for limit, option in CROWDS if capacity < limit), "over_5000")
    equipment = "complete" if not lacking else "partial" if lacking <= 2 else "lacking"
    building = {"building": "low"} if floors <= LOW_FLOORS else {"building": "tall"} if floors >= TALL_FLOORS else {}
    return {"crowd": crowd, "equipment": equipment} | building


def better_than(factors, answers, known):
    """The codes of the factors answered with fewer points than what is known gives them."""
    found = {factor.code: factor.points for factor in factors}
    asked = [code for code in known if code in found and known[code] in found[code] and answers.get(code) in found[code]]
    return [code for code in asked if found[code][answers[code]] < found[code][known[code]]]


def missing_equipment(required, kept):
    """The codes a venue of its kind must keep and does not, in the order of the list."""
    return [code for code in required if code not in set(kept)]


def changes(before, after, labels):
    """What a correction changed, in words: `容纳人数：500 → 800`. Only what `labels` names is looked at."""
    told = [
        f"{label}：{_said(before.get(name))} → {_said(after.get(name))}"
        for name, label in labels.items()
        if name in after and _said(before.get(name)) != _said(after.get(name))
    ]
    return "；".join(told)


def _said(value):
    if value is None or value == "" or value == []:
        return "（空）"
    return "、".join(map(str, value)) if isinstance(value, (list, tuple)) else str(value)
