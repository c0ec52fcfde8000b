"""Fills the database with the demo, or with a whole city's years for the bench."""

import random
import time

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from governance import registry
from governance.people.establish import establish_offices
from governance.people.models import User
from governance.web.demo.accounts import open_accounts


class Command(BaseCommand):
    help = "Offices, named accounts and cases. --scale demo: a year of about 2,000 complaints; --scale city: --complaints of them, in bulk."

    def add_arguments(self, parser):
        parser.add_argument("--scale", choices=["demo", "city"], default="demo")
        parser.add_argument("--complaints", type=int, default=None)
        parser.add_argument("--seed", type=int, default=20221101)

    def handle(self, *, scale, complaints, seed, **options):
        if User.objects.filter(is_demo=False).exists():
            raise CommandError("this database holds real accounts: the demo is not mixed with them")
        started, at = time.monotonic(), timezone.now()
        self.stdout.write(f"offices: {establish_offices()} added")
        self.stdout.write(f"people: {open_accounts()}")
        for fill in registry.declared("demo"):
            fill(rng=random.Random(seed), scale=scale, count=complaints, at=at, say=self.stdout.write)
        self.stdout.write(f"demo ready in {time.monotonic() - started:.0f} s")
