"""Loads the first version of the list of items. Once there is one, later versions are made by people."""

import csv
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from django.db import transaction
from django.utils.translation import gettext as _

from disputes.dossier.models import FileItem, ItemList, Retention

FOLDER = Path(__file__).parent
SINCE = datetime(2020, 1, 1, tzinfo=ZoneInfo("Asia/Shanghai"))


def rows(name):
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@transaction.atomic
def load_items():
    """Version 1 where there is none; returns {kind: rows added}."""
    if ItemList.objects.exists():
        return {"file items": 0}
    first = ItemList.objects.create(version=1, valid_from=SINCE, reason=_("初始清单"))
    found = [FileItem(listing=first, **{**row, "papers": row["papers"].split()}) for row in rows("items.csv")]
    FileItem.objects.bulk_create(found)
    Retention.objects.bulk_create(Retention(listing=first, **{**row, "years": row["years"] or None}) for row in rows("retentions.csv"))
    return {"file items": len(found)}
