"""Figures of a year, a scheme made of them, and the whole round of it in one go."""

from datetime import timedelta
from decimal import Decimal

from supervision.appraisals.models import Appraisal
from supervision.assessment.enums import ItemKind
from supervision.assessment.services import disclose, draw_up, lock, publish
from supervision.indicators.models import Figure
from tests import actors

ITEMS = (("complaints.on_time", 60, 50, 100), ("complaints.solved", 40, 50, 100))
MONTH = timedelta(days=30)


def figures(rows, *, month="2026-10-01"):
    """Keep figures: {(code, path): (numerator, denominator)}."""
    for (code, path), (numerator, denominator) in rows.items():
        facts = {"numerator": numerator, "denominator": denominator, "computed_at": "2026-11-01T00:00:00+08:00"}
        Figure.objects.create(indicator=code, place_path=path, parent_path=path[:4], month=month, **facts)


def item(code, weight, floor, target, **facts):
    told = {"indicator": code, "label": code, "direction": "higher"}
    return {**told, "weight": Decimal(weight), "floor": Decimal(floor), "target": Decimal(target), **facts}


def by_people(kind, label, weight):
    return {"kind": kind, "label": label, "weight": Decimal(weight)}


def scheme(*, level="county", items=ITEMS, further=(), **facts):
    columns = [*(item(*one) for one in items), *(by_people(*one) for one in further)]
    return draw_up(year=facts.pop("year", 2026), level=level, items=columns, **facts)


def full_scheme(**facts):
    """Eighty by figures, twenty by people, a bonus and a deduction."""
    items = (("complaints.on_time", 50, 50, 100), ("complaints.solved", 30, 50, 100))
    further = ((ItemKind.MANUAL, "责任落实", 20), (ItemKind.BONUS, "表彰", 3), (ItemKind.DEDUCTION, "通报", 4))
    return scheme(items=items, further=further, **facts)


def reviewed(scheme):
    """The round of the home unit as if it were reviewed, all others as if they were over: one walks faster than eighty."""
    rounds = Appraisal.objects.of_scheme(scheme)
    rounds.update(state="final", due_at=None, closed_at=scheme.published_at)
    rounds.filter(place__code__in=[actors.COUNTY, actors.TOWNSHIP]).update(state="reviewed", closed_at=None)


def disclosed(scheme, *, by, at):
    made = publish(scheme, by=by, at=at)
    reviewed(made)
    return disclose(made, by=by, at=at)


def finished(scheme, *, by, at):
    """Issued, disclosed, and locked a month later."""
    return lock(disclosed(scheme, by=by, at=at - MONTH), by=by, at=at)
