"""Opens a figure onto its rows: the dashboard links here with indicator, part, place and months."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _

from governance import registry
from governance.cases.indicators import DENOMINATOR, LEFT_OUT, NUMERATOR
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
    is_day: bool = False  # `first` is a day, not a month
    office: Office | None = None  # where the figure is that of one office: the cases it holds

    @property
    def part_label(self):
        """In words, which rows these are; empty for a plain count."""
        if self.part == LEFT_OUT:
            return _("未计入的")
        return self.indicator.denominator_label if self.part == DENOMINATOR else self.indicator.numerator_label

    def rows(self, queryset):
        """Exactly the rows the figure counts, within what the person may see."""
        rows = queryset.filter(office=self.office) if self.office else queryset.within(self.place.path)
        if not self.indicator.stock:
            rows = rows.filter(**self._months())
        return self.indicator.rows(rows, self.part)

    def _months(self):
        """From the beginning of the first month to the end of the last, or the one day, in the city's time."""
        if self.is_day:
            start = datetime(self.first.year, self.first.month, self.first.day, tzinfo=CITY_TIME)
            return {"opened_at__gte": start, "opened_at__lt": start + timedelta(days=1)}
        start = datetime(self.first.year, self.first.month, 1, tzinfo=CITY_TIME)
        end = datetime(self.last.year + self.last.month // 12, self.last.month % 12 + 1, 1, tzinfo=CITY_TIME)
        return {"opened_at__gte": start, "opened_at__lt": end}


def opened_figure(request, procedure):
    """The figure of a procedure the address asks for, or None."""
    asked = request.GET
    own = (one for one in registry.declared("indicators") if one.procedure == procedure)
    indicator = next((one for one in own if one.code == asked.get("figure")), None)
    place = Place.objects.filter(code=asked.get("place", "")).first() if indicator else None
    if not place:
        return None
    office = Office.objects.filter(code=asked["office"]).first() if asked.get("office") else None
    if asked.get("office") and not office:
        return None
    part = asked.get("part") if asked.get("part") in {DENOMINATOR, LEFT_OUT} else NUMERATOR
    if indicator.stock:
        return OpenedFigure(indicator, part, place, office=office)
    day = _day(asked.get("day", ""))
    if day:
        return OpenedFigure(indicator, part, place, day, day, is_day=True, office=office)
    months = [_month(asked.get(name, "")) for name in ("first", "last")]
    return OpenedFigure(indicator, part, place, *months, office=office) if all(months) else None


def _month(text):
    """The first day of a month written 2026-11, in a year the portal can have cases of; None for anything else."""
    return _read(text, "%Y-%m")


def _day(text):
    """A day written 2026-11-05, likewise."""
    return _read(text, "%Y-%m-%d")


def _read(text, form):
    try:
        day = datetime.strptime(text, form).date()
    except ValueError:
        return None
    return day if YEARS[0] <= day.year <= YEARS[1] else None
