"""Loads the divisions of the city."""

from django.core.management.base import BaseCommand

from governance.places.services import load_divisions


class Command(BaseCommand):
    help = "Load the divisions of the city; safe to run again, reports what changed."

    def handle(self, **options):
        report = load_divisions()
        self.stdout.write(
            f"divisions: {len(report.added)} added, {len(report.changed)} changed, "
            f"{len(report.retired)} retired, {report.unchanged} unchanged"
        )
        for word in ("changed", "retired"):
            for code in getattr(report, word):
                self.stdout.write(f"  {word}: {code}")
