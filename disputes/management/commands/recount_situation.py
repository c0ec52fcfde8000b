"""Counts the situation of disputes anew over all months; needed after rows were changed past the portal, or older than a year."""

from django.core.management.base import BaseCommand
from django.utils import timezone

from disputes.situation.services import recount_all


class Command(BaseCommand):
    help = "Count the situation of disputes anew over all months."

    def handle(self, *args, **options):
        self.stdout.write(f"{recount_all(at=timezone.now())} counts differed")
