"""The ledger of duties for scripts: article, kind of office, level, and how many offices stand in each state."""

import json

from django.core.management.base import BaseCommand
from django.utils import timezone

from supervision.duties.services import refresh_due, tallies


class Command(BaseCommand):
    help = "Print the ledger of a year: article, office kind, level, counts per state. --refresh checks first (safe at any time)."

    def add_arguments(self, parser):
        parser.add_argument("--json", action="store_true", help="as a JSON list instead of lines")
        parser.add_argument("--year", type=int, help="a year that is kept; the running one by default")
        parser.add_argument("--refresh", action="store_true", help="check every duty against rows and documents first")

    def handle(self, *, year, refresh, **options):
        if refresh:
            refresh_due(at=timezone.now())
        rows = tallies(year or timezone.localdate().year)
        if options["json"]:
            self.stdout.write(json.dumps(rows, ensure_ascii=False))
            return
        for row in rows:
            states = " ".join(f"{state}={count}" for state, count in row["states"].items())
            self.stdout.write(f"{row['article']} {row['office_kind']} {row['level']} {states}")
