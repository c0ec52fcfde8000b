"""Who sends what, under which limit a unit answers, and who judges the answer. No Django, no clock."""

KINDS = {"commission": "supervisory", "court": "judicial", "procuratorate": "procuratorial"}  # trade of an office → what it sends
LIMITS = {"supervisory": "recommendations.answer", "judicial": "recommendations.answer_judicial",
          "procuratorial": "recommendations.answer_procuratorial"}  # fmt: skip
URGENT, AGAIN = "recommendations.answer_urgent", "recommendations.answer_again"


def kind_of(trade):
    """The kind an office of this trade sends; "" for one that sends none.

    >>> kind_of("procuratorate"), kind_of("housing")
    ('procuratorial', '')
    """
    return KINDS.get(trade, "")


def answer_limit(kind, *, urgent, rounds):
    """The code of the limit within which the unit answers: after a refusal the short one, an urgent one sooner than its kind's own."""
    if rounds:
        return AGAIN
    return URGENT if urgent else LIMITS[kind]


def reaches(sender, unit):
    """Whether a body at the path `sender` may address a unit at the path `unit`: in its own area, its own level included.

    >>> reaches("150102", "150102001"), reaches("150102", "1501")
    (True, False)
    """
    return unit.startswith(sender)


def service_faults(*, way, receiver):
    """What a receipt lacks, as {field: reason}: what was not left behind is signed for by somebody."""
    return {} if way == "left" or receiver.strip() else {"receiver": "missing"}
