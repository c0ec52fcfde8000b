"""Titles and additions of the diary. No Django, no clock."""

import re

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
