"""Sums of the admitted list. No Django, no clock."""

LEAVES_LIST = ("take_off", "lapse")  # steps of the flow `admission` with which `case.duty` leaves the list: withdrawn, or its period over
AT_LEAST = 2  # offices that review together; one alone is no joint review


def in_force(begins, ends, *, day):
    """Whether a duty stands on the list on a day; the last day of its period is the one before `ends`."""
    return begins <= day and (ends is None or day < ends)


def period_fault(begins, ends):
    """Why a period cannot be, or "". An admission always has an end, so that nothing stays for ever unasked."""
    if begins is None or ends is None:
        return ""
    return "" if begins < ends else "order"


def leaving_fault(ends_on, *, today, until):
    """Why a duty cannot leave on that day, or "": never in the past, never later than its period."""
    if ends_on < today:
        return "past"
    return "late" if until is not None and ends_on > until else ""
