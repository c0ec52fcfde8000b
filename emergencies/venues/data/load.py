"""Loads kinds, required equipment and the factors of grading. What someone has edited since stays as edited."""

import csv
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from django.db import transaction

from emergencies.venues.models import Factor, FactorOption, FactorSet, RequiredItem, VenueKind

FOLDER = Path(__file__).parent
CITY_TIME = ZoneInfo("Asia/Shanghai")


def rows(name):
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        return [*csv.DictReader(file)]


@transaction.atomic
def load_standards():
    """Add what is not there yet; returns {kind: how many were added}."""
    return {"venue kinds": _kinds(), "required items": _items(), "factor sets": _factor_sets()}


def _kinds():
    known = set(VenueKind.objects.values_list("code", flat=True))
    fresh = [
        VenueKind(
            code=row["code"], name=row["name"], trade=row["trade"], named_by_article=row["named_by_article"] == "yes",
            citation=row["citation"], mark=row["mark"], position=position,
        )
        for position, row in enumerate(rows("kinds.csv"), start=1)
        if row["code"] not in known
    ]  # fmt: skip
    return len(VenueKind.objects.bulk_create(fresh))


def _items():
    kinds = dict(VenueKind.objects.values_list("code", "pk"))
    known = set(RequiredItem.objects.values_list("kind_id", "code"))
    fresh = [
        RequiredItem(kind_id=kinds[code], code=row["code"], name=row["name"], citation=row["citation"], mark=row["mark"])
        for row in rows("equipment.csv")
        for code in (kinds if row["kinds"] == "all" else row["kinds"].split())
        if (kinds[code], row["code"]) not in known
    ]
    return len(RequiredItem.objects.bulk_create(fresh))


def _factor_sets():
    """A version that is there already is whole and stays as it is: assessments point to it."""
    known = set(FactorSet.objects.values_list("version", flat=True))
    fresh = [row for row in rows("factor_sets.csv") if row["version"] not in known]
    for row in fresh:
        _factor_set(row)
    return len(fresh)


def _factor_set(row):
    factor_set = FactorSet.objects.create(
        version=row["version"], valid_from=datetime.fromisoformat(row["valid_from"]).replace(tzinfo=CITY_TIME),
        yellow_from=row["yellow_from"], orange_from=row["orange_from"], red_from=row["red_from"], source=row["source"], mark=row["mark"],
    )  # fmt: skip
    factors = {}
    for option in rows("factors.csv"):
        if option["version"] != row["version"]:
            continue
        if option["factor"] not in factors:
            facts = {"code": option["factor"], "label": option["label"], "weight": option["weight"]}
            factors[option["factor"]] = Factor.objects.create(factor_set=factor_set, **facts)
        FactorOption.objects.create(
            factor=factors[option["factor"]], code=option["option"], label=option["answer"], points=option["points"]
        )
