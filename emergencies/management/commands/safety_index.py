"""The safety index of a month for scripts: every place with its inputs, and whether the kept inputs still give the kept figures."""

import json
import sys
from datetime import date

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from emergencies.safety_index.models import Edition, Method
from emergencies.safety_index.services import computed, differences
from emergencies.safety_index.sheet import rows_of
from governance.calendar.months import month_of
from governance.places.enums import Level
from governance.places.models import Place


class Command(BaseCommand):
    help = (
        "Print the safety index of a month with all inputs (for administrators; the public ones are at /safety/index/data.json): "
        "the edition that is kept, recomputed from its inputs, exit 1 on any difference; "
        "where there is none, what the cases give now, without keeping it."
    )

    def add_arguments(self, parser):
        parser.add_argument("--month", required=True, metavar="YYYY-MM", help="the month of the index")
        parser.add_argument("--json", action="store_true", help="one JSON object instead of lines")

    def handle(self, *, month, json: bool, **options):
        found = facts(month_of_text(month))
        self.stdout.write(as_json(found) if json else "\n".join(lines(found)))
        if found["differences"]:
            sys.exit(1)


def month_of_text(text):
    try:
        year, month = text.split("-")
        return date(int(year), int(month), 1)
    except ValueError as wrong:
        raise CommandError("--month is written YYYY-MM, as 2026-10") from wrong


def facts(month):
    """The newest edition of the month that was not dropped, or an unkept computation."""
    city = Place.objects.at(Level.CITY).first()
    edition = Edition.objects.filter(month=month, place=city).exclude(state="dropped").select_related("method").order_by("-pk").first()
    if edition:
        return kept(edition)
    if month > month_of(timezone.localdate()):
        raise CommandError("that month has not begun")
    method = Method.objects.in_force(month)
    if city is None or method is None:
        raise CommandError("no city, or no method holds for that month")
    return unkept(city, month, method)


def kept(edition):
    rows = rows_of(edition, edition.scores.get_queryset(), inside=True)
    told = [{"place": path, "what": what, "kept": str(was), "computed": str(now)} for path, what, was, now in differences(edition)]
    codes = [one.code for one in edition.method.components.order_by("pk")]
    places = [
        place(row.place, row.people, row.index, row.band, row.shows, {
            code: {"count": cell.count, "rose": cell.rose} for code, cell in zip(codes, row.cells, strict=True) if cell
        })
        for row in rows
    ]  # fmt: skip
    return {
        "month": f"{edition.month:%Y-%m}", "number": edition.number, "state": edition.state, "method": edition.method.version,
        "left_out": edition.closed, "places": places, "recomputed": True, "differences": told,
    }  # fmt: skip


def unkept(city, month, method):
    found = computed(city, month, method)
    inputs = {}
    for row in found.readings:
        inputs.setdefault(row.place.path, {})[row.component.code] = {"count": row.count, "rose": row.rose}
    places = [place(one.place, one.people, one.index, one.band, one.shows, inputs.get(one.place.path, {})) for one in found.scores]
    return {
        "month": f"{month:%Y-%m}", "number": None, "state": None, "method": method.version, "left_out": found.closed, "places": places,
        "recomputed": False, "differences": [],
    }  # fmt: skip


def place(where, people, index, band, shows, components):
    return {
        "code": where.code, "name": where.short_name, "level": where.level, "people": people,
        "index": float(index) if index is not None else None, "band": band.label if band else None, "colour": band.tone if band else None,
        "published": str(shows), "components": components,
    }  # fmt: skip


def as_json(found):
    return json.dumps(found, ensure_ascii=False, indent=1)


def lines(found):
    """A line for the edition, one for each place, one for each difference."""
    yield "\t".join([found["month"], found["number"] or "not kept", found["state"] or "", found["method"]])
    for one in found["places"]:
        index = "" if one["index"] is None else f"{one['index']:.1f}"
        yield "\t".join([one["code"], one["name"], index, one["band"] or "", one["published"]])
    for one in found["differences"]:
        yield "\t".join(["differs", one["place"], one["what"], one["kept"], one["computed"]])
