"""Brings in an authorised GeoJSON map of the places below one, for the dashboard."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from governance.places.models import Place
from supervision.indicators.areas import MapRefused, bring_in


class Command(BaseCommand):
    help = "Bring in a GeoJSON map of the places below one; the dashboard then shows it in stead of the schematic map."

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path)
        parser.add_argument("--place", default="1501", help="code of the place whose parts are on the map")
        parser.add_argument("--approval", required=True, help="number of the map's review (审图号)")
        parser.add_argument("--source", required=True, help="who made the map")

    def handle(self, *, file, place, approval, source, **options):
        try:
            above = Place.objects.by_code(place)
            kept = bring_in(above, file.read_bytes(), approval=approval, source=source, by=None, at=timezone.now())
        except (MapRefused, OSError, Place.DoesNotExist) as refused:
            raise CommandError(str(refused)) from refused
        self.stdout.write(f"{kept.place}: {len(kept.shapes)} places on the map")
