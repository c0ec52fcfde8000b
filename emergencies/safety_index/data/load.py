"""Loads the first version of the method and the numbers of inhabitants that are known from a census. What is there already stays."""

import csv
from datetime import date
from pathlib import Path

from django.db import transaction

from emergencies.safety_index.models import Band, Component, Method, Population
from governance.places.models import Place

FOLDER = Path(__file__).parent


def rows(name):
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        return [*csv.DictReader(file)]


@transaction.atomic
def load_index():
    """Add the versions and numbers that are not there yet; returns {kind: how many were added}."""
    known = set(Method.objects.values_list("version", flat=True))
    fresh = [row for row in rows("methods.csv") if row["version"] not in known]
    for row in fresh:
        _method(row)
    return {"safety index methods": len(fresh), "population": _population()}


def _method(row):
    made = Method.objects.create(**{**row, "valid_from": date.fromisoformat(row["valid_from"])})
    for one in rows("bands.csv"):
        if one.pop("version") == made.version:
            Band.objects.create(method=made, **one)
    for one in rows("components.csv"):
        if one.pop("version") == made.version:
            Component.objects.create(method=made, **{**one, "sources": one["sources"].split()})


def _population():
    places = dict(Place.objects.values_list("code", "pk"))
    known = set(Population.objects.values_list("place", "year"))
    told = [row for row in rows("population.csv") if row["code"] in places]
    fresh = [row for row in told if (places[row["code"]], int(row["year"])) not in known]
    Population.objects.bulk_create(Population(place_id=places[row.pop("code")], **row) for row in fresh)
    return len(fresh)
