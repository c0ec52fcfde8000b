"""Changes the standards. What results depend on is never overwritten: a drill rule ends and another follows it, the grading gets a new
version; obligations that run and gradings that were made keep what they were made with."""

from uuid import uuid4

from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from emergencies.drills.models import DrillRule
from emergencies.standards.models import StandardChange
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
        code=f"{YEARLY}.{kind.code}", kind=kind, limit_code=YEARLY, label=_("每年至少一次"), citation="本条例 第二十二条", mark=Mark.PRIMARY
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
    return found | {_("在用"): _("是") if kind.active else _("否"), _("应配设施"): "、".join(items_of(kind).values())}


def _require(kind, items):
    """The kind's venues must keep exactly these from now on."""
    kind.required.exclude(code__in=items).delete()
    known, every = set(items_of(kind)), every_item()
    RequiredItem.objects.bulk_create(
        RequiredItem(kind=kind, code=code, name=every[code].name, citation=every[code].citation, mark=every[code].mark)
        for code in items
        if code not in known
    )


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
def new_version(base, *, weights, points, thresholds, valid_from, source, by, at):
    """A version of the grading after another one; what was graded before keeps its own. `weights` {factor: weight}, a factor of weight 0
    is left out; `points` {(factor, option): points}."""
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
    note(_("评估标准"), _("发布 %(version)s，接替 %(before)s") % {"version": made, "before": base}, reason=source, by=by, at=at)
    return made
