"""Editions as a table, and an edition as one: a row for each place, as far as it may be shown."""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from emergencies.safety_index.enums import Shows
from governance.sheets.columns import Column
from governance.web.formats import cn_month

WITH_BAND = (Shows.FULL, Shows.WHOLE, Shows.BAND)


def marks(row):
    return [("waiting", gettext("更正"))] if row.corrects_id else []


LINE_WORDS = {"sub": lambda row: cn_month(row.month), "marks": marks}
COLUMNS = (
    Column("number", _("编号")),
    Column("title", _("名称"), width=30),
    Column("", _("月份"), value=lambda row: f"{row.month:%Y-%m}"),
    Column("method.version", _("编制办法")),
    Column("", _("状态"), value=lambda row: row.get_state_display()),
    Column("computed_at", _("取数时间")),
    Column("published_at", _("发布时间")),
)


def sheet_rows(queryset):
    """The rows to export, read in chunks."""
    return queryset.select_related("method", "place", "office").iterator(chunk_size=2000)


@dataclass(frozen=True)
class Cell:
    """One sub-index of one place."""

    points: Any
    count: int
    rate: Any
    rose: bool


@dataclass(frozen=True)
class Row:
    """One place: its index as it may be shown, its band, and its sub-indices in the order of the method; None where one is not shown."""

    place: Any
    index: Any
    change: Any
    band: Any
    people: int | None
    shows: str
    cells: tuple

    @property
    def is_whole(self):
        return self.shows == Shows.WHOLE


def components_of(edition):
    return [*edition.method.components.order_by("pk")]


def rows_of(edition, scores, *, inside=False):
    """The rows of some places. `inside`: for those who compile it, nothing is held back."""
    scores = [*scores.select_related("place", "band").order_by("place__path")]
    components, readings = components_of(edition), {}
    for reading in edition.readings.filter(place__in=[score.place_id for score in scores]).select_related("component"):
        readings[reading.place_id, reading.component_id] = reading
    return [_row(edition, score, components, readings, whole=inside or score.shows == Shows.FULL, inside=inside) for score in scores]


def _row(edition, score, components, readings, *, whole, inside):
    cells = []
    for one in components:
        reading = readings.get((score.place_id, one.pk))
        is_open = reading and whole and (inside or one.code not in edition.closed)
        cells.append(Cell(reading.points(score.people), reading.count, reading.rate(score.people), reading.rose) if is_open else None)
    index = score.index if whole else _whole_number(score.index) if score.shows == Shows.WHOLE else None
    return Row(
        place=score.place, index=index, change=score.change if whole else None,
        band=score.band if inside or score.shows in WITH_BAND else None, people=score.people, shows=score.shows, cells=tuple(cells),
    )  # fmt: skip


def _whole_number(index):
    return index.quantize(Decimal(1), ROUND_HALF_UP) if index is not None else None


def city_of(edition, *, inside=False):
    return next(iter(rows_of(edition, edition.scores.filter(place=edition.place), inside=inside)), None)


def parts_of(edition, parent, *, inside=False):
    """The places right below one."""
    return rows_of(edition, edition.scores.filter(place__parent=parent), inside=inside)


def _of_place(label, value, **more):
    return Column("", label, value=value, **more)


POPULATION_COLUMNS = (
    _of_place(_("区划代码"), lambda row: row[0].code, width=16),
    _of_place(_("地区"), lambda row: row[0].full_name, width=30),
    _of_place(_("年份"), lambda row: row[1] and row[1].year),
    _of_place(_("常住人口（人）"), lambda row: row[1] and row[1].people),
    _of_place(_("来源"), lambda row: row[1] and row[1].source, width=40),
)
