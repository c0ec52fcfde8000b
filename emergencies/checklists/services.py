"""Writes check lists; what was checked by one keeps the version it was checked by."""

from uuid import uuid4

from django.db import transaction
from django.utils.translation import gettext as _

from emergencies.checklists.models import CheckItem, CheckList, CheckVersion


class ListRefused(ValueError):
    """What cannot be done about a check list; the sentence is for the person who asked."""


@transaction.atomic
def publish(checklist, items, *, kinds, by, at, seen=None):
    """Save a check list, its items as a new version where they differ. `seen` is the version the writer had before him."""
    if checklist.pk:
        CheckList.objects.select_for_update(of=("self",)).get(pk=checklist.pk)
    latest = current_version(checklist) if checklist.pk else None
    if latest and seen is not None and seen != latest.number:
        raise ListRefused(_("您打开页面之后，其他人发布了第%(number)s版。请打开核对后再修改。") % {"number": latest.number})
    checklist.code = checklist.code or f"list-{uuid4().hex[:8]}"
    checklist.save()
    checklist.kinds.set(kinds)
    if latest and [facts_of(item) for item in latest.items.all()] == items:
        return latest
    version = CheckVersion.objects.create(checklist=checklist, number=latest.number + 1 if latest else 1, made_at=at, made_by=by)
    CheckItem.objects.bulk_create(CheckItem(version=version, order=order, **item) for order, item in enumerate(items, start=1))
    return version


def facts_of(item):
    """What is written of an item, as `publish` is told it."""
    return {"label": item.label, "hint": item.hint, "citation": item.citation, "weight": item.weight}


def current_version(checklist):
    return checklist.versions.order_by("-number").first()


def switch(checklist, *, on):
    """Use a list for new plans, or no more; what was planned by it is still checked by it."""
    CheckList.objects.filter(pk=checklist.pk).update(active=on)
