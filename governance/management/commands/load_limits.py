"""Loads the statutory limits."""

from django.core.management.base import BaseCommand

from governance.deadlines.services import load_limits


class Command(BaseCommand):
    help = "Load the limits that are not there yet; edited ones stay as edited."

    def handle(self, **options):
        self.stdout.write(f"limits: {len(load_limits())} added")
