"""Loads the models to draft from: matters that national law names. Nothing of them is published by itself."""

import csv
from pathlib import Path

from django.db import transaction

from disputes.matters.models import MatterSample

SAMPLES = Path(__file__).parent / "samples.csv"


def rows():
    with SAMPLES.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@transaction.atomic
def load_samples():
    """Add what is not there yet."""
    known = set(MatterSample.objects.values_list("code", flat=True))
    fresh = [MatterSample(**{**row, "levels": row["levels"].split("|")}) for row in rows() if row["code"] not in known]
    return {"samples": len(MatterSample.objects.bulk_create(fresh))}
