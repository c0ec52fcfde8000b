"""Loads substances with their thresholds, and the standard of the levels. What someone has edited since stays as edited."""

import csv
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from django.db import transaction

from emergencies.danger_sources.models import LevelStandard, Substance
from governance.deadlines.enums import Mark

FOLDER = Path(__file__).parent
CITY_TIME = ZoneInfo("Asia/Shanghai")
CITED = "危险化学品重大危险源辨识（GB 18218-2018）表1、表2、表3"


def rows(name):
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        return [*csv.DictReader(file)]


@transaction.atomic
def load_substances():
    """Add what is not there yet; returns {kind: how many were added}."""
    known = set(Substance.objects.values_list("code", flat=True))
    fresh = [Substance(citation=CITED, mark=Mark.SECONDARY, **row) for row in rows("substances.csv") if row["code"] not in known]
    return {"dangerous substances": len(Substance.objects.bulk_create(fresh)), "level standards": _standards()}


def _standards():
    known = set(LevelStandard.objects.values_list("version", flat=True))
    fresh = [_standard(row) for row in rows("standards.csv") if row["version"] not in known]
    return len(LevelStandard.objects.bulk_create(fresh))


def _standard(row):
    begins = datetime.fromisoformat(row.pop("valid_from")).replace(tzinfo=CITY_TIME)
    exposure = [(int(people), alpha) for people, alpha in (pair.split(":") for pair in row.pop("exposure").split("|"))]
    return LevelStandard(valid_from=begins, exposure=exposure, **row)
