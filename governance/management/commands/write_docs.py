"""Writes the generated pages of docs/."""

from django.core.management.base import BaseCommand, CommandError

from governance.environment import ROOT
from governance.web import documents


class Command(BaseCommand):
    help = "Write docs/access.md, docs/limits.md and docs/flows/*.md from the code; --check only compares."

    def add_arguments(self, parser):
        parser.add_argument("--check", action="store_true", help="change nothing; exit 1 when a page is stale")

    def handle(self, *, check, **options):
        changed = documents.stale() if check else documents.write()
        names = ", ".join(str(path.relative_to(ROOT)) for path in changed)
        if check and changed:
            raise CommandError(f"stale: {names} (run manage.py write_docs)")
        self.stdout.write(f"docs: {names or 'nothing'} {'stale' if check else 'written'}")
