"""Proves that no event was altered, removed or inserted."""

from django.core.management.base import BaseCommand, CommandError

from governance import registry
from governance.timeline.record import shortened, verify


class Command(BaseCommand):
    help = "Read every chain of events; exit 0 and their count, or exit 1 naming the first broken event."

    def handle(self, **options):
        verdict = verify(on_progress=lambda count: self.stderr.write(f"{count} events read"))
        if verdict.broken:
            raise CommandError(
                f"broken: {verdict.broken.case_number} event {verdict.broken.sequence} "
                f"(id {verdict.broken.pk}, {verdict.broken.label}): {verdict.reason}"
            )
        for model in registry.case_models().values():
            if number := shortened(model):
                raise CommandError(f"broken: {number}: its last event is missing")
        self.stdout.write(f"{verdict.count} events verified")
