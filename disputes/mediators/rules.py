"""Where a committee may lie, what two choices amount to, and which telephone everyone may read. No Django, no clock."""

import re

LEVELS = {"village": ("village",), "township": ("township",), "trade": ("county", "city")}
SEATS = range(3, 10)  # members of a committee, 人民调解法 §8
MOBILE = re.compile(r"^1[3-9]\d{9}$")


def level_fits(kind, level):
    """Whether a committee of this kind can stand at a place of this level.

    >>> level_fits("trade", "county"), level_fits("village", "township")
    (True, False)
    """
    return level in LEVELS.get(kind, ())


def is_mobile(number):
    """A number of one person rather than of an office; `number` holds digits alone."""
    return bool(MOBILE.match(number))


def agreed(choices):
    """The key both sides named, or None; `choices` is {side: key}.

    >>> agreed({"applicant": 4, "respondent": 4}), agreed({"applicant": 4}), agreed({"applicant": 4, "respondent": 5})
    (4, None, None)
    """
    named = set(choices.values())
    return named.pop() if len(choices) > 1 and len(named) == 1 else None


def takes(kind, specialities):
    """Whether a mediator of these specialities takes a dispute of the kind; who names none takes all."""
    return not specialities or kind in specialities


def share(part, whole):
    """A share in percent, or None of nothing."""
    return round(100 * part / whole) if whole else None
