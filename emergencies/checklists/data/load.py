"""Loads the first check lists with their items. What someone has edited since stays as edited."""

import csv
from datetime import datetime
from itertools import groupby
from pathlib import Path
from zoneinfo import ZoneInfo

from django.db import transaction

from emergencies.checklists.models import CheckItem, CheckList, CheckVersion, PremisesKind

FOLDER = Path(__file__).parent
REGULATION_IN_FORCE = datetime(2022, 11, 1, tzinfo=ZoneInfo("Asia/Shanghai"))
SEVERAL = ("trades", "venue_kinds")


def rows(name):
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        return [*csv.DictReader(file)]


@transaction.atomic
def load_check_lists():
    """Add what is not there yet, each list with its first version; returns {kind: how many were added}."""
    return {"premises kinds": _kinds(), "safety check lists": _lists()}


def _kinds():
    known = set(PremisesKind.objects.values_list("code", flat=True))
    fresh = [
        PremisesKind(order=order, **{name: value.split() if name in SEVERAL else value for name, value in row.items()})
        for order, row in enumerate(rows("kinds.csv"), start=1)
        if row["code"] not in known
    ]
    return len(PremisesKind.objects.bulk_create(fresh))


def _lists():
    known = set(CheckList.objects.filter(versions__isnull=False).values_list("code", flat=True))
    fresh = {row["code"]: (order, row) for order, row in enumerate(rows("check_lists.csv"), start=1) if row["code"] not in known}
    if not fresh:
        return 0
    kinds = {kind.code: kind for kind in PremisesKind.objects.order_by("pk")}
    items = {code: [*found] for code, found in groupby(rows("check_items.csv"), key=lambda row: row.pop("list"))}
    for code, (order, row) in fresh.items():
        wanted = [kinds[kind] for kind in row.pop("kinds").split()]
        checklist, is_new = CheckList.objects.get_or_create(code=row.pop("code"), defaults={"order": order, **row})
        if is_new:
            checklist.kinds.set(wanted)
        version = CheckVersion.objects.create(checklist=checklist, number=1, made_at=REGULATION_IN_FORCE)
        CheckItem.objects.bulk_create(CheckItem(version=version, order=place, **item) for place, item in enumerate(items[code], start=1))
    return len(fresh)
