"""Loads the first method, and reads which matters of both procedures are told together."""

import csv
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from zoneinfo import ZoneInfo

from django.db import transaction

from disputes.situation.models import Source, WarningMethod

FOLDER = Path(__file__).parent
CITY_TIME = ZoneInfo("Asia/Shanghai")
OTHER = "other"


def rows(name):
    with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return [*csv.DictReader(file)]


@transaction.atomic
def load_methods():
    """Add the versions that are not there yet; returns {kind: how many were added}."""
    known = set(WarningMethod.objects.values_list("version", flat=True))
    fresh = [row for row in rows("methods") if row["version"] not in known]
    for row in fresh:
        begins = datetime.fromisoformat(row["valid_from"]).replace(tzinfo=CITY_TIME)
        WarningMethod.objects.create(**{**row, "valid_from": begins})
    return {"warning methods": len(fresh)}


@lru_cache
def groups():
    """{code: name} in their order."""
    return {row["code"]: row["name"] for row in rows("groups")}


@lru_cache
def group_of():
    """{(source, matter): code of the group}; what is not named belongs to the others."""
    return {(str(source), code): row["code"] for row in rows("groups") for source in Source for code in row[source.value].split()}
