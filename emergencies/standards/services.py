"""Changes the standards. What results depend on is never overwritten: a drill rule ends and another follows it, the grading gets a new
version; obligations that run and gradings that were made keep what they were made with."""

from uuid import uuid4

from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from emergencies.drills.models import DrillRule
from emergencies.standards.models import SecurityMeasure, SecuritySet, StandardChange
from emergencies.standards.rules import next_code, next_version, told_changes
from emergencies.venues.models import Factor, FactorOption, FactorSet, RequiredItem, VenueKind
from governance.deadlines.enums import Mark
from governance.deadlines.models import Limit

YEARLY = "drills.yearly"  # Art. 22 para 2: every crowded place


class LastRule(ValueError):
    """A kind in use must owe drills by some rule."""


def note(about, told, *, reason, by, at):
    return StandardChange.objects.create(about=str(about)[:80], told=told, reason=reason, by=by, at=at)


def drill_limits(*, at):
    """{code: limit} of the intervals a rule can name."""
    rows = Limit.objects.valid(at).filter(procedure="drills", starts_with="last_drill").order_by("code")
    return {limit.code: limit for limit in rows}


def every_item():
    """{code: item} of the equipment some kind must keep, one of each."""
    return {item.code: item for item in RequiredItem.objects.order_by("-pk")}


def items_of(kind):
    return dict(kind.required.order_by("pk").values_list("code", "name")) if kind.pk else {}


@transaction.atomic
def add_kind(kind, items, *, reason, by, at):
    """A new kind of crowded place; it owes the yearly drill of Art. 22 from the beginning."""
    kind.code = f"own-{uuid4().hex[:8]}"
    kind.position = (VenueKind.objects.aggregate(last=Max("position"))["last"] or 0) + 1
    kind.mark = Mark.DEFAULT
    kind.save(force_insert=True)
    _require(kind, items)
    DrillRule.objects.create(
        code=f"{YEARLY}.{kind.code}", kind=kind, limit_code=YEARLY, label=_("每年至少一次"), citation="本条例第二十二条", mark=Mark.PRIMARY
    )
    note(kind, _("增加类型；应配设施：%(items)s") % {"items": "、".join(items_of(kind).values()) or "（空）"}, reason=reason, by=by, at=at)
    return kind


@transaction.atomic
def change_kind(kind, items, *, before, reason, by, at):
    """Keep a kind as edited. `before` is {label: words} as it stood."""
    kind.save()
    _require(kind, items)
    after = described(kind)
    told = told_changes((label, words, after[label]) for label, words in before.items())
    if told:
        note(kind, told, reason=reason, by=by, at=at)


def described(kind):
    """{label: words} of what can be changed of a kind."""
    fields = {name: kind._meta.get_field(name).verbose_name for name in ("name", "trade", "citation")}
    found = {str(label): getattr(kind, name) for name, label in fields.items()}
    found[_("对外公开")] = kind.get_publicity_display()
    return found | {_("在用"): _("是") if kind.active else _("否"), _("应配设施"): "、".join(items_of(kind).values())}


def _require(kind, items):
    """The kind's venues must keep exactly these from now on."""
    kind.required.exclude(code__in=items).delete()
    known, every = set(items_of(kind)), every_item()
    RequiredItem.objects.bulk_create(RequiredItem(kind=kind, code=code, **item_facts(every[code])) for code in items if code not in known)


def item_facts(item):
    return {name: getattr(item, name) for name in ("name", "from_grade", "citation", "mark")}


@transaction.atomic
def add_item(*, kinds, reason, by, at, **facts):
    """A new piece of equipment that venues of these kinds must keep."""
    code = f"own-{uuid4().hex[:8]}"
    RequiredItem.objects.bulk_create(RequiredItem(kind=kind, code=code, mark=Mark.DEFAULT, **facts) for kind in kinds)
    told = _("增加设施“%(name)s”；适用类型：%(kinds)s") % {"name": facts["name"], "kinds": "、".join(str(kind) for kind in kinds)}
    note(_("应配设施"), told, reason=reason, by=by, at=at)


@transaction.atomic
def change_item(item, *, reason, by, at, **facts):
    """The same piece of equipment, called or asked otherwise, at every kind that asks for it."""
    labels = {name: item._meta.get_field(name).verbose_name for name in facts}
    before = {name: item.get_from_grade_display() if name == "from_grade" else getattr(item, name) for name in facts}
    RequiredItem.objects.filter(code=item.code).update(**facts)
    item.refresh_from_db()
    after = {name: item.get_from_grade_display() if name == "from_grade" else getattr(item, name) for name in facts}
    if told := told_changes((label, before[name], after[name]) for name, label in labels.items()):
        note(_("应配设施：%(name)s") % {"name": item.name}, told, reason=reason, by=by, at=at)


