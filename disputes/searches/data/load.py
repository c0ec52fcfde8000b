"""Loads the sensitive periods. What someone has edited since stays as edited."""

import csv
from pathlib import Path

from django.db import transaction

from disputes.searches.models import SensitivePeriod

FILE = Path(__file__).parent / "periods.csv"


@transaction.atomic
def load_periods():
    """Add what is not there yet; returns {kind: how many were added}."""
    known = set(SensitivePeriod.objects.values_list("code", flat=True))
    with FILE.open(encoding="utf-8", newline="") as file:
        fresh = [SensitivePeriod(**row) for row in csv.DictReader(file) if row["code"] not in known]
    return {"sensitive periods": len(SensitivePeriod.objects.bulk_create(fresh))}
