"""Loads the kinds of incidents and the standards of their grades. What someone has edited since stays as edited."""

import csv
from pathlib import Path

from django.db import transaction

from emergencies.incidents.models import GradeStandard, IncidentKind

FOLDER = Path(__file__).parent


def rows(name):
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        return [*csv.DictReader(file)]


@transaction.atomic
def load_incident_kinds():
    """Add what is not there yet; returns {kind: how many were added}."""
    return {"incident kinds": _kinds(), "incident grades": _grades()}


def _kinds():
    known = set(IncidentKind.objects.values_list("code", flat=True))
    fresh = [
        IncidentKind(**{**row, "keywords": [word for word in row["keywords"].split("|") if word]}, position=position)
        for position, row in enumerate(rows("kinds.csv"), start=1)
        if row["code"] not in known
    ]
    return len(IncidentKind.objects.bulk_create(fresh))


def _grades():
    kinds = dict(IncidentKind.objects.values_list("code", "pk"))
    known = set(GradeStandard.objects.values_list("category", "kind", "grade", "figure", "second"))
    fresh = [GradeStandard(**{name: value for name, value in row.items() if name != "kind"}, kind_id=kinds.get(row["kind"]))
             for row in rows("grades.csv")]  # fmt: skip
    wanted = [one for one in fresh if (one.category, one.kind_id, one.grade, one.figure, one.second) not in known]
    return len(GradeStandard.objects.bulk_create(wanted))
