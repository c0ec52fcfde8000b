"""Loads the divisions; safe to run again, and says what changed."""

import csv
from dataclasses import dataclass, field
from pathlib import Path

from django.db import transaction
from pypinyin import lazy_pinyin

from governance.places.models import Place
from governance.places.rules import joined, nature, short_name

DIVISIONS = Path(__file__).parent / "data" / "divisions.csv"
SEATS = Path(__file__).parent / "data" / "seats.csv"
LOADED = ("name", "short_name", "sort_key", "level", "nature", "parent_id", "full_name", "active", "latitude", "longitude")


@dataclass
class Report:
    """Codes by what happened to them."""

    added: list = field(default_factory=list)
    changed: list = field(default_factory=list)
    retired: list = field(default_factory=list)
    unchanged: int = 0


def rows(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@transaction.atomic
def load_divisions(path=DIVISIONS):
    """Bring the tree in line with the file. A division that left the file is retired, never deleted: old cases keep their place."""
    known = {place.code: place for place in Place.objects.all()}
    seats = {row["code"]: row for row in rows(SEATS)}
    report, seen = Report(), set()
    for row in sorted(rows(path), key=lambda row: len(row["code"])):
        parent = known.get(row["parent_code"])
        place = known.get(row["code"]) or Place(code=row["code"], path=row["code"])
        _bring_in_line(place, wanted(row, parent, seats.get(row["code"])), report)
        known[place.code] = place
        seen.add(place.code)
    for code in known.keys() - seen:
        if known[code].active:
            Place.objects.filter(code=code).update(active=False)
            report.retired.append(code)
    return report


def wanted(row, parent, seat):
    """What a line of the file says about its division."""
    short = short_name(row["name"])
    return {
        "name": row["name"],
        "short_name": short,
        "sort_key": " ".join(lazy_pinyin(short)),
        "level": row["level"],
        "nature": nature(row["name"], row["level"]),
        "parent_id": parent.pk if parent else None,
        "full_name": full_name(short, parent),
        "active": True,
        "latitude": float(seat["latitude"]) if seat else None,
        "longitude": float(seat["longitude"]) if seat else None,
    }


def full_name(short, parent):
    """A division with those above it, the city left out."""
    return joined(short, above=parent.full_name, parent=parent.short_name) if parent and parent.parent_id else short


def _bring_in_line(place, values, report):
    before = {name: getattr(place, name) for name in LOADED}
    if place.pk and before == values:
        report.unchanged += 1
        return
    (report.changed if place.pk else report.added).append(place.code)
    for name, value in values.items():
        setattr(place, name, value)
    place.save()
