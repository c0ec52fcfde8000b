"""The only writer of administrative acts, and of what follows from them."""

from governance.deadlines.sweep import recount_open
from governance.web.models import ActKind, AdministrativeAct, subject_of

NUMBERS_KEPT = 100


def note_act(kind, thing, *, by, at, note="", cause=None, **data):
    """Write down what an administrator did, in the transaction of the deed.

    `recount_from=year` (or None: all) asks for a recount.
    """
    post = by.acting_post if by else None
    return AdministrativeAct.objects.create(
        kind=kind, subject=subject_of(thing), by=by, post=post, at=at, note=note[:400], cause=cause, data=data
    )


def recount_for(act, *, at):
    """Count the open limits anew as the act asks, and note how many cases changed, the first `NUMBERS_KEPT` by number.

    Each changed case has its own event. Doing it twice changes nothing more.
    """
    numbers = sorted(set(recount_open(at=at, year=act.data["recount_from"])))
    return note_act(ActKind.RECOUNTED, act.subject, by=None, at=at, cause=act, count=len(numbers), numbers=numbers[:NUMBERS_KEPT])
