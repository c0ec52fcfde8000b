"""Loads how large a base grid usually is. What an administrator has edited since stays as edited."""

import csv
from pathlib import Path

from grids.mesh.models import HouseholdRange

FILE = Path(__file__).parent / "household_range.csv"


def load_range():
    """Add the row if it is not there; returns {kind: how many were added}."""
    with FILE.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    known = set(HouseholdRange.objects.values_list("key", flat=True))
    fresh = [HouseholdRange(**row) for row in rows if row["key"] not in known]
    return {"household_range": len(HouseholdRange.objects.bulk_create(fresh))}
