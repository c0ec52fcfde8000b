"""Takes sheets of venues in: keeps the file, checks it (dry run), then declares and corrects what is fit, all of it or nothing.

A file is judged again when it is taken in: what changed since the check counts, and a corrected file brought in again makes no doubles.
"""

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from emergencies.venuefiles.data.rows import judged as judged_rows
from emergencies.venuefiles.enums import State
from emergencies.venuefiles.models import VenueFile
from emergencies.venuefiles.rules import FAULTS_KEPT, MOST
from emergencies.venues.models import Venue
from emergencies.venues.permissions import DECLARE, IMPORT
from emergencies.venues.services import declare
from governance.access.scope import places_for
from governance.deadlines.ledger import rules_read_once
from governance.files.checking import check as check_upload
from governance.files.rules import TABLES
from governance.files.services import open_attachment, stored_facts
from governance.flow import engine
from governance.sheets.reading import SheetRefused

TOO_MANY = gettext_lazy("一次最多 %(most)s 行，请分成几份。")


@transaction.atomic
def receive(upload, *, by, at):
    """Keep an uploaded sheet and check it. Raises `FileRefused` for what is no table."""
    facts = stored_facts(check_upload(upload, allowed=TABLES), at=at)
    office = by.acting_post.office
    kept = VenueFile.objects.create(by=by, office=office, office_ids=[office.pk], place_path=office.place.path, at=at, **facts)
    return checked(kept, by=by, at=at)


def judged(kept, *, by):
    """Every row of the file beside the register as it stands; raises `SheetRefused`."""
    found = []
    with open_attachment(kept) as file:
        for row in judged_rows(file, places_for(by, IMPORT), Venue.objects.visible_to(by, DECLARE)):
            found.append(row)
            if len(found) > MOST:
                raise SheetRefused(TOO_MANY, params={"most": MOST})
    return found


def checked(kept, *, by, at):
    """The dry run: what is fit, what is not and why. Writes nothing of the register."""
    try:
        rows = judged(kept, by=by)
    except SheetRefused as refused:
        kept.state, kept.refusal, kept.finished_at = State.REFUSED, " ".join(refused.messages)[:300], at
        kept.save()
        return kept
    _count(kept, rows)
    kept.faults = [[row.line, fault.letter, str(fault.label), str(fault.reason)] for row in rows for fault in row.faults][:FAULTS_KEPT]
    kept.state = State.CHECKED if kept.good else State.NOTHING
    kept.save()
    return kept


def _count(kept, rows):
    kept.rows, kept.bad = len(rows), sum(bool(row.faults) for row in rows)
    kept.fresh = sum(row.is_good and row.is_fresh for row in rows)
    kept.changed = sum(row.is_good and row.is_changed for row in rows)
    kept.same = kept.rows - kept.bad - kept.good


@transaction.atomic
def take(kept, *, by, at):
    """Declare and correct what is fit now, once; False where it was done before."""
    kept = VenueFile.objects.select_for_update(of=("self",)).get(pk=kept.pk)
    if kept.state != State.CHECKED:
        return False
    rows = judged(kept, by=by)
    with rules_read_once():
        for row in rows:
            if row.is_good:
                _write(row, by=by, at=at, source=kept.number)
    _count(kept, rows)
    kept.state, kept.finished_at = State.DONE, at
    kept.save()
    return True


def _write(row, *, by, at, source):
    if row.is_fresh:
        declare(at=at, by=by, **row.facts)
    else:
        engine.take(row.target, "correct", by=by, at=at, note=_("批量导入 %(number)s") % {"number": source}, **row.facts)
