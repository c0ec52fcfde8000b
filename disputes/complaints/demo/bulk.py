"""A whole city's complaints over five years, made by PostgreSQL itself: millions of rows in minutes, in bounded memory.

For measuring, not for showing: a closed case tells four of its eight steps, texts and contacts come from small pools.
What the portal relies on is true of every row: states, numbers, chains of events, clocks, work orders.
"""

import time
from concurrent.futures import ThreadPoolExecutor
from threading import Lock

from django.db import connection, connections, transaction

from disputes.complaints.demo import bulk_clocks, bulk_ground, bulk_rows
from disputes.complaints.models import Complaint
from governance.cases.models import WorkOrder
from governance.deadlines.models import Deadline
from governance.timeline.models import Event
from governance.web.demo import indexes

COUNT = 60_000
BATCH = 40_000  # complaints to a transaction, as whole days; a worker holds one such batch in a temporary table
WORKERS = 2
TABLES = tuple(model._meta.db_table for model in (Complaint, Event, Deadline, WorkOrder))


def seed_city(*, rng, at, count=None, say=lambda line: None):
    """`count` complaints over the five years before `at`; nothing when there are complaints already.

    Raises `bulk_ground.CutShort` where an earlier load was killed half-way.
    """
    bulk_ground.refuse_remains()
    if Complaint.objects.exists():
        say("complaints: there are some already")
        return
    started = time.monotonic()
    days = bulk_ground.lay(rng, count or COUNT, at=at)
    first = bulk_rows.prepare(count or COUNT, at=at)
    indexes.set_aside(TABLES, schema=bulk_ground.SCHEMA)
    write(list(batches(days)), first=first, at=at, say=say)
    indexes.restore(schema=bulk_ground.SCHEMA, say=say)
    bulk_clocks.settle(at=at)
    indexes.tidy(TABLES)
    bulk_ground.clear()
    say(f"complaints: {count or COUNT} in {time.monotonic() - started:.0f} s")


def batches(days):
    """Stretches of whole days with about `BATCH` complaints each: (first day, last day, how many)."""
    start, amount = None, 0
    for day, count, _part in days:
        start, amount = start or day, amount + count
        if amount >= BATCH:
            yield start, day, amount
            start, amount = None, 0
    if start:
        yield start, days[-1][0], amount


def write(parts, *, first, at, say):
    """Every batch in a transaction of its own, two at a time."""
    lock, total, done = Lock(), sum(amount for *_days, amount in parts), 0

    def one(part):
        nonlocal done
        try:
            with transaction.atomic(), connection.cursor() as cursor:
                bulk_rows.write(cursor, *part[:2], first=first, at=at)
        finally:
            connections.close_all()
        with lock:
            done += part[2]
            say(bar(done, total))

    with ThreadPoolExecutor(WORKERS) as pool:
        list(pool.map(one, parts))


def bar(done, total, *, width=30):
    """One line of the progress bar."""
    filled = width * done // total
    return f"complaints: [{'#' * filled}{'.' * (width - filled)}] {100 * done // total:3d} %  {done:,} of {total:,}"
