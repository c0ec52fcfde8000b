"""Rounds of the past months in the named township, told through the engine itself, and one that runs now."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.db import transaction

from disputes.searches.demo.words import DISPUTES, GRIDS, NOTE
from disputes.searches.enums import Handling, Outcome
from disputes.searches.models import Round, Search, SensitivePeriod
from disputes.searches.services import call_round
from governance.deadlines.ledger import rules_read_once
from governance.deadlines.sweep import ring
from governance.flow import engine
from governance.notices.services import loading_history
from governance.people.enums import Role
from governance.people.models import Post
from governance.places.models import Place

CITY_TIME = ZoneInfo("Asia/Shanghai")
HOME = "150102001"
RECENT = timedelta(days=10)
BEGAN, LONG = (68, 38, 3), 9  # days before now on which rounds began, and how long each is
MOST = 8  # villages of a round that are told in full


def seed(*, rng, scale, count, at, say):
    """Three rounds of one township; nothing for a city in bulk, or when there are some already."""
    if scale != "demo" or Round.objects.exists():
        return
    caller = _acting(Role.TOWNSHIP_CLERK, HOME)
    with transaction.atomic(), loading_history(since=at - RECENT), rules_read_once():
        for back in BEGAN:
            _tell(rng, caller, _morning(at, back), now=at)
    say(f"searches: {Round.objects.count()} rounds, {Search.objects.count()} villages")


def _acting(role, path):
    """Somebody of the demo who serves in a role at a place."""
    post = Post.objects.filter(role=role, office__place__path=path, user__is_demo=True, ends=None).with_office().order_by("pk").first()
    post.user.acting_post = post
    return post.user


def _morning(at, back):
    return datetime.combine((at - timedelta(days=back)).astimezone(CITY_TIME).date(), time(9), tzinfo=CITY_TIME)


def _tell(rng, caller, moment, *, now):
    first, last = moment.date(), moment.date() + timedelta(days=LONG)
    period = SensitivePeriod.objects.touching(first, last).first()
    title = f"{first.month}月{period.name if period else ''}矛盾纠纷排查"
    called = call_round(
        by=caller, at=moment, place=Place.objects.get(path=HOME), title=title, begins=first, ends=last, period=period, note=NOTE
    )
    for search in Search.objects.filter(round=called).for_step().order_by("place_path")[:MOST]:
        _walk(rng, search, moment, now=now)


def _walk(rng, search, moment, *, now):
    """A village searches grid by grid; one in eight is too late or has not begun."""
    clerk, grids = _acting(Role.VILLAGE_CLERK, search.place_path), GRIDS[: rng.randint(2, 3)]
    moment += timedelta(days=rng.randint(1, LONG - 2) if rng.random() > 0.12 else LONG + 2)
    for serial, grid in enumerate(grids):
        at = moment + timedelta(hours=2 * serial)
        if at >= now:
            return
        ring(search, at=at)
        search = engine.take(search, "record", by=clerk, at=at, grid=grid, searched_on=at.date(), **_found(rng))
    ended = moment + timedelta(hours=2 * len(grids))
    if ended < now:
        engine.take(search, "finish", by=clerk, at=ended, grids_total=len(grids))


def _found(rng):
    """What one grid brought up: mostly nothing."""
    if rng.random() > 0.3:
        return {"outcome": Outcome.NOTHING, **dict.fromkeys(("kind", "spot", "summary", "handled", "settlement"), "")}
    kind, spot, summary, settlement = rng.choice(DISPUTES)
    ways = [Handling.SPOT] * 3 + [Handling.MEDIATION, Handling.COMPLAINTS]
    handled = rng.choice(ways) if settlement else Handling.MEDIATION
    told = settlement if handled == Handling.SPOT else ""
    return {"outcome": Outcome.FOUND, "kind": kind, "spot": spot, "summary": summary, "handled": handled, "settlement": told}
