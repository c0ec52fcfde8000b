"""How often a kind of crowded place, or an office of a government, must drill, and by which law: for scripts."""

import json

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from emergencies.drills.services import intervals


class Command(BaseCommand):
    help = (
        "Print the shortest drill interval that binds each kind, with its citation: kind, interval, citation, words; all kinds without one."
    )

    def add_arguments(self, parser):
        parser.add_argument("kinds", nargs="*", metavar="KIND", help="code of a kind, e.g. mall, school, government")
        parser.add_argument("--json", action="store_true", dest="as_json", help="a JSON array instead of tab-separated lines")

    def handle(self, *, kinds, as_json, **options):
        known = intervals(at=timezone.now())
        if unknown := [kind for kind in kinds if kind not in known]:
            raise CommandError(f"no such kind: {', '.join(unknown)}; known are {', '.join(sorted(known))}")
        rows = [row_of(kind, *known[kind]) for kind in kinds or sorted(known)]
        if as_json:
            self.stdout.write(json.dumps(rows, ensure_ascii=False, indent=2))
            return
        for row in rows:
            self.stdout.write("\t".join([row["kind"], row["interval"], row["citation"], row["label"]]))


def row_of(kind, rule, limit):
    """The binding rule as its fields; `limit` names the row of the limits that holds the length."""
    return {
        "kind": kind, "interval": str(limit.amount_label), "amount": limit.amount, "unit": limit.unit, "label": rule.label,
        "citation": rule.citation, "mark": rule.mark, "limit": limit.code,
    }  # fmt: skip
