"""A whole city's complaints over five years, made by PostgreSQL itself: millions of rows in minutes, in bounded memory.

For measuring, not for showing: a closed case tells four of its eight steps, texts and contacts come from small pools.
What the portal relies on is true of every row: states, numbers, chains of events, clocks, work orders.
"""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Lock

from django.db import connection, connections, transaction

from disputes.complaints.demo import bulk_clocks, bulk_indexes, bulk_rows, shares
from disputes.complaints.demo.bulk_ground import SCHEMA, ground, lay_out
from disputes.complaints.models import Complaint
from governance.cases.models import WorkOrder
from governance.deadlines.models import Deadline
from governance.timeline.models import Event

COUNT = 60_000
YEARS = timedelta(days=5 * 365)
BATCH = 40_000  # rows to a transaction, as whole days; a worker holds one such batch in temporary tables
WORKERS = 2
MODELS = (Complaint, Event, Deadline, WorkOrder)


class CutShort(RuntimeError):
    """An earlier load was killed half-way; its indexes are set aside and its rows are not whole."""


def seed_city(*, rng, at, count=None, say=lambda line: None):
    """`count` complaints over the five years before `at`; nothing when there are complaints already. Raises `CutShort`."""
    if Complaint.objects.exists():
        say("complaints: there are some already")
        return
    say("complaints: laying the ground")
    days = shared_out(count or COUNT, at=at)
    first = lay_out(rng, days, at=at)
    tables = [model._meta.db_table for model in MODELS]
    aside = bulk_indexes.set_aside(tables)
    with connection.cursor() as cursor:
        bulk_rows.prepare(cursor)
    write(batches(days), first=first, at=at, total=count or COUNT, say=say)
    bulk_clocks.settle(at=at, say=say)
    bulk_indexes.restore(aside, say=say)
    bulk_indexes.tidy(tables, say=say)
    ground.drop()


def shared_out(total, *, at):
    """[(day, how many, share of the day that has passed)] over the years before `at`, busy days more; sums to `total`."""
    last = at.astimezone(bulk_rows.CITY_TIME)
    spent = shares.share_of_day(last.time())
    span = [(last - YEARS).date() + timedelta(days=number) for number in range(YEARS.days + 1)]
    weights = [shares.day_weight(day) * (spent if day == last.date() else 1) for day in span]
    scale, told, found, height = total / sum(weights), 0, [], 0.0
    for day, weight in zip(span, weights, strict=True):
        height += weight * scale
        amount = round(height) - told
        told += amount
        if amount:
            found.append((day, amount, spent if day == last.date() else 1.0))
    return found


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


def write(parts, *, first, at, total, say):
    """Every batch in a transaction of its own, two at a time."""
    lock, written = Lock(), 0

    def one(part):
        nonlocal written
        try:
            with transaction.atomic(), connection.cursor() as cursor:
                bulk_rows.write(cursor, part[0], part[1], first=first, at=at)
        finally:
            connections.close_all()
        with lock:
            written += part[2]
            say(bar(written, total))

    with ThreadPoolExecutor(WORKERS) as pool:
        list(pool.map(one, parts))


def bar(done, total, *, width=30):
    """One line of the progress bar."""
    filled = width * done // total
    return f"complaints: [{'#' * filled}{'.' * (width - filled)}] {100 * done // total:3d} %  {done:,} of {total:,}"


__all__ = ["SCHEMA", "CutShort", "seed_city"]
