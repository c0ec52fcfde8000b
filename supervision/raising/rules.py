"""The words of a finding about a figure below its floor. No Django, no clock."""


def gap_key(code, path):
    """Which figure at which place: what lies below its floor there is one gap, month after month.

    >>> gap_key("complaints.in_time", "150102")
    'complaints.in_time@150102'
    """
    return f"{code}@{path}"


def share(numerator, denominator):
    """A share as people read it.

    >>> share(41, 60)
    '68.3%'
    """
    return f"{numerator / denominator:.1%}"
