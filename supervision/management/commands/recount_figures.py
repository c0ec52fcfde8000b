"""Counts the kept figures anew from their rows; `check_figures` says whether that is needed."""

from django.core.management.base import BaseCommand
from django.utils import timezone

from supervision.indicators.services import counted_procedures, recount_all


class Command(BaseCommand):
    help = "Count every month's figures anew."

    def add_arguments(self, parser):
        parser.add_argument("--procedure", choices=sorted(counted_procedures()), help="one procedure instead of all")

    def handle(self, *, procedure, **options):
        for name in [procedure] if procedure else sorted(counted_procedures()):
            recount_all(name, at=timezone.now(), on_month=lambda month, name=name: self.stdout.write(f"{name} {month:%Y-%m} counted"))
