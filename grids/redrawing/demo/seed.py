"""A few splits, merges and closings: some of years ago, some with open reports that went over, one that is still to come."""

from datetime import datetime, time, timedelta

from django.utils import timezone

from governance.people.enums import Role
from governance.people.models import Post
from grids.mesh.enums import GridKind
from grids.mesh.models import Grid
from grids.redrawing import services
from grids.redrawing.enums import Way
from grids.redrawing.models import Redrawing
from grids.reports.models import Report

HOME = "150102001"  # where the township's demo clerk keeps the mesh
LONG_AGO = (420, 1100)  # days
SPLITS, MERGES, CLOSINGS = 6, 5, 4
REASONS = {
    Way.SPLIT: ("小区二期交付入住，户数超过 500 户。", "回迁楼集中入住，网格员反映走访不过来。", "道路打通后分隔成两片，便于服务。"),
    Way.MERGE: ("棚户区搬迁后户数不足 300 户。", "两片连成一体，合并后由一名网格员负责。", "撤并自然村，住户集中到新村。"),
    Way.CLOSE: ("市场已搬迁，原址并入所在网格。", "园区停办，原址并入所在网格。", "学校迁址，原校区并入所在网格。"),
}


def seed(*, rng, scale, count, at, say):
    """Those of years ago, before any report of the demo; nothing where something was redrawn already."""
    if scale != "demo" or Redrawing.objects.exists():
        return
    grids, done = Grid.objects.filter(active_until=None).order_by("code"), 0
    base = grids.filter(kind=GridKind.BASE, frame=None).exclude(place__code__startswith=f"{HOME}001")
    for wanted, rows, redraw in (
        (SPLITS, base.filter(households__gt=510), split),
        (MERGES, base.filter(households__lt=290), merge),
        (CLOSINGS, grids.filter(kind=GridKind.DEDICATED), close),
    ):
        for old in drawn_from(rng, rows, wanted):
            done += bool(redraw(rng, old, at=moment(rng, at)))
    say(f"redrawing: {done} redrawings of earlier years")


def seed_lately(*, rng, scale, count, at, say):
    """Today's, after the reports were told: what is open goes over; and one that comes into force in a fortnight."""
    if scale != "demo" or Redrawing.objects.filter(day__gte=timezone.localdate(at)).exists():
        return
    busy = Report.objects.ongoing().filter(place_path__startswith=HOME).exclude(place_path__startswith=f"{HOME}001")
    here = Grid.objects.base().filter(place__code__startswith=HOME, active_until=None, frame=None, pk__in=busy.values("grid"))
    olds = [*here.order_by("-households", "code")[:2]]
    done = [split(rng, old, at=at) for old in olds[:1]] + [split(rng, old, at=at, day=14) for old in olds[1:]]
    say(f"redrawing: {len(done)} redrawings of these days")


def drawn_from(rng, rows, wanted):
    found = [*rows]
    return rng.sample(found, min(wanted, len(found)))


def moment(rng, at):
    """A morning of some years ago."""
    day = timezone.localdate(at) - timedelta(days=rng.randint(*LONG_AGO))
    return timezone.make_aware(datetime.combine(day, time(9, 30)))


def clerk_of(grid, at):
    """Who keeps the mesh there, if the township has somebody."""
    post = Post.objects.live(at).filter(role=Role.TOWNSHIP_CLERK, office__place__code=grid.place.code[:9]).select_related("user").first()
    return post.user if post else None


def worker_of(grid):
    serving = grid.assignments.standing().responsible().select_related("post").first()
    return serving.post if serving else None


def split(rng, old, *, at, day=0):
    """Two halves; the worker keeps both for now."""
    first = (old.households or 0) // 2
    people = old.residents or 0
    halves = ((f"{old.name}东片", first, people // 2), (f"{old.name}西片", old.households - first, people - people // 2))
    parts = [
        {"name": name, "area": f"{old.area}（{name[-2:]}）", "households": households, "residents": residents, "post": worker_of(old)}
        for name, households, residents in halves
    ]
    facts = {"day": timezone.localdate(at) + timedelta(days=day), "reason": rng.choice(REASONS[Way.SPLIT])}
    return services.split(old, parts, by=clerk_of(old, at), at=at, **facts)


def merge(rng, old, *, at):
    """With the smallest neighbour of the village; None where there is none."""
    beside = Grid.objects.base().filter(place=old.place_id, active_until=None, frame=None).exclude(pk=old.pk).order_by("households", "code")
    other = beside.first()
    old.refresh_from_db()
    if other is None or old.active_until:
        return None
    facts = {"day": timezone.localdate(at), "reason": rng.choice(REASONS[Way.MERGE])}
    name, area = f"{old.place.short_name}联合网格", f"{old.area}；{other.area}"[:300]
    return services.merge([old, other], name=name, area=area, post=worker_of(old), by=clerk_of(old, at), at=at, **facts)


def close(rng, old, *, at):
    """The dedicated grid goes into the base grid around it."""
    heir = Grid.objects.base().filter(place=old.place_id, active_until=None).order_by("code").first()
    facts = {"day": timezone.localdate(at), "reason": rng.choice(REASONS[Way.CLOSE])}
    return services.close(old, heir=heir, by=clerk_of(old, at), at=at, **facts) if heir else None
