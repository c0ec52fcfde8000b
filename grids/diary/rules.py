"""Titles, additions and weeks of the diary. No Django, no clock."""

import re
from datetime import timedelta

LONGEST_TITLE = 28


def title_of(kind_label, text):
    """The first sentence, shortened; the kind alone where there is none.

    >>> title_of("走访", "走访3号楼。共5户。")
    '走访3号楼'
    """
    first = re.split(r"[。！？!?\n；;]", text.strip(), maxsplit=1)[0].strip("，,、 ")
    if not first:
        return kind_label
    return first if len(first) <= LONGEST_TITLE else f"{first[: LONGEST_TITLE - 1]}…"


def with_addition(additions, text, *, day):
    """What was added later, each in a paragraph of its own with its day."""
    return "\n".join(part for part in (additions, f"{day:%Y-%m-%d}补充：{text.strip()}") if part)


def weeks_ending(first, last):
    """(Monday, Sunday) of the weeks whose Sunday lies between two days, the second not included.

    >>> [sunday.day for _monday, sunday in weeks_ending(date(2026, 11, 1), date(2026, 12, 1))]
    [1, 8, 15, 22, 29]
    """
    sunday = first + timedelta(days=6 - first.weekday())
    while sunday < last:
        yield sunday - timedelta(days=6), sunday
        sunday += timedelta(days=7)
