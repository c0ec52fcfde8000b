"""Raises the findings nobody raised yet: what beat runs every ten minutes. Safe to run at any time, as often as one likes."""

import json

from django.core.management.base import BaseCommand
from django.utils import timezone

from supervision.raising.services import raise_findings


class Command(BaseCommand):
    help = "Raise a draft finding for every gap that has none (lapsed duties, figures below their floor), and close drafts that were met."

    def add_arguments(self, parser):
        parser.add_argument("--json", action="store_true", help="print what was done as JSON")

    def handle(self, *, json: bool, **options):
        told = raise_findings(at=timezone.now()).plain()
        self.stdout.write(_as_json(told) if json else ", ".join(f"{name}: {count}" for name, count in told.items()))


def _as_json(told):
    return json.dumps(told)
