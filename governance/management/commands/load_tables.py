"""Loads the first content of every procedure's tables: catalogues, rules, reasons, texts."""

from django.core.management.base import BaseCommand

from governance import registry


class Command(BaseCommand):
    help = "Load what is not there yet; what someone has edited since stays as edited."

    def handle(self, **options):
        for load in registry.declared("loaders"):
            self.stdout.write(", ".join(f"{kind}: {count} added" for kind, count in load().items()))
