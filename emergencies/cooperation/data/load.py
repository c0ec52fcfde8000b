"""Loads the partner cities of Art. 8 (呼包鄂乌); codes are those of GB/T 2260."""

import csv
from pathlib import Path

from emergencies.cooperation.models import Partner

TABLE = Path(__file__).parent / "partners.csv"


def load_partners():
    """Add what is not there yet; returns {kind: how many were added}."""
    known = set(Partner.objects.values_list("code", flat=True))
    with TABLE.open(encoding="utf-8", newline="") as file:
        fresh = [Partner(**row) for row in csv.DictReader(file) if row["code"] not in known]
    return {"partner_cities": len(Partner.objects.bulk_create(fresh))}
