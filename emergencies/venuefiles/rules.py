"""How much a sheet may hold. No Django, no clock."""

MOST = 2_000  # rows: more than a banner has
FAULTS_KEPT = 500


def first_of(seen, key, line):
    """The number of an earlier row about the same thing, or None; `seen` remembers this one.

    >>> seen = {}
    >>> first_of(seen, ("1", "a"), 2), first_of(seen, ("1", "a"), 3)
    (None, 2)
    """
    first = seen.setdefault(key, line)
    return None if first == line else first
