"""Takes files in for the register: keeps the file, checks it (dry run), then writes what is fit, all of it or nothing.

A file is judged again when it is taken in: what changed since the check counts, and a corrected file brought in again makes no doubles.
"""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from governance.access.scope import places_for
from governance.files.checking import check as check_upload
from governance.files.rules import MAPS, TABLES
from governance.files.services import open_attachment, stored_facts
from governance.sheets.reading import SheetRefused
from grids.households.services import set_counts
from grids.mesh.models import Grid
from grids.mesh.permissions import EDIT
from grids.mesh.services import assign_many, change_grids, create_grids
from grids.meshfiles.data import boundaries, grids, households
from grids.meshfiles.enums import Kind, State
from grids.meshfiles.models import MeshFile
from grids.meshfiles.rules import FAULTS_KEPT, MOST

TOO_MANY = _("一次最多 %(most)s 行，请分成几份。")
ALLOWED = {Kind.GRIDS: TABLES, Kind.HOUSEHOLDS: TABLES, Kind.BOUNDARIES: MAPS}


@transaction.atomic
def receive(upload, *, kind, boundary_source="", by, at):
    """Keep an uploaded file and check it. Raises `FileRefused` for what is of another kind altogether."""
    facts = stored_facts(check_upload(upload, allowed=ALLOWED[kind]), at=at)
    office = by.acting_post.office
    kept = MeshFile.objects.create(
        kind=kind, by=by, office=office, place_path=office.place.path, at=at, boundary_source=boundary_source, **facts
    )
    return checked(kept, by=by, at=at)


def judged(kept, *, by, at):
    """Every row or feature of the file beside the register as it stands; raises `SheetRefused`."""
    places, register, today = places_for(by, EDIT), Grid.objects.visible_to(by, EDIT), timezone.localdate(at)
    with open_attachment(kept) as file:
        if kept.kind == Kind.BOUNDARIES:
            return boundaries.judged(file, register, source=kept.boundary_source)
        if kept.kind == Kind.HOUSEHOLDS:
            return _few(households.judged(file, places, today=today))
        return _few(grids.judged(file, places, register, at=at))


def _few(rows):
    found = []
    for row in rows:
        found.append(row)
        if len(found) > MOST:
            raise SheetRefused(TOO_MANY, params={"most": MOST})
    return found


def checked(kept, *, by, at):
    """The dry run: what is fit, what is not and why. Writes nothing of the register."""
    try:
        rows = judged(kept, by=by, at=at)
    except SheetRefused as refused:
        kept.state, kept.refusal, kept.finished_at = State.REFUSED, " ".join(refused.messages)[:300], at
        kept.save()
        return kept
    _count(kept, rows)
    kept.faults = [[row.line, fault.letter, str(fault.label), str(fault.reason)] for row in rows for fault in row.faults][:FAULTS_KEPT]
    if kept.kind == Kind.BOUNDARIES:
        kept.hints = boundaries.overlaps(rows, Grid.objects.visible_to(by, EDIT))
    kept.state = State.CHECKED if kept.good else State.NOTHING
    kept.save()
    return kept


def _count(kept, rows):
    kept.rows, kept.bad = len(rows), sum(bool(row.faults) for row in rows)
    kept.fresh = sum(row.is_good and row.is_fresh for row in rows)
    kept.changed = sum(row.is_good and not row.is_fresh for row in rows)
    kept.same = kept.rows - kept.bad - kept.good


@transaction.atomic
def take(kept, *, by, at):
    """Write what is fit now, once; False where it was done before. Raises `MeshRefused` where a village has no code left."""
    kept = MeshFile.objects.select_for_update(of=("self",)).get(pk=kept.pk)
    if kept.state != State.CHECKED:
        return False
    rows = judged(kept, by=by, at=at)
    good = [row for row in rows if row.is_good]
    WRITERS[kept.kind](good, by=by, at=at)
    _count(kept, rows)
    kept.state, kept.finished_at = State.DONE, at
    kept.save()
    return True


def _write_grids(rows, *, by, at):
    fresh = [row for row in rows if row.is_fresh]
    for row, grid in zip(fresh, create_grids([row.facts for row in fresh], by=by, at=at), strict=True):
        row.target = grid
    _change(rows, by=by, at=at)
    assign_many([(row.target, row.post) for row in rows if row.post], by=by, at=at)


def _change(rows, *, by, at):
    changed = [row for row in rows if row.changed]
    for row in changed:
        for name in row.changed:
            setattr(row.target, name, row.facts[name])
    change_grids([(row.target, row.changed) for row in changed], by=by, at=at)


def _write_households(rows, *, by, at):
    facts = [row.facts for row in rows]
    set_counts([(one["village"], one["year"], one["households"], one["source"]) for one in facts], by=by, at=at)


WRITERS = {Kind.GRIDS: _write_grids, Kind.HOUSEHOLDS: _write_households, Kind.BOUNDARIES: _change}
