"""Sums and words of the grid reports. No Django, no clock."""

import re

LONGEST_TITLE = 28
MEDIATION, COMPLAINTS = "mediation", "complaints"


def title_of(kind_label, text):
    """A title from the first sentence; where nothing was written (a photograph says it), the kind alone."""
    first = re.split(r"[。！？!?\n；;]", text.strip(), maxsplit=1)[0].strip("，,、 ")
    if not first:
        return kind_label
    return first if len(first) <= LONGEST_TITLE else f"{first[: LONGEST_TITLE - 1]}…"


def kinds_in_order(codes, recent):
    """The kinds a worker chose last come first, the rest in the order of the table.

    >>> kinds_in_order(["a", "b", "c"], ["c", "c", "x"])
    ['c', 'a', 'b']
    """
    first = [code for code in dict.fromkeys(recent) if code in codes]
    return [*first, *(code for code in codes if code not in first)]


def kept_so_far(kept, was_kept):
    """Whether every station answered in time: one that did not is not made good by the next."""
    return kept is not False and was_kept
