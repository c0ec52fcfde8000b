"""Offices, as administrators set them up and change them."""

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from governance.cases.models import WorkOrder
from governance.people.models import Office, Post
from governance.web.acts import note_act
from governance.web.models import ActKind


class Refused(ValueError):
    """The office cannot be changed like this; the message says why."""


@transaction.atomic
def create_office(office, *, by, at):
    """Save a new office."""
    office.save(force_insert=True)
    note_act(ActKind.OFFICE_CREATED, office, by=by, at=at, note=office.name)
    return office


@transaction.atomic
def change_office(office, *, by, at):
    """Save a changed office. One that still has people or open work orders stays in use: raises `Refused`."""
    before = Office.objects.select_for_update(of=("self",)).get(pk=office.pk)
    if before.active and not office.active:
        _check_idle(office, at=at)
    changes = {name: getattr(before, name) for name in ("name", "short_name", "phone", "active")}
    office.save(update_fields=list(changes))
    note_act(ActKind.OFFICE_CHANGED, office, by=by, at=at, note=office.name, before=changes)


def _check_idle(office, *, at):
    people = Post.objects.live(at).filter(office=office).count()
    orders = WorkOrder.objects.standing().filter(office=office).count()
    if people or orders:
        raise Refused(
            _("该机构还有 %(people)s 个在任岗位、%(orders)s 张未办结工作单，请先处理后再停用。") % {"people": people, "orders": orders}
        )
