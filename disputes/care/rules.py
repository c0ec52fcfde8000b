"""Who may open sealed facts when, whether a provider's contract runs, and which counts may be shown. No Django, no clock."""

SUPERVISOR, PROVIDER = "supervisor", "provider"
OPENERS = {
    "requested": frozenset({SUPERVISOR}),
    "assigned": frozenset({SUPERVISOR}),  # who has not taken it on yet learns the need and the place, no more
    "serving": frozenset({SUPERVISOR, PROVIDER}),
    "ended": frozenset({SUPERVISOR}),
}
LEAST = 5


def openers(state):
    """Which of the two may open the sealed facts in a state; nobody where the agreement was taken back or nothing was arranged."""
    return OPENERS.get(state, frozenset())


def runs(begins, ends, *, day):
    """Whether a contract runs on a day; both its days count."""
    return begins <= day <= ends


def shown_counts(counts):
    """{key: count, or None where it may not be shown}, with the total or None: no cell below five, and none found by subtraction.

    Where hidden cells could be told from the total, the next smallest is hidden with them.

    >>> shown_counts({"a": 12, "b": 3, "c": 7})
    ({'a': 12, 'b': None, 'c': None}, 22)
    """
    total = sum(counts.values())
    if total < LEAST:
        return dict.fromkeys(counts), None
    hidden = {key for key, count in counts.items() if count < LEAST}
    for key in sorted(counts, key=lambda key: (counts[key], key)):
        if not hidden or (len(hidden) > 1 and sum(counts[one] for one in hidden) >= LEAST):
            break
        hidden.add(key)
    return {key: None if key in hidden else count for key, count in counts.items()}, total