@transaction.atomic
def put_measure(code, values, *, reason, by, at):
    """The security standard with one thing changed, added (no `code`) or left out (no `values`), as its next version, from now on. What
    was checked before keeps the version it was checked by."""
    base = SecuritySet.objects.select_for_update().order_by("-valid_from", "-pk").first()
    taken = set(SecuritySet.objects.values_list("version", flat=True))
    version = next_version(timezone.localtime(at).year, taken)
    made = SecuritySet.objects.create(version=version, valid_from=at, source=reason[:200], mark=Mark.DEFAULT)
    rows, told = [], ""
    for one in base.measures.order_by("pk") if base else ():
        if one.code != code:
            rows.append(one)
        else:
            told = _measure_told(one, values)
            rows += [_measure(code, values)] if values else []
    if not code:
        rows.append(_measure(f"own-{uuid4().hex[:8]}", values))
        told = _("增加：%(text)s") % {"text": values["text"]}
    for row in rows:
        row.pk, row.security_set = None, made
    SecurityMeasure.objects.bulk_create(rows)
    note(_("防范标准 %(version)s") % {"version": version}, told, reason=reason, by=by, at=at)
    return made


def _measure(code, values):
    return SecurityMeasure(code=code, mark=Mark.DEFAULT, **values)


def _measure_told(one, values):
    if not values:
        return _("删去：%(text)s") % {"text": one.text}
    changed, labels = _measure(one.code, values), {name: one._meta.get_field(name).verbose_name for name in values}
    return told_changes((label, _shown(one, name), _shown(changed, name)) for name, label in labels.items()) or one.text


def _shown(measure, name):
    if name == "kinds":
        return "、".join(VenueKind.objects.filter(code__in=measure.kinds).values_list("name", flat=True)) or _("全部类型")
    return str(getattr(measure, f"get_{name}_display")() if measure._meta.get_field(name).choices else getattr(measure, name))


@transaction.atomic
def add_rule(kind, *, reason, by, at, **values):
    """A law that tells venues of a kind how often to drill; it holds for the obligations that begin from now on."""
    code = f"{values['limit_code']}.{kind.code}"
    taken = set(DrillRule.objects.values_list("code", flat=True))
    rule = DrillRule.objects.create(code=next_code(code, taken) if code in taken else code, kind=kind, mark=Mark.DEFAULT, **values)
    note(kind, _("增加演练规定：%(rule)s") % {"rule": rule}, reason=reason, by=by, at=at)
    return rule


@transaction.atomic
def change_rule(rule, *, reason, by, at, **values):
    """End a rule, and let another one follow it. Obligations that run keep the one they began with. Gives the new row."""
    rule, before = DrillRule.objects.select_for_update(of=("self",)).get(pk=rule.pk), str(rule)
    DrillRule.objects.filter(pk=rule.pk).update(active=False)
    taken = set(DrillRule.objects.values_list("code", flat=True))
    rule.pk, rule.code = None, next_code(rule.code, taken)
    for name, value in values.items():
        setattr(rule, name, value)
    rule.save(force_insert=True)
    note(rule.kind, _("演练规定：%(before)s → %(after)s") % {"before": before, "after": rule}, reason=reason, by=by, at=at)
    return rule


@transaction.atomic
def end_rule(rule, *, reason, by, at):
    """Take a rule out of use. Raises `LastRule` where a kind in use would owe no drill any more."""
    kind = VenueKind.objects.select_for_update().get(pk=rule.kind_id)
    if kind.active and not DrillRule.objects.applying_to(kind).exclude(pk=rule.pk).exists():
        raise LastRule
    DrillRule.objects.filter(pk=rule.pk).update(active=False)
    note(kind, _("停用演练规定：%(rule)s") % {"rule": rule}, reason=reason, by=by, at=at)


@transaction.atomic
def new_version(base, *, weights, points, thresholds, valid_from, source, by, at, added=None):
    """A version of the grading after another one; what was graded before keeps its own. `weights` {factor: weight}, a factor of weight 0
    is left out; `points` {(factor, option): points}; `added` a further factor: (label, weight, [(option, points)])."""
    taken = set(FactorSet.objects.values_list("version", flat=True))
    made = FactorSet.objects.create(
        version=next_version(timezone.localtime(valid_from).year, taken),
        valid_from=valid_from,
        source=source,
        mark=Mark.DEFAULT,
        **thresholds,
    )
    for factor in base.factors.prefetch_related("options"):
        if weights[factor.code]:
            kept = Factor.objects.create(factor_set=made, code=factor.code, label=factor.label, weight=weights[factor.code])
            FactorOption.objects.bulk_create(
                FactorOption(factor=kept, code=option.code, label=option.label, points=points[factor.code, option.code])
                for option in factor.options.all()
            )
    if added:
        label, weight, options = added
        kept = Factor.objects.create(factor_set=made, code=f"own-{uuid4().hex[:8]}", label=label, weight=weight)
        FactorOption.objects.bulk_create(
            FactorOption(factor=kept, code=f"option-{number}", label=words, points=worth)
            for number, (words, worth) in enumerate(options, start=1)
        )
    note(_("评估标准"), _("发布 %(version)s，接替 %(before)s") % {"version": made, "before": base}, reason=source, by=by, at=at)
    return made
