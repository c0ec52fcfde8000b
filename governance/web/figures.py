"""Opens a figure onto its rows: the dashboard links here with indicator, part, place and months."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from governance import registry
from governance.cases.indicators import DENOMINATOR, NUMERATOR
from governance.people.models import Office
from governance.places.models import Place

CITY_TIME = ZoneInfo("Asia/Shanghai")
YEARS = (2000, 2200)


@dataclass(frozen=True)
class OpenedFigure:
    """Which figure a list shows the rows of."""

    indicator: Any
    part: str
    place: Place
    first: date | None = None  # none of a stock: it has no months
    last: date | None = None
    office: Office | None = None  # where the figure is that of one office: the cases it holds

    @property
    def part_label(self):
        """In words, which rows these are; empty for a plain count."""
        return self.indicator.denominator_label if self.part == DENOMINATOR else self.indicator.numerator_label

    def rows(self, queryset):
        """Exactly the rows the figure counts, within what the person may see."""
        rows = queryset.filter(office=self.office) if self.office else queryset.within(self.place.path)
        if not self.indicator.stock:
            rows = rows.filter(**self._months())
        return self.indicator.rows(rows, self.part)

    def _months(self):
        """From the beginning of the first month to the end of the last, in the city's time."""
        start = datetime(self.first.year, self.first.month, 1, tzinfo=CITY_TIME)
        end = datetime(self.last.year + self.last.month // 12, self.last.month % 12 + 1, 1, tzinfo=CITY_TIME)
        return {"opened_at__gte": start, "opened_at__lt": end}


def opened_figure(request, procedure):
    """The figure of a procedure the address asks for, or None."""
    asked = request.GET
    own = (one for one in registry.declared("indicators") if one.procedure == procedure)
    indicator = next((one for one in own if one.code == asked.get("figure")), None)
    place = Place.objects.filter(code=asked.get("place", "")).first() if indicator else None
    months = () if indicator and indicator.stock else [_month(asked.get(name, "")) for name in ("first", "last")]
    if not place or not all(months):
        return None
    part = DENOMINATOR if asked.get("part") == DENOMINATOR else NUMERATOR
    first, last = months or (None, None)
    office = Office.objects.filter(code=asked["office"]).first() if asked.get("office") else None
    return None if asked.get("office") and not office else OpenedFigure(indicator, part, place, first, last, office)


def _month(text):
    """The first day of a month written 2026-11, in a year the portal can have cases of; None for anything else."""
    try:
        month = datetime.strptime(text, "%Y-%m").date()
    except ValueError:
        return None
    return month if YEARS[0] <= month.year <= YEARS[1] else None
