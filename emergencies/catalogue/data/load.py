"""Loads the first catalogue. What somebody has edited since stays as edited."""

import csv
from pathlib import Path

from emergencies.catalogue.models import StockItem

ITEMS = Path(__file__).parent / "items.csv"


def load_items():
    """Add what is not there yet; returns {kind: how many were added}."""
    known = set(StockItem.objects.values_list("code", flat=True))
    with ITEMS.open(encoding="utf-8", newline="") as file:
        fresh = [
            StockItem(**{**row, "shelf_months": row["shelf_months"] or None}) for row in csv.DictReader(file) if row["code"] not in known
        ]
    return {"stock items": len(StockItem.objects.bulk_create(fresh))}
