"""Sums of the admitted list. No Django, no clock."""

LEAVES_LIST = ("take_off", "lapse")  # steps of the flow `admission` with which `case.duty` leaves the list: withdrawn, or its period over


def in_force(begins, ends, *, day):
    """Whether a duty stands on the list on a day; the last day of its period is the one before `ends`."""
    return begins <= day and (ends is None or day < ends)
