"""The grids of the whole city and many years of reports, for the bench."""

import random

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from governance.people.models import User
from grids.mesh.demo.seed import seed as seed_mesh
from grids.reports.data.load import load_kinds
from grids.reports.demo.bulk import load
from grids.reports.models import Report


class Command(BaseCommand):
    help = "Load --count grid reports of five years with COPY into a database that holds the demo's offices and people, and no report yet."

    def add_arguments(self, parser):
        parser.add_argument("--count", type=int, required=True)
        parser.add_argument("--seed", type=int, default=20221101)

    def handle(self, *, count, seed, **options):
        if User.objects.filter(is_demo=False).exists() or Report.objects.exists():
            raise CommandError("this database holds real accounts, or reports already")
        at, rng = timezone.now(), random.Random(seed)
        load_kinds()
        seed_mesh(rng=rng, scale="demo", count=None, at=at, say=self.stdout.write)
        load(count, rng=rng, at=at, say=self.stdout.write)
