"""What of the editions is published: whole for places with enough cases and people, in part or not at all for the others."""

from emergencies.safety_index.models import Edition, Score
from emergencies.safety_index.sheet import city_of, components_of, parts_of, rows_of
from governance.places.enums import Level
from governance.places.schematic import tile_name, tile_positions

TREND_MONTHS = 12


def published():
    """Every edition that was published, those that were corrected too, the newest first."""
    return Edition.objects.open_to_all().public().filter(place__level=Level.CITY).for_detail().order_by("-month", "-published_at")


def standing():
    """What holds of each month, the newest first."""
    return published().standing()


def tiles(rows):
    """The counties as tiles of the schematic map: (row, its name, column, line)."""
    found = {row.place.code: row for row in rows}
    return [(found[code], tile_name(found[code].place.short_name), *spot) for code, spot in tile_positions([*found]).items()]


def trend(edition):
    """(month, index) of the city over the last editions that hold, the oldest first, up to this one's month."""
    rows = Score.objects.filter(edition__in=standing().filter(month__lte=edition.month).values("pk"), place=edition.place)
    return [*rows.order_by("-edition__month").values_list("edition__month", "index")[:TREND_MONTHS]][::-1]


def facts_of(edition):
    """An edition for programs: the same cells are left out as on the page."""
    city, counties = city_of(edition), parts_of(edition, edition.place)
    townships = rows_of(edition, edition.scores.filter(place__parent__parent=edition.place))
    return {
        "number": edition.number,
        "month": f"{edition.month:%Y-%m}",
        "method": edition.method.version,
        "published_at": edition.published_at.isoformat() if edition.published_at else None,
        "corrects": edition.corrects.number if edition.corrects else None,
        "told": edition.told,
        "components": [
            {"code": one.code, "label": one.label, "counted": one.counted, "weight": one.weight, "best": float(one.best),
             "worst": float(one.worst), "left_out": one.code in edition.closed}
            for one in components_of(edition)
        ],
        "city": place_facts(edition, city) if city else None,
        "counties": [place_facts(edition, row) for row in counties],
        "townships": [place_facts(edition, row) for row in townships],
    }  # fmt: skip


def place_facts(edition, row):
    components = components_named(edition)
    return {
        "place_code": row.place.code,
        "place": row.place.short_name,
        "people": row.people,
        "index": float(row.index) if row.index is not None else None,
        "change": float(row.change) if row.change is not None else None,
        "band": row.band.label if row.band else None,
        "colour": row.band.tone if row.band else None,
        "published": row.shows,
        "components": {
            code: {"points": float(cell.points), "count": cell.count, "per_10000": float(cell.rate), "rose": cell.rose}
            for code, cell in zip(components, row.cells, strict=True)
            if cell and cell.points is not None
        },
    }


def components_named(edition):
    """The codes of the sub-indices in their order, read once for an edition."""
    if not hasattr(edition, "_codes"):
        edition._codes = [one.code for one in components_of(edition)]
    return edition._codes
