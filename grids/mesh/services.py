"""Writes the register of grids and who serves them."""

from django.db import IntegrityError, transaction
from django.db.models import Count, F, OuterRef, Q, Subquery, Sum
from django.db.models.functions import Abs, Coalesce, Greatest
from django.utils.translation import gettext as _

from governance.people.enums import Role
from governance.people.models import Post
from governance.places.models import Place
from grids.mesh.enums import Cover, Duty, GridKind
from grids.mesh.models import Assignment, Grid, GridChange, HouseholdCount, HouseholdRange
from grids.mesh.rules import SERIALS, code_of, cover_of, frame_of, lies_in, overlapping, path_of, serial_of


class MeshRefused(ValueError):
    """What cannot be done with a grid; the message says why, for the person who asked."""


def usual_range():
    """The row that says how many households a base grid usually has."""
    return HouseholdRange.objects.get(key="base")


@transaction.atomic
def create_grid(*, place, kind, by, at, **facts):
    """A new grid of a village under its next free code; a number once given is not given again."""
    Place.objects.select_for_update(of=("self",)).get(pk=place.pk)
    dedicated = kind == GridKind.DEDICATED
    codes = Grid.objects.filter(place=place, kind=kind).values_list("code", flat=True)
    serial = max((serial_of(code) for code in codes), default=0) + 1
    if serial > SERIALS:
        raise MeshRefused(_("该村（社区）的网格编码已用完。"))
    grid = Grid.objects.create(
        code=code_of(place.path, serial, dedicated=dedicated), place_path=path_of(place.path, serial, dedicated=dedicated),
        place=place, kind=kind, frame=frame_of(facts.get("boundary")), **facts,
    )  # fmt: skip
    note(grid, _("建立网格"), by=by, at=at)
    return grid


@transaction.atomic
def create_grids(rows, *, by, at):
    """Many new grids at once, in a few statements: facts as `create_grid` takes them, with `place` and `kind`."""
    places = Place.objects.select_for_update(of=("self",)).filter(pk__in={row["place"].pk for row in rows})
    last = dict.fromkeys(((place.pk, kind) for place in places for kind in GridKind.values), 0)
    for place, kind, code in Grid.objects.filter(place__in=places).values_list("place", "kind", "code"):
        last[place, kind] = max(last[place, kind], serial_of(code))
    made = []
    for row in rows:
        key, dedicated = (row["place"].pk, row["kind"]), row["kind"] == GridKind.DEDICATED
        last[key] += 1
        if last[key] > SERIALS:
            raise MeshRefused(_("该村（社区）的网格编码已用完。"))
        named = {"code": code_of, "place_path": path_of}
        numbers = {name: make(row["place"].path, last[key], dedicated=dedicated) for name, make in named.items()}
        made.append(Grid(frame=frame_of(row.get("boundary")), **numbers, **row))
    Grid.objects.bulk_create(made, batch_size=1000)
    note_many([(grid, _("批量导入建立网格")) for grid in made], by=by, at=at)
    return made


@transaction.atomic
def change_grids(changed, *, by, at):
    """Save many edited grids: (grid, names of the changed columns)."""
    columns = sorted({name for _grid, names in changed for name in names} | {"frame"})
    for grid, _names in changed:
        grid.frame = frame_of(grid.boundary)
    Grid.objects.bulk_update([grid for grid, _names in changed], columns, batch_size=1000)
    note_many([(grid, _("批量导入，%(told)s") % {"told": told_of(names)}) for grid, names in changed], by=by, at=at)


def told_of(changed):
    labels = "、".join(str(Grid._meta.get_field(name).verbose_name) for name in changed)
    return _("修改：%(labels)s") % {"labels": labels}


@transaction.atomic
def change_grid(grid, changed, *, by, at, inside=None):
    """Save an edited grid and say which columns changed; `inside`: the base grids a dedicated one lies in, None to leave them."""
    grid.frame = frame_of(grid.boundary)
    grid.save()
    if inside is not None:
        grid.inside.set(inside)
    if changed:
        note(grid, told_of(changed), by=by, at=at)
    return grid


@transaction.atomic
def assign(grid, post, duty, *, by, at):
    """Let a worker serve the grid from now; a new responsible worker takes the place of the one before."""
    grid = Grid.objects.select_for_update(of=("self",)).get(pk=grid.pk)
    if grid.active_until is not None:
        raise MeshRefused(_("该网格已停用或已安排停用，请在接续网格上指定。"))
    if not workers_for(grid, at=at).filter(pk=post.pk).exists():
        raise MeshRefused(_("只能指定本村（社区）在任的网格员。"))
    standing = Assignment.objects.standing().filter(grid=grid)
    if standing.filter(post=post, duty=duty).exists():
        raise MeshRefused(_("该网格员已经承担这项分工。"))
    ends = Greatest(F("begins"), at)  # that of a grid which is still to come has not begun
    standing.filter(post=post).update(ends=ends)
    if duty == Duty.RESPONSIBLE:
        standing.filter(duty=duty).update(ends=ends)
    try:
        with transaction.atomic():
            made = Assignment.objects.create(grid=grid, post=post, duty=duty, begins=at, by=by)
    except IntegrityError as clash:
        raise MeshRefused(_("该网格的分工刚刚有变动，请刷新后再试。")) from clash
    note(grid, _("指定%(duty)s：%(name)s") % {"duty": made.get_duty_display(), "name": post.user.name}, by=by, at=at)
    return made


