"""Loads kinds of decisions, ways of hearing people, and the scale. What someone has edited since stays as edited."""

import csv
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from django.db import transaction

from disputes.stability.models import DecisionKind, HearingMethod, RiskMatrix, RiskStep

FOLDER = Path(__file__).parent
CITY_TIME = ZoneInfo("Asia/Shanghai")
LISTS = {"kinds": DecisionKind, "methods": HearingMethod}


def rows(name):
    with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return [*csv.DictReader(file)]


@transaction.atomic
def load_standards():
    """Add what is not there yet; returns {kind: how many were added}."""
    return {**{f"stability {name}": _listed(model, name) for name, model in LISTS.items()}, "risk matrices": _matrices()}


def _listed(model, name):
    known = set(model.objects.values_list("code", flat=True))
    fresh = [model(position=position, **row) for position, row in enumerate(rows(name), start=1) if row["code"] not in known]
    return len(model.objects.bulk_create(fresh))


def _matrices():
    """A version that is there already is whole and stays as it is: assessments point to it."""
    known = set(RiskMatrix.objects.values_list("version", flat=True))
    fresh = [row for row in rows("matrices") if row["version"] not in known]
    for row in fresh:
        begins = datetime.fromisoformat(row["valid_from"]).replace(tzinfo=CITY_TIME)
        matrix = RiskMatrix.objects.create(**{**row, "valid_from": begins})
        steps = [one for one in rows("steps") if one.pop("version") == row["version"]]
        RiskStep.objects.bulk_create(RiskStep(matrix=matrix, **one) for one in steps)
    return len(fresh)
