"""Whether everybody whose complaint follows another hears of it, and of its end exactly once."""

import json

from django.core.management.base import BaseCommand, CommandError

from disputes.following.sheet import report


class Command(BaseCommand):
    help = "Print each leading complaint, its followers and what each was told. Fails where one was not told of the end exactly once."

    def add_arguments(self, parser):
        parser.add_argument("numbers", nargs="*", help="only these leading complaints")
        parser.add_argument("--json", action="store_true", help="JSON instead of a table")

    def handle(self, **options):
        found = report(options["numbers"])
        if options["json"]:
            self.stdout.write(json.dumps(found, ensure_ascii=False, indent=1))
        else:
            self._table(found)
        if found["wrong"]:
            raise CommandError(f"not told of the end exactly once: {', '.join(found['wrong'])}")

    def _table(self, found):
        for lead in found["leads"]:
            self.stdout.write(f"{lead['number']} {lead['state']}")
            for row in lead["followers"]:
                told = f"progress {row['progress_notices']}, closing {row['closing_notices']} (messages {row['closing_messages']})"
                self.stdout.write(f"  {row['number']} {row['state']:13} {'joined' if row['joined'] else 'merged'}  {told}")
        self.stdout.write(", ".join(f"{name} {count}" for name, count in found["totals"].items()))
