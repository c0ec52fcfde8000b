"""Changes what hazards and danger sources are judged by. A criterion and a threshold are never overwritten: the row ends and another
follows it, so that what was judged keeps what it was judged by."""

from django.db import transaction
from django.utils.translation import gettext as _

from emergencies.danger_sources.models import LevelStandard
from emergencies.hazards.models import Criterion
from emergencies.standards.models import StandardChange
from emergencies.standards.rules import next_code, told_changes
from governance.deadlines.enums import Mark


def note(about, told, *, reason, by, at):
    return StandardChange.objects.create(about=str(about)[:80], told=told, reason=reason, by=by, at=at)


def described(row, names):
    """{label: words} of what can be changed of a row."""
    found = {}
    for name in names:
        field, value = row._meta.get_field(name), getattr(row, name)
        words = (_("是") if value else _("否")) if isinstance(value, bool) else "、".join(value) if isinstance(value, list) else value
        found[str(field.verbose_name)] = "" if words is None else str(words)
    return found


@transaction.atomic
def keep(row, names, *, before, reason, by, at):
    """Keep a row as edited; what changed is told in words."""
    row.save()
    after = described(row, names)
    if told := told_changes((label, words, after[label]) for label, words in before.items()):
        note(row, told, reason=reason, by=by, at=at)
    return row


@transaction.atomic
def add_criterion(sector, *, reason, by, at, **values):
    """Another case in which a hazard is a major one."""
    stem = f"{sector.code if sector else 'any'}.own"
    code = next_code(f"{stem}.1", {*Criterion.objects.values_list("code", flat=True), f"{stem}.1"})
    made = Criterion.objects.create(code=code, sector=sector, mark=Mark.DEFAULT, **values)
    note(sector or _("各行业通用"), _("增加判定标准：%(text)s") % {"text": made}, reason=reason, by=by, at=at)
    return made


@transaction.atomic
def follow(row, *, reason, by, at, **values):
    """End a row, and let another one with these values follow it; what was judged by the first keeps it."""
    model, before = type(row), str(row)
    old = model.objects.select_for_update(of=("self",)).get(pk=row.pk)
    model.objects.filter(pk=old.pk).update(active=False)
    old.code = next_code(old.code, set(model.objects.values_list("code", flat=True)))
    old.pk, old.mark = None, Mark.DEFAULT
    told = []
    for name, value in values.items():
        told.append((old._meta.get_field(name).verbose_name, str(getattr(old, name)), str(value)))
        setattr(old, name, value)
    old.save(force_insert=True)
    note(before, told_changes(told), reason=reason, by=by, at=at)
    return old


@transaction.atomic
def next_levels(before, *, version, reason, by, at, **values):
    """The next version of the standard of levels, from now on; sources that were identified keep the level they were given."""
    made = LevelStandard.objects.create(version=version, valid_from=at, mark=Mark.DEFAULT, **values)
    told = [(_("版本"), before.version if before else "", made.version)]
    for name in ("one_from", "two_from", "three_from", "citation"):
        told.append((made._meta.get_field(name).verbose_name, str(getattr(before, name, "")), str(values[name])))
    told.append((_("厂外人员校正系数"), steps_told(before.exposure if before else []), steps_told(values["exposure"])))
    note(_("危险源分级标准"), told_changes(told), reason=reason, by=by, at=at)
    return made


def steps_told(steps):
    return "、".join(_("%(people)s人起 %(alpha)s") % {"people": people, "alpha": alpha} for people, alpha in steps)


@transaction.atomic
def end(row, *, reason, by, at):
    """Take a row out of use."""
    type(row).objects.filter(pk=row.pk).update(active=False)
    note(row, _("停用"), reason=reason, by=by, at=at)