@transaction.atomic
def assign_many(pairs, *, by, at):
    """Many grids get a responsible worker of their village at once: (grid, post)."""
    standing = Assignment.objects.standing().filter(grid__in=[grid for grid, _post in pairs])
    same = Q(pk__in=[])
    for grid, post in pairs:
        same |= Q(grid=grid, post=post)
    standing.filter(same | Q(duty=Duty.RESPONSIBLE)).update(ends=Greatest(F("begins"), at))
    facts = {"duty": Duty.RESPONSIBLE, "begins": at, "by": by}
    Assignment.objects.bulk_create([Assignment(grid=grid, post=post, **facts) for grid, post in pairs])
    note_many([(grid, _("指定责任网格员：%(name)s") % {"name": post.user.name}) for grid, post in pairs], by=by, at=at)


@transaction.atomic
def end_assignment(assignment, *, by, at):
    """The worker serves the grid no longer; what has ended stays as it was."""
    if Assignment.objects.standing().filter(pk=assignment.pk).update(ends=max(at, assignment.begins)):
        what = {"duty": assignment.get_duty_display(), "name": assignment.post.user.name}
        note(assignment.grid, _("免去%(duty)s：%(name)s") % what, by=by, at=at)


def workers_for(grid, *, at):
    """Posts of grid workers of the grid's village, each with the number of grids it is responsible for (`load`)."""
    responsible = Count("assignments", filter=Q(assignments__ends=None, assignments__duty=Duty.RESPONSIBLE))
    posts = Post.objects.live(at).filter(role=Role.GRID_WORKER, office__place=grid.place_id)
    return posts.with_office().annotate(load=responsible).order_by("user__name", "pk")


def villages_without_grid(places, *, day):
    """Villages among `places` that no base grid covers; virtual communities need none."""
    covered = Grid.objects.base().active(day).values("place")
    return places.filter(level="village", nature="regular").exclude(pk__in=covered)


def with_cover(villages, *, day):
    """Each village with its last number of households (`counted`, `counted_year`, `counted_source`; None where there is none), the sum of
    its base grids in use (`in_grids`), how far the two are apart (`gap`), how many grids those are (`base_grids`), and how many have no
    number (`unnumbered`)."""
    last = HouseholdCount.objects.filter(village=OuterRef("pk")).order_by("-year")
    base = Grid.objects.base().active(day).filter(place=OuterRef("pk")).order_by().values("place")
    return villages.filter(level="village", nature="regular").annotate(
        counted=Subquery(last.values("households")[:1]),
        counted_year=Subquery(last.values("year")[:1]),
        counted_source=Subquery(last.values("source")[:1]),
        in_grids=Coalesce(Subquery(base.annotate(n=Sum("households")).values("n")), 0),
        base_grids=Coalesce(Subquery(base.annotate(n=Count("pk")).values("n")), 0),
        unnumbered=Coalesce(Subquery(base.annotate(n=Count("pk", filter=Q(households=None))).values("n")), 0),
        gap=Abs(F("counted") - F("in_grids")),
    )


def cover(village):
    """How a village of `with_cover` stands."""
    return Cover(cover_of(village.counted, village.in_grids, unnumbered=village.unnumbered))


def households_outside(villages):
    """Villages of `with_cover` whose households are more than those in their grids, all grids being numbered."""
    return villages.filter(counted__gt=F("in_grids"), unnumbered=0)


def neighbours_on(grid, *, day):
    """(other grid, share) of the base grids of the village whose boundary lies on this one's, while all of them are in use."""
    if not (grid.is_base and grid.boundary and grid.is_active(day)):
        return []
    others = Grid.objects.base().active(day).filter(place=grid.place_id).exclude(pk=grid.pk).exclude(boundary__isnull=True)
    drawn = {other: other.boundary for other in others}
    pairs = overlapping({grid: grid.boundary, **drawn})
    return [(other, share) for one, other, share in pairs if one == grid]


def grids_at(grids, *, longitude, latitude):
    """Those of the grids whose boundary holds the position."""
    near = grids.around(longitude=longitude, latitude=latitude)
    return [grid for grid in near if lies_in(grid.boundary, longitude=longitude, latitude=latitude)]


def note_many(told, *, by, at):
    """(grid, what happened) pairs."""
    return GridChange.objects.bulk_create([GridChange(grid=grid, at=at, by=by, label=label[:200]) for grid, label in told])


def note(grid, label, *, by, at):
    return GridChange.objects.create(grid=grid, at=at, by=by, label=label[:200])
