"""The clocks of cases still under way, counted by the same sum as those of the engine, once the indexes stand again."""

from django.contrib.contenttypes.models import ContentType
from django.db import connection, transaction

from disputes.complaints.enums import FINAL
from disputes.complaints.models import Complaint
from governance.calendar.services import current_calendar
from governance.deadlines.enums import DeadlineState
from governance.deadlines.ledger import compute
from governance.deadlines.models import Deadline
from governance.deadlines.rules import alarm_at, next_alarm
from governance.deadlines.terms import warnings_of

BATCH = 2000
COLUMNS = ("due_at", "provisional", "next_alarm_at", "warned_at", "lapsed_at")
CASES = """
UPDATE disputes_complaint c SET due_at = k.due_at,
    contact_kept = CASE WHEN k.contact_late THEN false WHEN k.contact_met THEN true END,
    handle_kept = CASE WHEN k.handle_late THEN false WHEN k.handle_met THEN true END
FROM (
    SELECT object_id, min(due_at) FILTER (WHERE state = 'running') AS due_at,
        bool_or(term = 'complaints.contact' AND lapsed_at IS NOT NULL) AS contact_late,
        bool_or(term = 'complaints.contact' AND state = 'met') AS contact_met,
        bool_or(term = 'complaints.handle' AND lapsed_at IS NOT NULL) AS handle_late,
        bool_or(term = 'complaints.handle' AND state = 'met') AS handle_met
    FROM governance_deadline WHERE content_type_id = %(type)s AND object_id = ANY(%(cases)s) GROUP BY object_id
) k WHERE k.object_id = c.id
"""
ORDERS = """
UPDATE governance_workorder o SET due_at = d.due_at, citation = l.citation
FROM governance_deadline d JOIN governance_limit l ON l.id = d.limit_id
WHERE d.content_type_id = %(type)s AND d.object_id = ANY(%(cases)s) AND d.term = 'complaints.handle'
    AND o.content_type_id = d.content_type_id AND o.object_id = d.object_id
"""


def settle(*, at):
    """Count every clock of the cases under way, and let case and work order know."""
    ongoing = list(Complaint.objects.exclude(state__in=FINAL).order_by("pk").values_list("pk", flat=True))
    for start in range(0, len(ongoing), BATCH):
        settle_cases(ongoing[start : start + BATCH], at=at)


@transaction.atomic
def settle_cases(cases, *, at):
    facts = {"type": ContentType.objects.get_for_model(Complaint).pk, "cases": cases}
    calendar = current_calendar()
    clocks = list(Deadline.objects.filter(content_type=facts["type"], object_id__in=cases).select_related("limit"))
    for clock in clocks:
        count(clock, calendar=calendar, at=at)
    Deadline.objects.bulk_update(clocks, COLUMNS, batch_size=500)
    with connection.cursor() as cursor:
        cursor.execute(CASES, facts)
        cursor.execute(ORDERS, facts)


def count(clock, *, calendar, at):
    """The due moment, and what the sweeps would have noted on the clock by now."""
    compute(clock, pauses=(), calendar=calendar)
    if clock.state == DeadlineState.RUNNING:
        warnings = warnings_of(clock.term)
        clock.warned_at = next(iter(alarm_at(clock.started_at, clock.due_at, warnings=warnings, at=at) or ()), None)
        clock.next_alarm_at = next_alarm(clock.started_at, clock.due_at, warnings=warnings, after=clock.warned_at)
    ended = clock.met_at or (at if clock.state == DeadlineState.RUNNING else None)
    clock.lapsed_at = clock.due_at if ended and ended > clock.due_at else None
