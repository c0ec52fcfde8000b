"""Fills the database with the demo, or with a whole city's years for the bench."""

import gc
import os
import random
import time
from concurrent.futures import FIRST_COMPLETED, ProcessPoolExecutor, wait
from multiprocessing import get_context

from django.core.management.base import BaseCommand, CommandError
from django.db import connections
from django.utils import timezone

from governance import registry
from governance.cases.services import serials_apart
from governance.people.establish import establish_offices
from governance.people.models import User
from governance.web.demo.accounts import open_accounts
from governance.web.demo.beside import beside

GIVING_WAY = 10  # of 19


class Command(BaseCommand):
    help = "Offices, named accounts and cases. --scale demo: a year of about 1,000 complaints; --scale city: --complaints of them, in bulk."

    def add_arguments(self, parser):
        parser.add_argument("--scale", choices=["demo", "city"], default="demo")
        parser.add_argument("--complaints", type=int, default=None)
        parser.add_argument("--seed", type=int, default=20221101)

    def handle(self, *, scale, complaints, seed, **options):
        if User.objects.filter(is_demo=False).exists():
            raise CommandError("this database holds real accounts: the demo is not mixed with them")
        started, facts = time.monotonic(), {"scale": scale, "count": complaints, "at": timezone.now()}
        self.stdout.write(f"offices: {establish_offices()} added")
        self.stdout.write(f"people: {open_accounts()}")
        self.stdout.flush()
        collect_seldom()
        tell_chapters({chapter.label: chapter for chapter in registry.chapters() if chapter.demo}, seed, facts)
        tell_last(seed, facts)
        self.stdout.write(f"demo ready in {time.monotonic() - started:.0f} s")


def collect_seldom():
    """The rows of the demo are many and short-lived: at its usual pace the garbage collector would take a fifth of the time."""
    gc.freeze()
    gc.set_threshold(100_000, 50, 100)


def tell_chapters(left, seed, facts):
    """Every chapter's demo in a process of its own, as soon as those it goes on from are told."""
    told, running = set(), {}
    connections.close_all()
    with ProcessPoolExecutor(mp_context=get_context("fork"), max_workers=len(left)) as pool:
        while left or running:
            for label in [label for label, chapter in left.items() if told.issuperset(chapter.demo_after)]:
                del left[label]
                running[pool.submit(tell, label, seed, facts)] = label
            for done in wait(running, return_when=FIRST_COMPLETED).done:
                told.add(running.pop(done))
                done.result()


def tell(label, seed, facts):
    """One chapter, those of its procedures that need not wait for each other in two processes."""
    with serials_apart(), beside(tell_beside, label, seed, facts):
        fill_all(chapter_named(label).demo, seed, facts)


def tell_beside(label, seed, facts):
    """What need not wait for the rest of its chapter, and gives way to it: it has until the end, the others wait for the rest."""
    os.nice(GIVING_WAY)
    fill_all(chapter_named(label).demo_beside, seed, facts)


def chapter_named(label):
    return next(chapter for chapter in registry.chapters() if chapter.label == label)


def fill_all(fills, seed, facts):
    """These, one after the other; each begins its chances anew."""
    for fill in fills:
        fill(rng=random.Random(seed), say=lambda line: print(line, flush=True), **facts)


def tell_last(seed, facts):
    """What counts the cases of all chapters, when they are all there."""
    fill_all(registry.declared("demo_last"), seed, facts)
