"""Sums and words of the grid reports. No Django, no clock."""

import re

LONGEST_TITLE = 28
MEDIATION, COMPLAINTS, HAZARDS, INCIDENTS = "mediation", "complaints", "hazards", "incidents"


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


CAME = {"raise": "raised", "return": "returned", "send": "sent_back"}  # the first word of a step → how it came


def came_by(step):
    """How a report comes by this step.

    >>> came_by("raise_to_township"), came_by("dispatch")
    ('raised', 'passed')
    """
    return CAME.get(step.partition("_")[0], "passed")


def kept_so_far(kept, was_kept):
    """Whether every station answered in time: one that did not is not made good by the next."""
    return kept is not False and was_kept


def in_words(answers):
    """The answers of a report as lines, for who reads no columns.

    >>> in_words([["停放数量", "3"]])
    '停放数量：3'
    """
    return "\n".join(f"{question}：{answer}" for question, answer in answers)


def field_name(kind_code, question_code):
    """The name of a question's field on the worker's page, where the questions of all kinds stand."""
    return f"q_{kind_code}_{question_code}"


def options_of(text):
    """One option a line, each once.

    >>> options_of("楼道 " + chr(10) + chr(10) + "通道" + chr(10) + "楼道")
    ['楼道', '通道']
    """
    return list(dict.fromkeys(line.strip() for line in text.splitlines() if line.strip()))
