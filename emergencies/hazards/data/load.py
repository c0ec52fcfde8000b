"""Loads sectors, criteria and reward standards. What someone has edited since stays as edited."""

import csv
from pathlib import Path

from django.db import transaction

from emergencies.hazards.models import Criterion, RewardStandard, Sector

FOLDER = Path(__file__).parent


def rows(name):
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        return [*csv.DictReader(file)]


@transaction.atomic
def load_criteria():
    """Add what is not there yet; returns {kind: how many were added}."""
    return {"hazard sectors": _sectors(), "hazard criteria": _criteria(), "reward standards": _rewards()}


def _sectors():
    known = set(Sector.objects.values_list("code", flat=True))
    fresh = [
        Sector(
            code=row["code"], name=row["name"], trade=row["trade"], hint=row["hint"], position=position,
            keywords=[word for word in row["keywords"].split("|") if word],
        )
        for position, row in enumerate(rows("sectors.csv"), start=1)
        if row["code"] not in known
    ]  # fmt: skip
    return len(Sector.objects.bulk_create(fresh))


def _criteria():
    sectors = dict(Sector.objects.values_list("code", "pk"))
    known = set(Criterion.objects.values_list("code", flat=True))
    fresh = [
        Criterion(
            code=row["code"], sector_id=sectors.get(row["sector"]), text=row["text"], citation=row["citation"], mark=row["mark"]
        )
        for row in rows("criteria.csv")
        if row["code"] not in known
    ]  # fmt: skip
    return len(Criterion.objects.bulk_create(fresh))


def _rewards():
    known = set(RewardStandard.objects.values_list("grade", flat=True))
    return len(RewardStandard.objects.bulk_create(RewardStandard(**row) for row in rows("rewards.csv") if row["grade"] not in known))
