"""Some weeks of the diary in the home township, each entry written, added to, read and commented by the engine itself."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.db import transaction

from governance.deadlines.ledger import rules_read_once
from governance.flow import engine
from governance.flow.table import SYSTEM
from governance.notices.services import loading_history
from governance.people.enums import Role
from governance.people.models import Post
from grids.diary.demo import texts
from grids.diary.enums import Kind
from grids.diary.models import Entry
from grids.diary.services import write
from grids.mesh.models import Assignment
from grids.reports.models import ReportKind

CITY_TIME = ZoneInfo("Asia/Shanghai")
RECENT = timedelta(days=10)
HOME, TOWNSHIP = "150102001001", "150102001"
WEEKS, HOME_WEEKS, SILENT = 2, 7, 0.15
SHARES = (Kind.VISIT, Kind.VISIT, Kind.VISIT, Kind.DEMAND, Kind.DEMAND, Kind.MEETING, Kind.PUBLICITY)
ADDED, COMMENTED, REPORTED, READ = 0.2, 0.3, 0.6, 0.9


def seed(*, rng, scale, count, at, say):
    """Entries of the home township's workers; nothing where there are entries already."""
    if scale != "demo" or Entry.objects.exists():
        return
    clerk, kinds = township_clerk(), {kind.code: kind for kind in ReportKind.objects.in_use()}
    with loading_history(since=at - RECENT), rules_read_once():
        for moment, one in sorted(begun(rng, at=at), key=lambda pair: pair[0]):
            with transaction.atomic():
                told(rng, one, clerk, kinds, moment, now=at)
    say(f"diary: {Entry.objects.count()} entries")


def township_clerk():
    clerks = Post.objects.filter(user__is_demo=True, role=Role.TOWNSHIP_CLERK, office__place__code=TOWNSHIP).with_office()
    post = clerks.order_by("-user__password", "pk").first()
    post.user.acting_post = post
    return post.user


def begun(rng, *, at):
    """(moment, assignment) pairs: about once a week per worker, more weeks at home; some workers fell silent."""
    serving, seen = Assignment.objects.standing().responsible().filter(grid__place_path__startswith=TOWNSHIP), set()
    for one in serving.select_related("grid__place", "post__user", "post__office__place").order_by("grid__place_path"):
        if one.post_id in seen:
            continue
        seen.add(one.post_id)
        one.post.user.acting_post = one.post
        at_home = one.grid.place_path.startswith(HOME)
        silent = not at_home and rng.random() < SILENT
        for week in range(1 if silent else 0, HOME_WEEKS if at_home else WEEKS):
            yield moment(rng, at - timedelta(days=7 * week + rng.randint(8, 10) * silent + rng.randint(0, 5)), at), one


def moment(rng, day, now):
    found = datetime.combine(day.astimezone(CITY_TIME).date(), time(rng.randint(9, 17), rng.randrange(60)), CITY_TIME)
    return found if found < now else now - timedelta(minutes=rng.randint(30, 200))


def told(rng, one, clerk, kinds, moment, *, now):
    """Written, added to, kept overnight, read; a demand most often becomes a report."""
    kind, worker = rng.choice(SHARES), one.post.user
    text = rng.choice(texts.ENTRIES[kind])
    entry = write(by=worker, at=moment, grid=one.grid, kind=kind, happened_on=moment.date(), text=text)
    if kind == Kind.DEMAND and rng.random() < REPORTED:
        reported(rng, entry, worker, kinds, text, moment + timedelta(minutes=12), now=now)
    if moment.date() == now.astimezone(CITY_TIME).date():
        return
    engine.take(entry, "keep", by=SYSTEM, at=datetime.combine(moment.date() + timedelta(days=1), time(0, 10), CITY_TIME))
    next_day = moment + timedelta(days=1)
    if rng.random() < ADDED and next_day < now:
        engine.take(entry, "add", by=worker, at=next_day, addition=rng.choice(texts.ADDITIONS), files=[])
    if rng.random() < READ and (reading := next_day + timedelta(hours=2)) < now - timedelta(days=1):
        note = rng.choice(texts.COMMENTS) if rng.random() < COMMENTED else ""
        engine.take(entry, "read", by=clerk, at=reading, note=note)


def reported(rng, entry, worker, kinds, text, moment, *, now):
    """Pressed at once; solved the same day where it was some time ago."""
    if moment >= now:
        return
    code = next((code for word, code in texts.KINDS.items() if word in text), "service")
    report = engine.take(entry, "become_report", by=worker, at=moment, report_kind=kinds[code], matter=text).report
    if now - moment > RECENT:
        engine.take(report, "solve", by=worker, at=moment + timedelta(hours=2), note=rng.choice(texts.SOLVED), photos=[])
