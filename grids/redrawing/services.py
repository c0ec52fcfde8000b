"""Splits, merges and closes grids. What ended stays with the old grid; what is open goes to its heir from the day of the redrawing.

A higher procedure that lets things hang on a grid joins by two hooks: `carries` moves its open things to the heir, `hangs_on` counts what
would be left without one.
"""

from datetime import datetime, time

from django.db import transaction
from django.db.models import F
from django.db.models.functions import Greatest
from django.utils import timezone
from django.utils.translation import gettext as _

from governance.timeline.record import record
from governance.web.formats import cn_date
from grids.mesh.enums import Duty, GridKind
from grids.mesh.models import Assignment, Grid
from grids.mesh.rules import united
from grids.mesh.services import MeshRefused, create_grid, note
from grids.redrawing.enums import Way
from grids.redrawing.models import Redrawing
from grids.redrawing.rules import Part, merged, middle
from grids.reports.models import Report

_carriers, _hanging = [], []
KEPT = ("kind", "host_kind", "host", "supervision_phone")  # of the old grid, by the new ones


def carries(function):
    """Join the redrawing: `function(old, heir, *, by, at)` moves what is open of the old grid, and returns how many matters that were."""
    _carriers.append(function)
    return function


def hangs_on(function):
    """Join the redrawing: `function(grid, *, day)` says in short phrases what cannot be left without a grid that takes it over."""
    _hanging.append(function)
    return function


@transaction.atomic
def split(grid, parts, *, heir=0, day, reason, keeps_deputies=True, by, at):
    """`parts`: facts of each new grid, with `post` its responsible worker or None; the part number `heir` takes over what is open."""
    old = _locked([grid], day=day)[0]
    facts = {**{name: getattr(old, name) for name in KEPT}, "latitude": old.latitude, "longitude": old.longitude}
    made = [_opened(old, {**facts, **part}, day=day, by=by, at=at) for part in parts]
    for new, part in zip(made, parts, strict=True):
        _serve(new, part.get("post"), _deputies([old]) if keeps_deputies else [], day=day, by=by, at=at)
    return _redrawn(Way.SPLIT, [old], made, heir=made[heir], day=day, reason=reason, by=by, at=at)


@transaction.atomic
def merge(grids, *, name, area, post=None, day, reason, keeps_deputies=True, by, at):
    """One grid of several of the same village and kind: their households, people and, where all have one, their boundary."""
    olds = _locked(grids, day=day)
    if len({(old.place_id, old.kind) for old in olds}) > 1:
        raise MeshRefused(_("只能合并同一村（社区）、同一类型的网格。"))
    whole = merged(name, [Part(old.name, old.households, old.residents) for old in olds])
    latitude, longitude = middle([(old.latitude, old.longitude) for old in olds])
    facts = {key: getattr(olds[0], key) for key in KEPT}
    facts |= {"households": whole.households, "residents": whole.residents, "latitude": latitude, "longitude": longitude}
    if all(old.boundary for old in olds):
        facts |= {"boundary": united([old.boundary for old in olds]), "boundary_source": _("由原网格边界合并")}
    new = _opened(olds[0], {**facts, "name": name, "area": area}, day=day, by=by, at=at)
    _serve(new, post, _deputies(olds) if keeps_deputies else [], day=day, by=by, at=at)
    return _redrawn(Way.MERGE, olds, [new], heir=new, day=day, reason=reason, by=by, at=at)


@transaction.atomic
def close(grid, *, heir=None, day, reason, by, at):
    """End a grid. Without an heir open reports stay with it, and nothing else may hang on it."""
    old = _locked([grid], day=day)[0]
    if heir is None and (left := left_behind(old, day=day)):
        raise MeshRefused(_("不能停用：%(what)s。请选择接续网格。") % {"what": "；".join(left)})
    return _redrawn(Way.CLOSE, [old], [], heir=heir, day=day, reason=reason, by=by, at=at)


def left_behind(grid, *, day):
    """What hangs on the grid and needs another one, in short phrases."""
    return [phrase for told in _hanging for phrase in told(grid, day=day)]


def open_reports(grid):
    return Report.objects.ongoing().filter(grid=grid)


