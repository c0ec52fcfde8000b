"""Loads the rules that say how often a kind of venue, or an office, drills. What someone has edited since stays as edited."""

import csv
from pathlib import Path

from django.db import transaction

from emergencies.drills.models import DrillRule
from emergencies.venues.models import VenueKind

RULES = Path(__file__).parent / "drill_rules.csv"
OFFICE = "office:"  # a type of office instead of a kind of venue


@transaction.atomic
def load_drill_rules():
    """Add what is not there yet; returns {kind: how many were added}."""
    kinds = dict(VenueKind.objects.values_list("code", "pk"))
    known = set(DrillRule.objects.values_list("code", flat=True))
    with RULES.open(encoding="utf-8", newline="") as file:
        rows = [*csv.DictReader(file)]
    fresh = [
        DrillRule(
            code=code_of(row, bound), limit_code=row["limit_code"], label=row["label"], citation=row["citation"], mark=row["mark"],
            kind_id=kinds.get(bound), office_type=bound.removeprefix(OFFICE) if bound.startswith(OFFICE) else "",
        )
        for row in rows
        for bound in (kinds if row["kinds"] == "all" else row["kinds"].split())
        if code_of(row, bound) not in known
    ]  # fmt: skip
    return {"drill rules": len(DrillRule.objects.bulk_create(fresh))}


def code_of(row, bound):
    return f"{row['limit_code']}.{bound.removeprefix(OFFICE)}"
