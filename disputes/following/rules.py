"""What of the leading case its followers are told, and how many people they are. No Django, no clock."""

TOLD_STEPS = frozenset({"dispatch", "sign", "progress", "grant_extension", "return_for_rework", "reply", "answer_parts"})
TOLD_NOTES = frozenset({"progress", "grant_extension", "reply", "answer_parts"})  # written by an office, for whoever asked
ANSWERS = frozenset({"reply", "answer_parts"})
ANSWERED = frozenset({"replied", "called_back"})


def heard_from(*, state, version, last_answer):
    """The number of the lead's event up to which a new follower need not be told: all of them, but for an answer that stands already."""
    return last_answer - 1 if state in ANSWERED and last_answer else version


def people(indexes):
    """How many people stand behind complaints with these telephones; without one (""), each is a person of its own.

    >>> people(["a", "b", "a", "", ""])
    4
    """
    known = [index for index in indexes if index]
    return len(set(known)) + len(indexes) - len(known)
