"""Writes the kinds of grid reports, and takes those out of use whose duty left the admitted list (Art. 49)."""

from uuid import uuid4

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from governance.flow import engine
from grids.admission.rules import LEAVES_LIST
from grids.reports.models import KindChange, ReportKind


class KindRefused(ValueError):
    """What cannot be done with a kind; the message says why, for the person who asked."""


@transaction.atomic
def create_kind(kind, *, by, at):
    """A new kind, not in use yet."""
    kind.code, kind.active = f"own-{uuid4().hex[:8]}", False
    kind.save(force_insert=True)
    note(kind, _("新增类型“%(label)s”") % {"label": kind.label}, by=by, at=at)
    return kind


@transaction.atomic
def change_kind(kind, changed, *, by, at):
    """Save an edited kind and say what changed; reports that were made keep their answers as they were asked."""
    kind.save()
    if changed:
        labels = "、".join(str(ReportKind._meta.get_field(name).verbose_name) for name in changed)
        note(kind, _("修改：%(labels)s") % {"labels": labels}, by=by, at=at)
    return kind


@transaction.atomic
def switch(kind, *, on, by, at):
    """Take a kind into use or out of it. Into use only while its duty stands on the admitted list: Art. 49."""
    kind = ReportKind.objects.select_for_update(of=("self",)).get(pk=kind.pk)
    if on and kind.duty is None:
        raise KindRefused(_("“%(label)s”没有对应的职责事项，不能启用。请先选择清单上的事项。") % {"label": kind.label})
    if on and not kind.duty.is_in_force(localdate(at)):
        told = {"label": kind.label, "duty": kind.duty.label}
        raise KindRefused(_("“%(duty)s”不在网格职责事项清单上，“%(label)s”不能启用。新增事项须先经准入审核。") % told)
    if kind.active != on:
        ReportKind.objects.filter(pk=kind.pk).update(active=on)
        note(kind, _("启用") if on else _("停用"), by=by, at=at)
    kind.active = on
    return kind


@engine.after("admission", *LEAVES_LIST)
def take_out_of_use(admission, taken):
    """A duty left the list: what was reported under it is reported no longer."""
    for kind in ReportKind.objects.in_use().filter(duty=admission.duty):
        ReportKind.objects.filter(pk=kind.pk).update(active=False)
        by = getattr(taken.by, "pk", None) and taken.by
        note(kind, _("职责事项“%(duty)s”退出清单，自动停用") % {"duty": admission.duty.label}, by=by, at=taken.at)


def note(kind, label, *, by, at):
    return KindChange.objects.create(kind=kind, at=at, by=by, label=label[:200])
