"""A believable year of grid reports, each one taken through the flow by the engine itself, at moments of the past."""

from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from multiprocessing import get_context
from random import Random
from typing import Any
from zoneinfo import ZoneInfo

from django.db import connections, transaction

from governance.deadlines.ledger import rules_read_once
from governance.deadlines.sweep import ring_all
from governance.notices.services import loading_history
from governance.people.enums import Role
from governance.people.models import Post
from grids.mesh.demo.names import is_rural
from grids.mesh.models import Assignment, Grid
from grids.reports.data.load import load_kinds
from grids.reports.demo import stories, texts
from grids.reports.demo.answering import answers
from grids.reports.models import Report, ReportKind
from grids.reports.services import carry_on_all, file_report

CITY_TIME = ZoneInfo("Asia/Shanghai")
COUNT, LATELY = 720, 80
YEAR, RECENT, LATE_DAYS = 365, timedelta(days=10), 9
BATCH = 50
HOME, HOME_TOWNSHIP = "150102001001", "150102001"
HOME_SHARE, TOWNSHIP_SHARE, TOWN_SHARE = 0.06, 0.1, 0.7
CONTACT_SHARE = 0.15
MARGINS = (range(8, 12), range(14, 18))
STATIONS = {Role.VILLAGE_CLERK, Role.TOWNSHIP_CLERK, Role.DEPARTMENT_HANDLER, Role.CENTRE_OFFICER}


@dataclass
class Cast:
    """Who acts in the stories: the grids with their workers, somebody at every office, and the kinds."""

    grids: dict  # "home", "township", "town", "country" → grids
    workers: dict
    handlers: dict
    kinds: dict
    part: int
    told: set = field(default_factory=set)


@dataclass(frozen=True)
class Beginning:
    """When and where a report begins; where it is to stand today, if it is one of those that are still open."""

    at: datetime
    nearby: bool = False
    stands: Any = None


def seed(*, rng, scale, count, at, say):
    """Kinds, then the reports; nothing where there are reports already."""
    load_kinds()
    if scale != "demo" or Report.objects.exists():
        return
    beginnings = begun(rng, at=at)
    middle = next(index for index in range(len(beginnings) // 2, len(beginnings)) if changes_day(beginnings, index))
    parts = [(beginnings[:middle], 0, rng.random(), at), (beginnings[middle:], 1, rng.random(), at)]
    connections.close_all()
    with ProcessPoolExecutor(max_workers=2, mp_context=get_context("fork")) as pool:
        done = sum(pool.map(tell_all, *zip(*parts, strict=True)))
    say(f"grid reports: {done} told")
    with loading_history(since=at - RECENT):
        ring_all(Report, at=at)
        while carry_on_all(at=at):
            pass


def changes_day(beginnings, index):
    return beginnings[index].at.date() != beginnings[index - 1].at.date()


def begun(rng, *, at):
    """Beginnings over twelve months in the order of time, and the few of the last days near by that still wait for someone."""
    ages = [rng.uniform(0.4, YEAR) for _ in range(COUNT)] + [rng.uniform(0.1, LATE_DAYS) for _ in range(LATELY)]
    spread = [Beginning(moment(rng, (at - timedelta(days=age)).astimezone(CITY_TIME), at)) for age in ages]
    return sorted([*spread, *stories.still_open(rng, at=at, begin=Beginning)], key=lambda one: one.at)


def moment(rng, day, now):
    """Some time of that day's work, before the present."""
    hours = rng.choice([hour for margin in MARGINS for hour in margin])
    found = datetime.combine(day.date(), time(hours, rng.randrange(60)), CITY_TIME)
    return found if found < now else now - timedelta(minutes=rng.randrange(30, 300))


def tell_all(beginnings, part, seed, now):
    """These reports, fifty to a transaction. Two processes never share a day, so neither waits for a number."""
    connections.close_all()
    rng, cast = Random(seed), gathered(part)
    with loading_history(since=now - RECENT), rules_read_once():
        for start in range(0, len(beginnings), BATCH):
            with transaction.atomic():
                for beginning in beginnings[start : start + BATCH]:
                    tell(rng, cast, beginning, now=now)
    return len(beginnings)


def gathered(part):
    """The cast, read once; the named accounts come before those who cannot sign in."""
    handlers = {}
    for post in Post.objects.filter(user__is_demo=True, role__in=STATIONS).with_office().order_by("-user__password", "pk"):
        post.user.acting_post = post
        handlers.setdefault(post.office_id, post.user)
    serving = Assignment.objects.standing().responsible().select_related("post__user", "post__office__place")
    workers = {}
    for one in serving:
        one.post.user.acting_post = one.post
        workers[one.grid_id] = one.post.user
    grids = {"home": [], "township": [], "town": [], "country": []}
    for grid in Grid.objects.filter(pk__in=workers).select_related("place"):
        for name in groups_of(grid):
            grids[name].append(grid)
    return Cast(grids, workers, handlers, {kind.code: kind for kind in ReportKind.objects.in_use()}, part)


def groups_of(grid):
    found = ["country" if is_rural(grid.place) else "town"]
    return found + [name for name, path in (("home", HOME), ("township", HOME_TOWNSHIP)) if grid.place_path.startswith(path)]


def tell(rng, cast, beginning, *, now):
    """Report one thing that day and carry it as far as it has come by `now`."""
    grid = rng.choice(cast.grids["home" if beginning.nearby else drawn_group(rng)])
    kind = cast.kinds["facility" if beginning.stands in stories.AT_HOUSING else texts.kind_of(rng)]
    rural = is_rural(grid.place)
    frame = texts.frame_of(rng, kind.code, beginning.at.month, rural=rural)
    contact = stories.contact(rng) if rng.random() < CONTACT_SHARE else {}
    words = texts.found(rng, frame, rural=rural, part=cast.part, told=cast.told)
    report = file_report(
        at=beginning.at, by=cast.workers[grid.pk], grid=grid, kind=kind, description=words,
        answers=answers(rng, kind, words, at=beginning.at), **contact,
    )  # fmt: skip
    stories.carry(rng, cast, report, frame, now=now, stands=beginning.stands)


def drawn_group(rng):
    place = rng.random()
    if place < HOME_SHARE:
        return "home"
    if place < HOME_SHARE + TOWNSHIP_SHARE:
        return "township"
    return "town" if rng.random() < TOWN_SHARE else "country"
