"""Who gets what at every address, as the tests assert it."""

import json

from django.core.management.base import BaseCommand

from governance.web.matrix import lines


class Command(BaseCommand):
    help = "Print every URL name, role and relation (own, below, above, sideways) with its outcome."

    def add_arguments(self, parser):
        parser.add_argument("--json", action="store_true", help="JSON instead of a table")

    def handle(self, **options):
        found = list(lines())
        if options["json"]:
            self.stdout.write(json.dumps({"lines": found}, ensure_ascii=False, indent=1))
            return
        for line in found:
            self.stdout.write("{url:28} {role:20} {relation:9} {outcome}".format(**line))
