"""Loads the limits and changes one; a limit in force is ended and followed by a new row, never overwritten."""

import csv
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from django.db import transaction

from governance.deadlines.models import Limit

LIMITS = Path(__file__).parent / "limits.csv"
IN_FORCE_SINCE = datetime(2022, 11, 1, tzinfo=ZoneInfo("Asia/Shanghai"))  # Art. 63


@transaction.atomic
def load_limits(path=LIMITS):
    """Add the limits that are not there yet; a limit someone has edited stays as edited. Returns the added codes."""
    known = set(Limit.objects.values_list("code", flat=True))
    with path.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["code"] not in known]
    Limit.objects.bulk_create(
        Limit(
            code=row["code"],
            procedure=row["procedure"],
            starts_with=row["starts_with"],
            amount=int(row["amount"]),
            unit=row["unit"],
            rolls=row["rolls"] == "yes",
            may_extend_by=int(row["may_extend_by"]),
            citation=row["citation"],
            mark=row["mark"],
            valid_from=IN_FORCE_SINCE,
        )
        for row in rows
    )
    return [row["code"] for row in rows]


@transaction.atomic
def change_limit(limit, *, at, **values):
    """Let new values hold from `at` on; clocks that run already keep the limit they were started with."""
    limit = Limit.objects.select_for_update().get(code=limit.code, valid_until=None)
    Limit.objects.filter(pk=limit.pk).update(valid_until=at)
    limit.pk, limit.valid_from, limit.valid_until = None, at, None
    for name, value in values.items():
        setattr(limit, name, value)
    limit.save(force_insert=True)
    return limit
