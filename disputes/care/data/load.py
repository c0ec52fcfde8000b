"""Loads the list of services. What someone has edited since stays as edited."""

import csv
from pathlib import Path

from django.db import transaction

from disputes.care.models import CareNeed

FILE = Path(__file__).parent / "needs.csv"


@transaction.atomic
def load_needs():
    """Add what is not there yet; returns {kind: how many were added}."""
    known = set(CareNeed.objects.values_list("code", flat=True))
    with FILE.open(encoding="utf-8", newline="") as file:
        fresh = [CareNeed(**row) for row in csv.DictReader(file) if row["code"] not in known]
    return {"care services": len(CareNeed.objects.bulk_create(fresh))}
