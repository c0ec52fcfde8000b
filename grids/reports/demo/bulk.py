"""Years of a whole city's grid reports, written with COPY: millions of rows in bounded memory.

For measuring, not for showing: texts come from small pools and nothing was raised, returned or handed over. What the portal relies on is
true of every row: states, numbers, chains of events; clocks and work orders of what is under way.
"""

import time
from io import StringIO

from django.contrib.contenttypes.models import ContentType
from django.db import connection, transaction

from governance.calendar.services import current_calendar
from governance.cases.models import WorkOrder
from governance.deadlines.ledger import compute
from governance.deadlines.models import Deadline, Limit
from governance.deadlines.rules import alarm_at, next_alarm
from governance.deadlines.terms import warnings_of
from governance.timeline.models import Event
from governance.web.demo import indexes
from grids.reports import terms
from grids.reports.demo.bulk_rows import EVENT_COLUMNS, REPORT_COLUMNS, Ground, days_of, reports_of
from grids.reports.enums import FINAL, STATIONS, State
from grids.reports.models import Report

SCHEMA = "bulk_reports"
TABLES = (Report._meta.db_table, Event._meta.db_table)
BATCH, SETTLED_AT_ONCE = 20_000, 2000
CLOCKS = {
    State.REPORTED: terms.ON_THE_SPOT, State.VILLAGE: terms.VILLAGE, State.TOWNSHIP: terms.TOWNSHIP,
    State.DEPARTMENT: terms.DEPARTMENT, State.ANSWERED: terms.CONFIRM,
}  # fmt: skip


def load(count, *, rng, at, say):
    """`count` reports over the five years before `at`, into a database without any."""
    started, first = time.monotonic(), take_ids(count)
    ground = Ground.read(rng, type_id=ContentType.objects.get_for_model(Report).pk, at=at)
    with connection.cursor() as cursor:
        cursor.execute(f"CREATE SCHEMA {SCHEMA}")
    indexes.set_aside(TABLES, schema=SCHEMA)
    write(count, ground, first=first, rng=rng, at=at, say=say)
    indexes.restore(schema=SCHEMA, say=say)
    settle(at=at)
    indexes.tidy(TABLES)
    with connection.cursor() as cursor:
        cursor.execute(f"DROP SCHEMA {SCHEMA} CASCADE")
    say(f"grid reports: {count:,} in {time.monotonic() - started:.0f} s")


def take_ids(count):
    """The first of `count` ids in a row."""
    table = Report._meta.db_table
    with connection.cursor() as cursor:
        cursor.execute("SELECT nextval(pg_get_serial_sequence(%s, 'id'))", [table])
        first = cursor.fetchone()[0]
        cursor.execute("SELECT setval(pg_get_serial_sequence(%s, 'id'), %s)", [table, first + count - 1])
    return first


def write(count, ground, *, first, rng, at, say):
    """Day by day, some thousand rows to a COPY."""
    reports, events, done, told = StringIO(), StringIO(), 0, 0
    for day, amount in days_of(count, at=at):
        for report, history in reports_of(rng, ground, day, amount, first=first + done, at=at):
            reports.write(report)
            events.writelines(history)
        done += amount
        if done - told >= BATCH or done == count:
            send(reports, Report._meta.db_table, REPORT_COLUMNS)
            send(events, Event._meta.db_table, EVENT_COLUMNS)
            reports, events, told = StringIO(), StringIO(), done
            say(f"grid reports: {done:,} of {count:,}")


def send(text, table, columns):
    text.seek(0)
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL synchronous_commit = off")
        cursor.copy_expert(f"COPY {table} ({', '.join(columns)}) FROM STDIN", text)


def settle(*, at):
    """Clock and work order of every report under way, counted by the same sum as those of the engine."""
    keys = list(Report.objects.exclude(state__in=FINAL).order_by("pk").values_list("pk", flat=True))
    limits = {limit.code: limit for limit in Limit.objects.current([term.limit for term in CLOCKS.values()], at=at).values()}
    for start in range(0, len(keys), SETTLED_AT_ONCE):
        reports = list(Report.objects.filter(pk__in=keys[start : start + SETTLED_AT_ONCE]).defer("search"))
        settle_some(reports, limits, at=at)


@transaction.atomic
def settle_some(reports, limits, *, at):
    calendar, clocks = current_calendar(), []
    for report in reports:
        clock = clock_of(report, limits, calendar=calendar, at=at)
        report.due_at = clock.due_at
        clocks.append(clock)
    Deadline.objects.bulk_create(clocks, batch_size=500)
    Report.objects.bulk_update(reports, ["due_at"], batch_size=500)
    held = [(report, clock) for report, clock in zip(reports, clocks, strict=True) if report.state in STATIONS]
    WorkOrder.objects.bulk_create([order_of(report, clock) for report, clock in held], batch_size=500)


def clock_of(report, limits, *, calendar, at):
    term = CLOCKS[State(report.state)]
    clock = Deadline(
        case=report, case_number=report.number, place_path=report.place_path, office_id=report.office_id, term=term.name,
        label=term.label, limit=limits[term.limit], started_at=report.answered_at or report.opened_at,
    )  # fmt: skip
    compute(clock, pauses=(), calendar=calendar)
    warnings = warnings_of(term.name)
    clock.warned_at = next(iter(alarm_at(clock.started_at, clock.due_at, warnings=warnings, at=at) or ()), None)
    clock.next_alarm_at = next_alarm(clock.started_at, clock.due_at, warnings=warnings, after=clock.warned_at)
    clock.lapsed_at = clock.due_at if at > clock.due_at else None
    return clock


def order_of(report, clock):
    return WorkOrder(
        case=report, case_number=report.number, serial=1, office_id=report.office_id, issued_at=report.opened_at, due_at=clock.due_at,
        citation=clock.limit.citation, state="signed" if report.signed_at else "issued", signed_at=report.signed_at,
    )  # fmt: skip
