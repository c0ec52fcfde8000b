"""Loads reasons and other ways. What someone has edited since stays as edited."""

import csv
from pathlib import Path

from django.db import transaction

from disputes.mediation.models import OtherWay, Unmediable

FOLDER = Path(__file__).parent
TABLES = {"unmediable": Unmediable, "other_ways": OtherWay}


@transaction.atomic
def load_reasons_and_ways():
    """Add what is not there yet; returns {kind: how many were added}."""
    return {f"mediation {name}": _added(model, name) for name, model in TABLES.items()}


def _added(model, name):
    known = set(model.objects.values_list("code", flat=True))
    with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        fresh = [model(**row) for row in csv.DictReader(file) if row["code"] not in known]
    return len(model.objects.bulk_create(fresh))
