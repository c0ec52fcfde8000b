"""Loads the first kinds of warnings. What someone has edited since stays as edited."""

import csv
from pathlib import Path

from emergencies.warnings.models import WarningKind

FILE = Path(__file__).parent / "kinds.csv"
SEVERAL = ("levels", "trades")


def load_warning_kinds():
    """Add what is not there yet; returns {kind: how many were added}."""
    known = set(WarningKind.objects.values_list("code", flat=True))
    with FILE.open(encoding="utf-8", newline="") as file:
        rows = [*csv.DictReader(file)]
    fresh = [
        WarningKind(order=order, **{name: value.split() if name in SEVERAL else value for name, value in row.items()})
        for order, row in enumerate(rows, start=1)
        if row["code"] not in known
    ]
    return {"kinds of warnings": len(WarningKind.objects.bulk_create(fresh))}
