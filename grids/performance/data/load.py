"""Loads the first formula. A version that is there already stays as it is: closed months point to it."""

import csv
from datetime import date, datetime, time
from pathlib import Path
from zoneinfo import ZoneInfo

from django.db import transaction

from grids.performance.models import Formula, FormulaItem

FILE = Path(__file__).parent / "formulas.csv"
CITY_TIME = ZoneInfo("Asia/Shanghai")


@transaction.atomic
def load_formulas():
    """Add what is not there yet; returns {kind: how many were added}."""
    with FILE.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    known, fresh = set(Formula.objects.values_list("valid_from", flat=True)), {}
    for position, row in enumerate(rows, start=1):
        begins = date.fromisoformat(row["valid_from"])
        if begins in known:
            continue
        if begins not in fresh:
            at = datetime.combine(begins, time.min, tzinfo=CITY_TIME)
            fresh[begins] = Formula.objects.create(valid_from=begins, basis=row["basis"], mark=row["mark"], at=at)
        facts = {name: row[name] for name in ("component", "label", "weight")}
        FormulaItem.objects.create(formula=fresh[begins], position=position, **facts)
    return {"formulas": len(fresh)}
