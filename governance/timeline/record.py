"""The only writer of events, and the reader that proves them unaltered."""

from dataclasses import dataclass

from django.contrib.contenttypes.models import ContentType
from django.db import connection, transaction

from governance import registry
from governance.timeline.models import Event
from governance.timeline.rules import digest, facts_of
from governance.writing import insert

PERSON, SYSTEM, STAFF = "person", "system", "staff"


def record(case, kind, label, *, by=None, actor=SYSTEM, at, note="", data=None, public=False, tell=True, last=None):
    """Append an event to a case whose row the caller holds locked; everyone listening hears of it in the same transaction.

    A caller that has more to write first passes `tell=False` and calls `tell_listeners` when the case is whole. One that read number and
    digest of the case's last event together with the lock hands them over as `last`.

    `by` is the staff member (or None for the system or the resident, named by `actor`). The case's `version` becomes the event's number.
    """
    if not connection.in_atomic_block:
        raise transaction.TransactionManagementError("an event is written in the transaction of what it tells")
    last = last or Event.objects.of(case).order_by("-sequence").values_list("sequence", "digest").first() or (0, "")
    event = _sealed(case, last, kind=kind, label=label, by=by, actor=actor, at=at, note=note, data=data, public=public)
    insert([event])
    case.version = event.sequence
    if tell:
        tell_listeners(event, case)
    return event


def record_first(told):
    """The first events of many new cases, in one statement: (case, facts of `record`) pairs. Nobody is told yet."""
    if not connection.in_atomic_block:
        raise transaction.TransactionManagementError("an event is written in the transaction of what it tells")
    return Event.objects.bulk_create([_sealed(case, (0, ""), **facts) for case, facts in told])


def _sealed(case, last, *, kind, label, by=None, actor=SYSTEM, at, note="", data=None, public=False):
    """The next event of a case after `last`, chained to it and not yet written."""
    event = Event(
        content_type=ContentType.objects.get_for_model(case),
        object_id=case.pk,
        case_number=case.number,
        sequence=last[0] + 1,
        kind=kind,
        label=str(label),
        at=at,
        by=by,
        post=by.acting_post if by else None,
        actor=STAFF if by else actor,
        note=note,
        data=data or {},
        public=public,
        previous=last[1],
    )
    event.digest = digest(event.previous, facts_of(event))
    return event


def tell_listeners(event, case):
    """Everyone listening hears of an event, in its transaction."""
    for listener in registry.listeners():
        listener(event, case)


@dataclass
class Verdict:
    """How far the chain was read, and the first event that does not hold, with the reason."""

    count: int = 0
    broken: Event | None = None
    reason: str = ""


def verify(events=None, *, on_progress=None):
    """Read every chain from its first event; stops at the first one that was altered, removed or inserted."""
    verdict, key, previous = Verdict(), None, None
    for event in (events or Event.objects.all()).order_by("content_type", "object_id", "sequence").iterator(chunk_size=5000):
        if key != (event.content_type_id, event.object_id):
            key, previous = (event.content_type_id, event.object_id), None
        verdict.reason = fault(event, previous)
        if verdict.reason:
            verdict.broken = event
            return verdict
        previous = event
        verdict.count += 1
        if on_progress and verdict.count % 100_000 == 0:
            on_progress(verdict.count)
    return verdict


def fault(event, previous):
    """What is wrong with an event after the one before it (None: it is the first); "" where nothing is."""
    if event.sequence != (previous.sequence + 1 if previous else 1):
        return "an event before it is missing"
    if event.previous != (previous.digest if previous else ""):
        return "it does not continue the event before it"
    if event.digest != digest(event.previous, facts_of(event)):
        return "its content was altered"
    return ""


def shortened(model):
    """The first case of a model whose last events are missing: its version counts more events than there are."""
    table = model._meta.db_table
    content_type = ContentType.objects.get_for_model(model)
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT c.number FROM {table} c LEFT JOIN (SELECT object_id, max(sequence) AS last FROM {Event._meta.db_table} "
            f"WHERE content_type_id = %s GROUP BY object_id) e ON e.object_id = c.id WHERE coalesce(e.last, 0) <> c.version LIMIT 1",
            [content_type.pk],
        )
        row = cursor.fetchone()
    return row[0] if row else None
