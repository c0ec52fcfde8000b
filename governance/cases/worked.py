"""What a person's work is counted by: declared by a procedure (`PARTS["worked"]`), counted by whoever keeps the books of a month."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any


@dataclass(frozen=True)
class Fact:
    """One thing that was to be done by a day, from `since` on where there was a span for it: done as it should be, or not; with the page
    that shows it. `post` is the key of a post.
    """

    post: int
    day: date
    label: str
    done: bool
    url: str = ""
    since: date | None = None


@dataclass(frozen=True)
class Worked:
    """A component of the work. `facts(posts, first, last)` gives the facts of these posts (their `user` and `office.place` are read) from
    one day to the other, `last` not included; only what is settled by now: done, or past its time. `due_label` and `done_label` say in
    words what is counted.
    """

    code: str
    label: Any
    due_label: Any
    done_label: Any
    facts: Callable


def whose(posts):
    """(user, path) → post, for facts that name a user and a place: the post at or above the place, else any of that user."""
    by_user = {}
    for post in posts:
        by_user.setdefault(post.user_id, []).append(post)

    def find(user, path):
        own = by_user.get(user, ())
        return next((post for post in own if path.startswith(post.office.place.path)), own[0] if own else None)

    return find
