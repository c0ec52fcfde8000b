"""What is due about crowded places, for scripts: assessments, reassessments, confirmations."""

import json
from datetime import timedelta
from zoneinfo import ZoneInfo

from django.contrib.contenttypes.models import ContentType
from django.core.management.base import BaseCommand
from django.utils import timezone

from emergencies.venues.models import Venue
from governance.deadlines.models import Deadline

CITY_TIME = ZoneInfo("Asia/Shanghai")
SOON = 60  # days


class Command(BaseCommand):
    help = "List the limits of crowded places that are late or end soon, first due first; as JSON with --json."

    def add_arguments(self, parser):
        parser.add_argument("--json", action="store_true", help="a list of objects instead of lines")
        parser.add_argument("--within", type=int, default=SOON, metavar="DAYS", help="how far ahead to look (60)")
        parser.add_argument("--place", default="", metavar="CODE", help="only at this place and below")

    def handle(self, *, json: bool, within, place, **options):
        rows = found(at=timezone.now(), within=within, place=place)
        self.stdout.write(as_json(rows) if json else "\n".join(as_line(row) for row in rows))


def found(*, at, within, place):
    """The open clocks of venues that end by then, each with its venue."""
    clocks = Deadline.objects.still_open().filter(content_type=ContentType.objects.get_for_model(Venue))
    clocks = clocks.filter(due_at__lt=at + timedelta(days=within), place_path__startswith=place)
    clocks = [*clocks.select_related("limit", "office").order_by("due_at", "pk")]
    venues = Venue.objects.select_related("kind", "place").in_bulk([clock.object_id for clock in clocks])
    return [facts(clock, venues[clock.object_id], at=at) for clock in clocks]


def facts(clock, venue, *, at):
    return {
        "number": venue.number, "title": venue.title, "kind": venue.kind.code, "grade": venue.grade or None, "place": venue.place.code,
        "what": clock.term, "label": clock.label, "due": clock.due_at.astimezone(CITY_TIME).isoformat(), "late": clock.due_at < at,
        "office": clock.office.name if clock.office_id else None, "citation": str(clock.limit.citation_label),
    }  # fmt: skip


def as_json(rows):
    return json.dumps(rows, ensure_ascii=False, indent=1)


def as_line(row):
    return "\t".join([row["due"], "late" if row["late"] else "", row["number"], row["label"], row["title"], row["office"] or ""])
