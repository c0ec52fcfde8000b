"""Loads the first check lists with their items. What someone has edited since stays as edited."""

import csv
from datetime import datetime
from itertools import groupby
from pathlib import Path
from zoneinfo import ZoneInfo

from grids.admission.data.load import load_duties
from grids.admission.models import Duty
from grids.patrols.models import CheckItem, CheckList, CheckVersion
from grids.patrols.rules import months_of
from grids.reports.data.load import load_kinds
from grids.reports.models import ReportKind

LISTS, ITEMS = (Path(__file__).parent / name for name in ("check_lists.csv", "check_items.csv"))
REGULATION_IN_FORCE = datetime(2022, 11, 1, tzinfo=ZoneInfo("Asia/Shanghai"))


def read(path):
    with path.open(encoding="utf-8", newline="") as file:
        return [*csv.DictReader(file)]


def load_check_lists():
    """Add the lists that are not there yet, each with its first version; returns {kind: how many were added}."""
    known = set(CheckList.objects.values_list("code", flat=True))
    rows = [(order, row) for order, row in enumerate(read(LISTS), start=1) if row["code"] not in known]
    if not rows:
        return {"check_lists": 0}
    load_duties()
    load_kinds()
    duties, kinds = ({one.code: one for one in model.objects.filter(code__isnull=False)} for model in (Duty, ReportKind))
    lists = [CheckList(order=order, duty=duties[row.pop("duty")], **row) for order, row in rows]
    made = {one.code: one for one in CheckList.objects.bulk_create(lists)}
    for code, items in groupby(read(ITEMS), key=lambda row: row["list"]):
        if code in made:
            version = CheckVersion.objects.create(checklist=made[code], number=1, made_at=REGULATION_IN_FORCE)
            CheckItem.objects.bulk_create(item_of(row, version, kinds, order) for order, row in enumerate(items, start=1))
    return {"check_lists": len(lists)}


def item_of(row, version, kinds, order):
    facts = {name: row[name] for name in ("label", "hint", "citation")}
    return CheckItem(version=version, order=order, kind=kinds[row["kind"]], months=months_of(row["months"]), **facts)