def _locked(grids, *, day):
    """The rows, in the order of their codes; refused for what is not in use, or is to end already."""
    olds = [*Grid.objects.select_for_update(of=("self",)).filter(pk__in=[grid.pk for grid in grids]).select_related("place")]
    for old in olds:
        if old.active_until is not None:
            raise MeshRefused(_("“%(name)s”已经停用或已安排停用。") % {"name": old.name})
        if old.active_from > day:
            raise MeshRefused(_("“%(name)s”到 %(day)s 才启用，不能在此之前调整。") % {"name": old.name, "day": cn_date(old.active_from)})
    return olds


def _opened(old, facts, *, day, by, at):
    known = {name: value for name, value in facts.items() if name != "post"}
    return create_grid(place=old.place, active_from=day, by=by, at=at, **known)


def _start(day, at):
    """The first moment of the day, or now where it has begun."""
    return max(at, datetime.combine(day, time.min, tzinfo=timezone.get_default_timezone()))


def _deputies(olds):
    standing = Assignment.objects.standing().filter(grid__in=olds, duty=Duty.DEPUTY).select_related("post")
    return [*{one.post_id: one.post for one in standing}.values()]


def _serve(grid, post, deputies, *, day, by, at):
    """Who serves a new grid from its first day."""
    facts = {"grid": grid, "begins": _start(day, at), "by": by}
    made = [Assignment(post=one, duty=Duty.DEPUTY, **facts) for one in deputies if one != post]
    if post:
        made.append(Assignment(post=post, duty=Duty.RESPONSIBLE, **facts))
    Assignment.objects.bulk_create(made)


def _redrawn(way, olds, news, *, heir, day, reason, by, at):
    """End the old grids, link both ways, write it all down, and carry over what is open if the day has come."""
    Grid.objects.filter(pk__in=[old.pk for old in olds]).update(active_until=day)
    standing = Assignment.objects.standing().filter(grid__in=olds)
    standing.update(ends=Greatest(F("begins"), _start(day, at)))
    after = news or ([heir] if heir else [])
    for old in olds:
        old.active_until = day
        old.successors.add(*after)
        note(old, _told(way, day, after, reason), by=by, at=at)
    for new in news:
        note(new, _("由%(names)s%(way)s而来") % {"names": _names(olds), "way": way.label}, by=by, at=at)
    made = Redrawing.objects.create(
        way=way, place=olds[0].place, place_path=olds[0].place.path, day=day, reason=reason, heir=heir, by=by, at=at
    )
    made.closed.set(olds)
    made.opened.set(news)
    return carry_over(made, at=at) if day <= timezone.localdate(at) else made


def _told(way, day, after, reason):
    to = _("，由%(names)s接续") % {"names": _names(after)} if after else ""
    return _("%(way)s，%(day)s起停用%(to)s：%(reason)s") % {"way": way.label, "day": cn_date(day), "to": to, "reason": reason}


def _names(grids):
    return "、".join(f"“{grid.name}”（{grid.code}）" for grid in grids)


@transaction.atomic
def carry_over(redrawing, *, at):
    """Move what is open to the heir, once."""
    locked = Redrawing.objects.select_for_update(of=("self",)).filter(pk=redrawing.pk, carried_at=None).select_related("heir", "by").first()
    if locked is None:
        return redrawing
    if locked.heir:
        pairs = [(carry, old) for old in locked.closed.select_related("place") for carry in _carriers]
        locked.carried = sum(carry(old, locked.heir, by=locked.by, at=at) for carry, old in pairs)
    locked.carried_at = at
    locked.save(update_fields=["carried", "carried_at"])
    return locked


@carries
def reports_go_on(old, heir, *, by, at):
    """Open reports are the heir's from now; those that ended keep the grid they had."""
    reports = open_reports(old).select_for_update(of=("self",)).order_by("pk")
    label = _("网格调整，转入%(heir)s") % {"heir": _names([heir])}
    moved = 0
    for report in reports:
        report.grid = heir
        record(report, "reports.moved", label, at=at, data={"from": old.code, "to": heir.code})
        report.save(update_fields=["grid", "version"])
        moved += 1
    return moved


@carries
def dedicated_grids_stay_inside(old, heir, *, by, at):
    """A dedicated grid lies in the heir now."""
    if heir.kind == GridKind.BASE:
        heir.holds.add(*old.holds.all())
    old.holds.clear()
    return 0


@hangs_on
def dedicated_grids_inside(grid, *, day):
    inside = grid.holds.active(day)
    return [_("专属网格“%(name)s”在本网格内") % {"name": one.name} for one in inside]
