"""Some months of patrols: routes and plans of a few grids, each patrol walked, made good, missed or excused by the engine itself."""

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.db import transaction

from governance.deadlines.ledger import rules_read_once
from governance.deadlines.sweep import ring
from governance.flow import engine
from governance.flow.table import SYSTEM
from governance.notices.services import loading_history
from governance.people.enums import Role
from governance.people.models import Post
from grids.mesh.demo.names import is_rural
from grids.mesh.models import Assignment, Grid
from grids.patrols.data.load import load_check_lists
from grids.patrols.demo import texts
from grids.patrols.enums import Result, State
from grids.patrols.models import Answer, CheckList, Patrol, PatrolPoint, Plan, Route, RoutePoint
from grids.patrols.rules import due_period
from grids.patrols.services import answer_point, items_of, open_due

CITY_TIME = ZoneInfo("Asia/Shanghai")
RECENT = timedelta(days=10)
HOME, TOWNSHIP = "150102001001", "150102001"
DAYS_TOLD = 150
PLANS = (  # check list, rhythm, since how many days, how many of the routes
    ("fire", "weekly", 35, 7), ("gas", "monthly", 100, 4), ("heating", "twice", 45, 5), ("flood", "thrice", DAYS_TOLD, 2), ("order",
    "monthly", 70, 3),
)  # fmt: skip
AT_HOME, NEARBY, ELSEWHERE, POINTS = 4, 4, 3, (3, 5)
LATE, MISSED, EXCUSED = 0.07, 0.11, 0.15  # shares of one draw
WRONG, BLOCKED = 0.035, 0.02  # of the things looked at
SETTLED_AFTER = timedelta(days=4)
OVERDUE = 2  # of the last days, which wait to be made good


@dataclass
class Cast:
    """Who walks and who plans, and the share of the patrols that are open on purpose."""

    workers: dict
    clerk: object
    villages: dict
    left_open: list = field(default_factory=list)


def seed(*, rng, scale, count, at, say):
    """Check lists, then routes, plans and patrols; nothing where there are patrols already."""
    load_check_lists()
    if scale != "demo" or Patrol.objects.exists():
        return
    cast = gathered()
    with loading_history(since=at - RECENT), rules_read_once():
        plans = planned(rng, cast, at=at)
        for day in days_told(at):
            owed_that_day(rng, cast, plans, day, now=at)
    say(f"patrols: {Patrol.objects.count()} on {Route.objects.count()} routes")


def gathered():
    """The grids' responsible workers, each acting for the post; and the township's clerk who signs in."""
    workers = {}
    serving = Assignment.objects.standing().responsible().filter(grid__place_path__startswith="150102")
    for one in serving.select_related("post__user", "post__office__place"):
        one.post.user.acting_post = one.post
        workers[one.grid_id] = one.post.user
    villages = {}
    for post in Post.objects.filter(user__is_demo=True, role=Role.VILLAGE_CLERK, office__place__path__startswith="150102").with_office():
        post.user.acting_post = post
        villages[post.office.place_id] = post.user
    clerks = Post.objects.filter(user__is_demo=True, role=Role.TOWNSHIP_CLERK, office__place__code=TOWNSHIP).with_office()
    post = clerks.order_by("-user__password", "pk").first()
    post.user.acting_post = post
    return Cast(workers, post.user, villages)


def planned(rng, cast, *, at):
    """Routes of the home village's grids, of some nearby and of a few in the next townships; and what is walked on them."""
    routes, served = [], Grid.objects.filter(pk__in=cast.workers).select_related("place").order_by("place_path")
    near = served.filter(place_path__startswith=TOWNSHIP).exclude(place_path__startswith=HOME)
    far = served.filter(place_path__startswith="150102").exclude(place_path__startswith=TOWNSHIP)
    chosen = [*served.filter(place_path__startswith=HOME)[:AT_HOME], *near[: AT_HOME * 8 : 8][:NEARBY], *far[::97][:ELSEWHERE]]
    for number, grid in enumerate(chosen):
        routes.append(drawn(rng, grid, number, at=at - timedelta(days=DAYS_TOLD + 1), by=cast.clerk))
    plans = []
    for code, rhythm, since, amount in PLANS:
        checklist, begins = CheckList.objects.get(code=code), (at - timedelta(days=since)).astimezone(CITY_TIME).date()
        for route in routes[:amount]:
            facts = {"begins": begins, "made_at": at - timedelta(days=since + 1), "made_by": cast.clerk}
            plans.append(Plan(route=route, place_path=route.place_path, checklist=checklist, rhythm=rhythm, **facts))
    return Plan.objects.bulk_create(plans)


def drawn(rng, grid, number, *, at, by):
    rural = is_rural(grid.place)
    names, points = (texts.RURAL_ROUTES, texts.RURAL_POINTS) if rural else (texts.ROUTES, texts.POINTS)
    route = Route.objects.create(grid=grid, place_path=grid.place_path, name=names[number % len(names)], changed_at=at, changed_by=by)
    wanted = rng.sample(points, rng.randint(*POINTS))
    RoutePoint.objects.bulk_create(
        RoutePoint(route=route, order=order, name=name, address=grid.area[:60] if order == 1 else "")
        for order, name in enumerate(wanted, start=1)
    )
    return route


def days_told(at):
    today = at.astimezone(CITY_TIME).date()
    return [today - timedelta(days=back) for back in range(DAYS_TOLD, -1, -1)]


