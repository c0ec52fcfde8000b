"""Says where kept figures differ from their rows: from a recount, and from the rows that their lists open. Changes nothing."""

import json

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from supervision.indicators.checking import check, record
from supervision.indicators.services import counted_procedures


class Command(BaseCommand):
    help = "Compare every kept figure with its recount and with the rows it opens; exit 1 naming those that differ."

    def add_arguments(self, parser):
        parser.add_argument(
            "--json", action="store_true", dest="as_json", help="the outcome for programs; the exit status is then always 0"
        )
        parser.add_argument("--procedure", choices=sorted(counted_procedures()), help="one procedure instead of all")
        parser.add_argument("--record", action="store_true", help="keep the outcome, as the nightly check does, for the dashboard to tell")

    def handle(self, *, as_json, procedure, **options):
        outcome = check(procedures=[procedure] if procedure else None)
        if options["record"]:
            self._keep(outcome)
        if as_json:
            self.stdout.write(json.dumps(outcome.told(), ensure_ascii=False))
        else:
            self._tell(outcome)

    def _keep(self, outcome):
        record(outcome, at=timezone.now())

    def _tell(self, outcome):
        for one in outcome.examples:
            told = f"kept {one['kept']}, recount {one['counted']}, rows opened {one['opened']}"
            self.stdout.write(f"{one['when'][:7]} {one['indicator']} {one['place']}: {told}")
        if outcome.either:
            raise CommandError(f"{outcome.either} of {outcome.checked} figures differ; {outcome.waiting} wait to be counted")
        self.stdout.write(f"{outcome.checked} figures agree with their rows; {outcome.waiting} wait to be counted")
