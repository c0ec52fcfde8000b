"""Writes the register of grids and who serves them."""

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from governance.people.enums import Role
from governance.people.models import Post
from governance.places.models import Place
from grids.mesh.enums import Duty, GridKind
from grids.mesh.models import Assignment, Grid, GridChange, HouseholdRange
from grids.mesh.rules import SERIALS, code_of, path_of, serial_of


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
        place=place, kind=kind, **facts,
    )  # fmt: skip
    note(grid, _("建立网格"), by=by, at=at)
    return grid


@transaction.atomic
def change_grid(grid, changed, *, by, at):
    """Save an edited grid and say which columns changed."""
    grid.save()
    if changed:
        labels = "、".join(str(Grid._meta.get_field(name).verbose_name) for name in changed)
        note(grid, _("修改：%(labels)s") % {"labels": labels}, by=by, at=at)
    return grid


@transaction.atomic
def assign(grid, post, duty, *, by, at):
    """Let a worker serve the grid from now; a new responsible worker takes the place of the one before."""
    grid = Grid.objects.select_for_update(of=("self",)).get(pk=grid.pk)
    if not workers_for(grid, at=at).filter(pk=post.pk).exists():
        raise MeshRefused(_("只能指定本村（社区）在任的网格员。"))
    standing = Assignment.objects.standing().filter(grid=grid)
    if standing.filter(post=post, duty=duty).exists():
        raise MeshRefused(_("该网格员已经承担这项分工。"))
    standing.filter(post=post).update(ends=at)
    if duty == Duty.RESPONSIBLE:
        standing.filter(duty=duty).update(ends=at)
    try:
        with transaction.atomic():
            made = Assignment.objects.create(grid=grid, post=post, duty=duty, begins=at, by=by)
    except IntegrityError as clash:
        raise MeshRefused(_("该网格的分工刚刚有变动，请刷新后再试。")) from clash
    note(grid, _("指定%(duty)s：%(name)s") % {"duty": made.get_duty_display(), "name": post.user.name}, by=by, at=at)
    return made


@transaction.atomic
def end_assignment(assignment, *, by, at):
    """The worker serves the grid no longer; what has ended stays as it was."""
    if Assignment.objects.standing().filter(pk=assignment.pk).update(ends=max(at, assignment.begins)):
        what = {"duty": assignment.get_duty_display(), "name": assignment.post.user.name}
        note(assignment.grid, _("免去%(duty)s：%(name)s") % what, by=by, at=at)


def workers_for(grid, *, at):
    """Posts of grid workers of the grid's village."""
    return Post.objects.live(at).filter(role=Role.GRID_WORKER, office__place=grid.place_id).with_office().order_by("user__name", "pk")


def villages_without_grid(places, *, day):
    """Villages among `places` that no base grid covers; virtual communities need none."""
    covered = Grid.objects.base().active(day).values("place")
    return places.filter(level="village", nature="regular").exclude(pk__in=covered)


def note(grid, label, *, by, at):
    return GridChange.objects.create(grid=grid, at=at, by=by, label=label[:200])
