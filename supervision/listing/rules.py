"""What makes a plan of stages a plan. No Django, no clock."""


def plan_faults(days, *, today, last):
    """What is wrong with the days of the stages, as a word or "": past, unordered, or after the end of the listing.

    >>> from datetime import date
    >>> plan_faults([date(2026, 3, 1), date(2026, 2, 1)], today=date(2026, 1, 1), last=date(2026, 6, 1))
    'unordered'
    """
    if any(day < today for day in days):
        return "past"
    if any(day > last for day in days):
        return "late"
    return "" if list(days) == sorted(days) else "unordered"
