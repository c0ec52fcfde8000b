"""Counts the kept figures anew, or only says where they differ from the rows."""

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from supervision.indicators.models import StaleMonth
from supervision.indicators.services import count_month, counted_procedures, differences, months_of


class Command(BaseCommand):
    help = "Count every month's figures anew; with --check change nothing, and exit 1 naming the figures that differ from their rows."

    def add_arguments(self, parser):
        parser.add_argument("--check", action="store_true", help="compare only")
        parser.add_argument("--procedure", choices=sorted(counted_procedures()), help="one procedure instead of all")

    def handle(self, *, check, procedure, **options):
        procedures = [procedure] if procedure else sorted(counted_procedures())
        months = [(name, month) for name in procedures for month in months_of(name)]
        if check:
            self._compare(months)
        for name, month in [] if check else months:
            count_month(name, month, at=timezone.now())
            self.stdout.write(f"{name} {month:%Y-%m} counted")

    def _compare(self, months):
        found = [(month, *difference) for name, month in months for difference in differences(name, month)]
        for month, indicator, path, kept, counted in found:
            self.stdout.write(f"{month:%Y-%m} {indicator} {path}: kept {kept}, rows say {counted}")
        if found:
            waiting = StaleMonth.objects.count()
            raise CommandError(f"{len(found)} figures differ; {waiting} changes wait to be counted")
        self.stdout.write(f"{len(months)} months agree with their rows")
