"""What a run needs to know of its database: sessions of the people who ask, cases, and answers of a form."""

import json

from django.core.management.base import BaseCommand

from bench import gathering


class Command(BaseCommand):
    help = "Open sessions and print them, with cases to read and to work on, as JSON."

    def handle(self, **options):
        self.stdout.write(json.dumps(gathering.gathered()))
