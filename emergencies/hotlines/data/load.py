"""Loads the hotlines Art. 31 para 2 names; what someone has switched off since stays so."""

import csv
from pathlib import Path

from emergencies.hotlines.models import Hotline

TABLE = Path(__file__).parent / "hotlines.csv"


def load_hotlines():
    """Add what is not there yet; returns {kind: how many were added}."""
    known = set(Hotline.objects.values_list("code", flat=True))
    with TABLE.open(encoding="utf-8", newline="") as file:
        fresh = [Hotline(**row, source=row["code"]) for row in csv.DictReader(file) if row["code"] not in known]
    return {"hotlines": len(Hotline.objects.bulk_create(fresh))}
