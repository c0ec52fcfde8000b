"""Figures of a year, and a scheme made of them."""

from decimal import Decimal

from supervision.assessment.services import draw_up
from supervision.indicators.models import Figure

ITEMS = (("complaints.on_time", 60, 50, 100), ("complaints.solved", 40, 50, 100))


def figures(rows, *, month="2026-10-01"):
    """Keep figures: {(code, path): (numerator, denominator)}."""
    for (code, path), (numerator, denominator) in rows.items():
        facts = {"numerator": numerator, "denominator": denominator, "computed_at": "2026-11-01T00:00:00+08:00"}
        Figure.objects.create(indicator=code, place_path=path, parent_path=path[:4], month=month, **facts)


def scheme(*, level="county", items=ITEMS, **facts):
    columns = [
        {
            "indicator": code,
            "label": code,
            "direction": "higher",
            "weight": Decimal(weight),
            "floor": Decimal(floor),
            "target": Decimal(target),
        }
        for code, weight, floor, target in items
    ]
    return draw_up(year=2026, level=level, items=columns, **facts)