def owed_that_day(rng, cast, plans, day: date, *, now):
    """Make the patrols whose stretch begins that day, and tell each to its end."""
    begun = [plan.pk for plan in plans if (period := period_on(plan, day)) and period[0] == day]
    morning = min(datetime.combine(day, time(7, 30), CITY_TIME), now)
    if not begun or not open_due(at=morning, plans=Plan.objects.filter(pk__in=begun)):
        return
    for patrol in Patrol.objects.filter(plan__in=begun, period_first=day).for_detail().order_by("pk"):
        with transaction.atomic():
            told(rng, cast, patrol, now=now)


def period_on(plan, day):
    return due_period(plan.rhythm, day, begins=plan.begins, ends=plan.ends, season=plan.checklist.season)


def told(rng, cast, patrol, *, now):
    """In time most often; late, missed or excused now and then; one whose limit is still to come is begun, done or waits."""
    worker, draw = cast.workers[patrol.grid_id], rng.random()
    if patrol.due_at > now:
        waits(rng, cast, worker, patrol, now=now)
    elif len(cast.left_open) < OVERDUE and now - patrol.due_at < timedelta(days=6):
        overdue(patrol)
        cast.left_open.append(patrol)
    elif draw < LATE:
        overdue(patrol)
        if patrol.due_at + timedelta(days=2) < now:
            walk(rng, cast, worker, patrol, patrol.due_at + timedelta(hours=rng.randint(9, 40)), now=now)
    elif draw < MISSED:
        overdue(patrol)
        if (end := patrol.due_at + timedelta(days=7, hours=1)) < now:
            ring(Patrol.objects.get(pk=patrol.pk), at=end)
            engine.take(patrol, "give_up", by=SYSTEM, at=end)
    elif draw < EXCUSED:
        engine.take(patrol, "excuse", by=cast.clerk, at=moment(rng, patrol, now), note=rng.choice(texts.EXCUSED))
    else:
        walk(rng, cast, worker, patrol, moment(rng, patrol, now), now=now)


def waits(rng, cast, worker, patrol, *, now):
    """Of what is due yet a third is done, a third begun."""
    draw, start = rng.random(), moment(rng, patrol, now)
    if start + timedelta(hours=1) < now and draw < 0.66:
        walk(rng, cast, worker, patrol, start, now=now, until=None if draw < 0.33 else 1)


def overdue(patrol):
    late = patrol.due_at + timedelta(minutes=10)
    ring(patrol, at=late)
    engine.take(patrol, "miss", by=SYSTEM, at=late)


def moment(rng, patrol, now):
    """A morning or an afternoon of its stretch, before its limit and the present."""
    days = (min(patrol.due_at, now) - patrol.opened_at).days
    day = (patrol.opened_at + timedelta(days=rng.randint(0, max(days - 1, 0)))).astimezone(CITY_TIME)
    found = day.replace(hour=rng.choice((9, 10, 15, 16)), minute=rng.randrange(60))
    return found if found + timedelta(hours=1) < now else now - timedelta(minutes=rng.randint(70, 120))


def walk(rng, cast, worker, patrol, start, *, now, until=None):
    """From point to point; what was found is solved by the worker some time after, unless it was just now."""
    if start + timedelta(hours=1) > now:
        return
    patrol, at, items = begin(worker, patrol, start), start, items_of(patrol)
    in_order, points = [], [*patrol.points.all()][: until or patrol.total]
    for point in points:
        at += timedelta(minutes=rng.randint(4, 12))
        results, note = seen(rng, items)
        if not note:
            in_order.append((point, at))
            continue
        for report in answer_point(patrol, point.order, results, by=worker, at=at, note=note):
            if now - at > SETTLED_AFTER:
                settled(rng, cast, report, worker, at)
    keep_in_order(patrol, in_order, items, worker)
    if until is None:
        engine.take(patrol, "finish", by=worker, at=at + timedelta(minutes=2))


def settled(rng, cast, report, worker, at):
    """Most things are put right on the spot; a hazard goes to the village, which answers the next day."""
    clerk, words = cast.villages.get(report.place_id), rng.choice(texts.SOLVED)
    if report.kind.code != "hazard":
        engine.take(report, "solve", by=worker, at=at + timedelta(minutes=rng.randint(15, 50)), note=words, photos=[])
    elif clerk:
        engine.take(report, "pass_to_village", by=worker, at=at + timedelta(minutes=5))
        engine.take(report, "answer", by=clerk, at=at + timedelta(hours=rng.randint(18, 26)), note=words, photos=[])
        engine.take(report, "confirm", by=worker, at=at + timedelta(hours=rng.randint(28, 46)))


def begin(worker, patrol, at):
    """An overdue one is walked as it is."""
    fresh = Patrol.objects.for_detail().get(pk=patrol.pk)
    return engine.take(fresh, "start", by=worker, at=at) if fresh.state == State.PLANNED else fresh


def keep_in_order(patrol, seen_at, items, worker):
    """The points at which nothing was found, all at once: they have no event of their own."""
    for point, at in seen_at:
        point.answered_at, point.answered_by = at, worker
    PatrolPoint.objects.bulk_update([point for point, _at in seen_at], ["answered_at", "answered_by"])
    Answer.objects.bulk_create(Answer(point=point, item=item, result=Result.NORMAL) for point, _at in seen_at for item in items)
    Patrol.objects.filter(pk=patrol.pk).update(left=patrol.points.filter(answered_at=None).count())


def seen(rng, items):
    """What there was at a point, and a word on what was not in order."""
    results = {item.pk: Result.NORMAL for item in items}
    item = rng.choice(items)
    draw, words = rng.random() / len(items), [said for name, said in texts.FOUND.items() if item.label.startswith(name)]
    if words and draw < WRONG:
        return {**results, item.pk: Result.WRONG}, rng.choice(words[0])
    if draw < WRONG + BLOCKED:
        return {**results, item.pk: Result.BLOCKED}, rng.choice(texts.BLOCKED)
    return results, ""
