"""Under which limit units answer, and how a follow-up stands on a day. No Django, no clock."""

LIMITS = {"inquiry": "reviews.answer"}
OPINIONS = "reviews.answer_opinion"


def answer_limit(kind):
    """The code of the limit for the answers: an inquiry sooner than an opinion that has to be carried out first."""
    return LIMITS.get(kind, OPINIONS)


def follow_up_stands(*, until, reported, done, today):
    """How a follow-up stands: "" where none was set, else done, reported, late, open.

    >>> from datetime import date
    >>> follow_up_stands(until=date(2026, 5, 1), reported=False, done=False, today=date(2026, 5, 2))
    'late'
    """
    if until is None:
        return ""
    if done:
        return "done"
    if reported:
        return "reported"
    return "late" if today > until else "open"


def still_asked(answered):
    """Keys of the units that still owe an answer, from (unit, whether answered) pairs, each once, in their order."""
    return list(dict.fromkeys(unit for unit, is_answered in answered if not is_answered))
