"""Loads the kinds of grid reports. What someone has edited since stays as edited."""

import csv
from pathlib import Path

from grids.reports.models import ReportKind

FILE = Path(__file__).parent / "kinds.csv"


def load_kinds():
    """Add what is not there yet; returns {kind: how many were added}."""
    with FILE.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    known = set(ReportKind.objects.values_list("code", flat=True))
    fresh = [ReportKind(order=order, **row) for order, row in enumerate(rows, start=1) if row["code"] not in known]
    return {"report_kinds": len(ReportKind.objects.bulk_create(fresh))}
