"""When a meeting can be announced and held, and what its minutes still lack. No Django, no clock."""

ITEM, MEMBER, TIME = "item", "member", "time"


def announce_faults(*, items, members, meet_at, at):
    """Why nobody can be told of the meeting yet: nothing to talk about, nobody invited, its time gone by.

    >>> from datetime import datetime
    >>> announce_faults(items=0, members=2, meet_at=datetime(2026, 12, 1), at=datetime(2026, 11, 1))
    ['item']
    """
    found = {ITEM: not items, MEMBER: not members, TIME: meet_at <= at}
    return [name for name, is_wrong in found.items() if is_wrong]


def unrecorded(discussions):
    """The positions of the agenda items of which nothing was taken down.

    >>> unrecorded([(1, "同意。"), (2, " ")])
    [2]
    """
    return [position for position, text in discussions if not text.strip()]


def next_position(taken):
    """The place of a new item at the end of the agenda."""
    return max(taken, default=0) + 1


def paragraphs(text):
    """The lines of a text that say something, as a paper prints them."""
    return [line.strip() for line in text.splitlines() if line.strip()]
