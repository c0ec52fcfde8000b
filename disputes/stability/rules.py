"""How grave a risk is, what the whole comes to, which result fits, what is lacking. No Django, no clock, no person."""

import re
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

CITY_TIME = ZoneInfo("Asia/Shanghai")
LEVELS = ("low", "medium", "high")
LEAST_RESULT = {"low": "go", "medium": "conditions", "high": "later"}  # practice of 稳评: a higher risk never simply goes ahead
RESULTS = ("go", "conditions", "later", "no")  # from the mildest to the strictest
COUNTS = ("in_favour", "conditional", "against")
PRIVATE = re.compile(r"(?<!\d)1[3-9]\d{9}(?!\d)|\d{17}[\dXx]")


def level_of(likelihood, effect, *, medium_from, high_from):
    """The level of likelihood × effect under a matrix.

    >>> level_of(3, 4, medium_from=5, high_from=12)
    'high'
    """
    product = likelihood * effect
    return "high" if product >= high_from else "medium" if product >= medium_from else "low"


def overall(levels):
    """The whole is as grave as its gravest point.

    >>> overall(["low", "medium"])
    'medium'
    """
    return max(levels, key=LEVELS.index, default="low")


def is_milder(result, level):
    """Whether a result asks for less than the level does: that needs a reason, asking for more does not.

    >>> is_milder("go", "medium"), is_milder("no", "low")
    (True, False)
    """
    return RESULTS.index(result) < RESULTS.index(LEAST_RESULT[level])


def counts_fault(people, counts):
    """Whether more opinions were counted than people were asked."""
    return sum(counts) > people


def lacking(*, collections, levels, measured, result):
    """What stands in the way of a conclusion: "opinions", "risks", "measures", or "" where nothing does.

    `levels` {key of a risk: its level before measures}, `measured` the keys that have a measure. What is not carried out needs none.
    """
    if not collections:
        return "opinions"
    if not levels:
        return "risks"
    open_risks = [key for key, level in levels.items() if level != "low" and key not in measured]
    return "measures" if open_risks and result in RESULTS[:2] else ""


def names_a_person(text):
    """Whether a summary holds a telephone or identity number: opinions are counted, nobody is named."""
    return bool(PRIVATE.search(text))


def start_of(day):
    return datetime.combine(day, time.min, tzinfo=CITY_TIME)


def end_of(day):
    """24:00 of a day, kept as the next day's 00:00."""
    return start_of(day + timedelta(days=1))


def paragraphs(text):
    """The lines of a text that say something, as a paper prints them."""
    return [line.strip() for line in text.splitlines() if line.strip()]
