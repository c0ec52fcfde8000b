"""Loads the catalogue of complaints."""

from django.core.management.base import BaseCommand

from disputes.complaints.data.load import load_catalogue


class Command(BaseCommand):
    help = "Load categories, routing rules, reasons and standard replies that are not there yet."

    def handle(self, **options):
        self.stdout.write(", ".join(f"{kind}: {count} added" for kind, count in load_catalogue().items()))
