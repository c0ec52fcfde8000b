"""Loads the kinds of grid reports. What someone has edited since stays as edited."""

import csv
from pathlib import Path

from grids.admission.models import Duty
from grids.reports.models import ReportKind

FILE = Path(__file__).parent / "kinds.csv"


def load_kinds():
    """Add what is not there yet, and name the duty of a kind that has none (Art. 49); returns {kind: how many were added}."""
    with FILE.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    known, duties = {kind.code: kind for kind in ReportKind.objects.all()}, Duty.objects.in_bulk(field_name="code")
    fresh, without = [], []
    for order, row in enumerate(rows, start=1):
        duty = duties[row.pop("duty")]
        kind = known.get(row["code"])
        if kind is None:
            fresh.append(ReportKind(order=order, duty=duty, **row))
        elif kind.duty_id is None:
            kind.duty = duty
            without.append(kind)
    ReportKind.objects.bulk_update(without, ["duty"])
    return {"report_kinds": len(ReportKind.objects.bulk_create(fresh))}
