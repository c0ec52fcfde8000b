"""Loads the first version of the security standard. A version that is there already is whole and stays as it is: checks point to it."""

import csv
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from django.db import transaction

from emergencies.standards.models import SecurityMeasure, SecuritySet

FOLDER = Path(__file__).parent
CITY_TIME = ZoneInfo("Asia/Shanghai")


def rows(name):
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        return [*csv.DictReader(file)]


@transaction.atomic
def load_security():
    """Add the versions that are not there yet; returns {kind: how many were added}."""
    known = set(SecuritySet.objects.values_list("version", flat=True))
    fresh = [row for row in rows("security_sets.csv") if row["version"] not in known]
    for row in fresh:
        _version(row)
    return {"security standards": len(fresh)}


def _version(row):
    begins = datetime.fromisoformat(row["valid_from"]).replace(tzinfo=CITY_TIME)
    made = SecuritySet.objects.create(version=row["version"], valid_from=begins, source=row["source"], mark=row["mark"])
    SecurityMeasure.objects.bulk_create(
        SecurityMeasure(
            security_set=made, code=one["code"], aspect=one["aspect"], text=one["text"], from_grade=one["from_grade"],
            kinds=[] if one["kinds"] == "all" else one["kinds"].split(), citation=one["citation"], mark=one["mark"],
        )
        for one in rows("security.csv")
        if one["version"] == row["version"]
    )  # fmt: skip
