"""What last month's figures give the leading groups to look into."""

from datetime import timedelta

from governance.deadlines.ledger import rules_read_once
from governance.notices.services import loading_history
from supervision.oversight.models import Finding
from supervision.raising.services import follow_floors

RECENT = timedelta(days=1)


def seed(*, rng, scale, count, at, say):
    """One draft for every figure below its floor, as the task would raise it."""
    if scale != "demo" or Finding.objects.exclude(gap="").exists():
        return
    with loading_history(since=at - RECENT), rules_read_once():
        raised, _closed = follow_floors(at=at)
    say(f"figures below their floor: {raised} findings")
