"""What of a table may be published: no cell below five, and none that the others give away. No Django."""

LEAST = 5


def hidden(counts):
    """The keys whose count is not published: every one below five; alone, its next smallest too, or the total would tell it.

    >>> sorted(hidden({"a": 3, "b": 40, "c": 12}))
    ['a', 'c']
    """
    small = {key for key, count in counts.items() if count < LEAST}
    if len(small) == 1:
        others = [key for key in counts if key not in small]
        small |= {min(others, key=lambda key: (counts[key], key))} if others else set()
    return small
