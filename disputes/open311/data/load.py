"""Loads the first questions of the services; what someone has edited since stays as edited."""

import csv
from pathlib import Path

from django.db import transaction

from disputes.complaints.models import Category
from disputes.open311.models import ServiceAttribute

TABLE = Path(__file__).parent / "attributes.csv"


def rows():
    with TABLE.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@transaction.atomic
def load_attributes():
    """Add what is not there yet; returns {kind: how many were added}."""
    codes = dict(Category.objects.values_list("code", "pk"))
    known = set(ServiceAttribute.objects.values_list("category_id", "code"))
    fresh = [
        ServiceAttribute(
            category_id=codes[row["category"]], code=row["code"], datatype=row["datatype"], description=row["description"],
            hint=row["hint"], required=row["required"] == "yes", order=int(row["order"]),
            values=[option.split("=") for option in row["values"].split("|") if option],
        )
        for row in rows()
        if row["category"] in codes and (codes[row["category"]], row["code"]) not in known
    ]  # fmt: skip
    return {"attributes": len(ServiceAttribute.objects.bulk_create(fresh))}
