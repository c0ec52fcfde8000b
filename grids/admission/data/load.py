"""Loads the worker's own duties. What someone has edited since stays as edited."""

import csv
from datetime import date
from pathlib import Path

from grids.admission.enums import Source
from grids.admission.models import Duty

FILE = Path(__file__).parent / "duties.csv"
REGULATION_IN_FORCE = date(2022, 11, 1)


def load_duties():
    """Add what is not there yet; returns {kind: how many were added}."""
    with FILE.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    known = set(Duty.objects.values_list("code", flat=True))
    facts = {"source": Source.REGULATION, "in_force_from": REGULATION_IN_FORCE}
    fresh = [Duty(order=order, **facts, **row) for order, row in enumerate(rows, start=1) if row["code"] not in known]
    return {"grid_duties": len(Duty.objects.bulk_create(fresh))}
