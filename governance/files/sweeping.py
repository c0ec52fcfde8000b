"""Taking away what no row needs: held files past their time, files whose row was rolled back."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from governance.files.models import PendingUpload, StoredFile
from governance.files.storage import discard, owners_of, private

ORPHAN_AFTER = timedelta(hours=24)  # longer than any transaction lives
BATCH = 500


def sweep_pending(*, at, limit=BATCH):
    """Remove held files whose time is over; the number removed.

    The row goes first: a file left behind becomes an orphan.
    """
    with transaction.atomic():
        rows = PendingUpload.objects.expired(at=at).select_for_update(of=("self",), skip_locked=True)
        gone = list(rows.order_by("expires_at")[:limit])
        PendingUpload.objects.filter(pk__in=[row.pk for row in gone]).delete()
    discard(name for row in gone for name in (row.stored, row.thumbnail))
    return len(gone)


def clean_orphans(*, at, months=2):
    """Remove stored files older than a day that no row names, from the folders of the last `months`.

    Gives the number removed.
    """
    removed = 0
    for folder in _folders(at, months):
        names = _files(folder)
        for batch in (names[start : start + BATCH] for start in range(0, len(names), BATCH)):
            orphans = [name for name in _without_row(batch) if _old(name, at=at)]
            discard(orphans)
            removed += len(orphans)
    return removed


def _folders(at, months):
    moment = timezone.localtime(at)
    for back in range(months):
        year, month = divmod(moment.year * 12 + moment.month - 1 - back, 12)
        yield f"{year}/{month + 1:02d}"


def _files(folder):
    try:
        names = private().listdir(folder)[1]
    except FileNotFoundError:
        return []
    return [f"{folder}/{name}" for name in sorted(names)]


def _without_row(names):
    """Those that no row needs; a small copy is needed as long as its picture."""
    owners = {name: owners_of(name) for name in names}
    asked = {owner for candidates in owners.values() for owner in candidates}
    needed = set()
    for model in StoredFile.__subclasses__():
        needed.update(model.objects.filter(stored__in=asked).values_list("stored", flat=True))
    return [name for name in names if needed.isdisjoint(owners[name])]


def _old(name, *, at):
    return private().get_modified_time(name) <= at - ORPHAN_AFTER
