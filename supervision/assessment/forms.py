"""What is typed about a scheme: its year and thresholds, a row for every indicator, further items, and points by hand."""

from decimal import Decimal

from django import forms
from django.utils.translation import gettext_lazy as _

from governance import registry
from governance.web.stale import NeverOverwrites
from supervision.assessment.enums import BY_PROOF, LEVELS, ItemKind, Level, Unit
from supervision.assessment.models import Adjustment, Scheme
from supervision.assessment.rules import FULL, band_fault, bands_fault, read_bands
from supervision.assessment.services import rates

SPARE_ROWS, MOST_ROWS = 3, 30

BAND_FAULTS = {
    "equal": _("目标值不能与底线值相同。"),
    "direction": {"higher": _("该指标越高越好，目标值应高于底线值。"), "lower": _("该指标越低越好，目标值应低于底线值。")},
}


class SchemeForm(NeverOverwrites):
    """Year, kind and level of unit, and thresholds."""

    class Meta:
        model = Scheme
        fields = ("year", "kind", "level", "basis", "excellent", "good", "passed", "adjust_most", "most_apart")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = Unit.choices
        self.fields["level"].choices = [("", _("请选择")), *Level.choices]

    def beside(self):
        items = self.instance.items.order_by("pk") if self.instance.pk else []
        told = (f"{item.label} {item.weight:f}（{item.floor:f}–{item.target:f}）{item.bands or ''}{item.criteria}" for item in items)
        return {_("指标与权重"): "；".join(told)}

    def clean(self):
        values = super().clean()
        good, passed = values.get("good"), values.get("passed")
        if values.get("level") and values.get("kind") and values["level"] not in LEVELS[values["kind"]]:
            offered = "、".join(str(level.label) for level in LEVELS[values["kind"]])
            self.add_error("level", _("这类单位只在%(levels)s考核。") % {"levels": offered})
        if good is not None and values.get("excellent") is not None and values["excellent"] <= good:
            self.add_error("excellent", _("“优秀”的分数线应高于“良好”。"))
        if good is not None and passed is not None and good <= passed:
            self.add_error("good", _("“良好”的分数线应高于“合格”。"))
        return values


class ItemForm(forms.Form):
    """One indicator: a weight makes it an item, with floor and target, or with steps."""

    weight = forms.DecimalField(label=_("权重"), min_value=0, max_value=100, decimal_places=2, required=False)
    floor = forms.DecimalField(label=_("底线值（%）"), min_value=0, max_value=100, decimal_places=2, required=False)
    target = forms.DecimalField(label=_("目标值（%）"), min_value=0, max_value=100, decimal_places=2, required=False)
    bands = forms.CharField(label=_("分档（可选）"), max_length=120, required=False)

    def __init__(self, *args, indicator, **kwargs):
        super().__init__(*args, **kwargs)
        self.indicator = indicator

    def clean_bands(self):
        try:
            bands = read_bands(self.cleaned_data["bands"])
        except ValueError:
            raise forms.ValidationError(_("请按“数值：得分比例”填写，各档用逗号分开，如“95：100，90：80”。")) from None
        if bands_fault(bands, better=self.indicator.better):
            raise forms.ValidationError(_("数值越好的档，得分比例应当越高。"))
        return bands

    def clean(self):
        values = super().clean()
        if not values.get("weight") or values.get("bands") or self.errors:
            return values
        for name in ("floor", "target"):
            if values.get(name) is None:
                self.add_error(name, _("有权重的指标，要填写底线值和目标值，或者填写分档。"))
        if not self.errors:
            self._check_band(values)
        return values

    def _check_band(self, values):
        fault = band_fault(floor=values["floor"], target=values["target"], better=self.indicator.better)
        if fault:
            told = BAND_FAULTS[fault]
            self.add_error("target", told[self.indicator.better] if isinstance(told, dict) else told)

    def item(self):
        """The columns of a `SchemeItem`, or None for an indicator without weight."""
        values = self.cleaned_data
        if not values.get("weight"):
            return None
        facts = {"indicator": self.indicator.code, "label": str(self.indicator.label), "direction": self.indicator.better}
        return {**facts, "weight": values["weight"], "bands": values["bands"], **self._edges(values)}

    def _edges(self, values):
        """Floor and target; where steps stand instead, the outer ones, so that the line fits its direction."""
        if not values["bands"]:
            return {"floor": values["floor"], "target": values["target"]}
        return {"floor": Decimal(100), "target": Decimal(0)} if self.indicator.better == "lower" else {}


class ExtraForm(forms.Form):
    """A manual item, a bonus or a deduction; a row without a name is none."""

    kind = forms.ChoiceField(label=_("类别"), choices=[(kind.value, kind.label) for kind in (ItemKind.MANUAL, *BY_PROOF)], required=False)
    label = forms.CharField(label=_("名称"), max_length=60, required=False)
    weight = forms.DecimalField(label=_("权重或最高分"), min_value=0, max_value=100, decimal_places=2, required=False)
    criteria = forms.CharField(label=_("评分标准、加减分情形"), max_length=300, required=False)

    def clean(self):
        values = super().clean()
        if values.get("label") and not values.get("weight") and not self.errors:
            self.add_error("weight", _("请填写权重或最高分。"))
        return values

    def item(self):
        values = self.cleaned_data
        if not values.get("label"):
            return None
        return {name: values[name] for name in ("kind", "label", "weight", "criteria")}


class ItemRows:
    """A row for every rate of the portal, grouped by procedure, and rows for what people judge; the weights of both make 100."""

    def __init__(self, data=None, *, scheme=None):
        kept = list(scheme.items.all()) if scheme else []
        weighed = {item.indicator: item for item in kept if item.indicator}
        self.forms = [
            ItemForm(data, indicator=indicator, prefix=indicator.code, initial=_initial(weighed.get(indicator.code)))
            for indicator in rates()
        ]
        further = [{name: getattr(item, name) for name in ExtraForm.base_fields} for item in kept if not item.indicator]
        initial = [*further, *([{}] * SPARE_ROWS)]
        count = len(initial) if data is None else sum(f"extra-{number}-label" in data for number in range(MOST_ROWS))
        self.extra = [ExtraForm(data, prefix=f"extra-{n}", initial=initial[n] if n < len(initial) else {}) for n in range(count)]
        self.error = ""

    @property
    def groups(self):
        labels = {flow.procedure: flow.label for flow in registry.declared("flows")}
        found = {}
        for form in self.forms:
            found.setdefault(labels.get(form.indicator.procedure, form.indicator.procedure), []).append(form)
        return list(found.items())

    def is_valid(self):
        wrong = [form for form in [*self.forms, *self.extra] if not form.is_valid()]
        items = [] if wrong else self.items()
        total = sum((item["weight"] for item in items if item.get("kind") not in BY_PROOF), Decimal(0))
        named = [(item.get("kind"), item["label"]) for item in items]
        if not wrong and len(set(named)) < len(named):
            self.error = _("同类项目的名称不能相同。")
        elif not wrong and total != FULL:
            self.error = _("各项权重之和应为100，现为%(total)s。") % {"total": f"{total.normalize():f}"}
        return not wrong and not self.error

    def items(self):
        return [item for item in (form.item() for form in [*self.forms, *self.extra]) if item]


def _initial(item):
    if item is None:
        return None
    bands = "，".join(f"{edge:g}：{share:g}" for edge, share in item.bands)
    return {"weight": item.weight, "floor": item.floor, "target": item.target, "bands": bands}


class AdjustmentForm(forms.ModelForm):
    """Points by hand, with the proof."""

    class Meta:
        model = Adjustment
        fields = ("points", "reason", "proof")
        widgets = {"proof": forms.Textarea(attrs={"rows": 3})}

    def __init__(self, *args, scheme, **kwargs):
        super().__init__(*args, **kwargs)
        self.scheme = scheme
        self.fields["result"] = forms.ModelChoiceField(scheme.results.ranked(), label=_("考核单位"), empty_label=_("请选择"))
        self.fields["result"].label_from_instance = lambda result: result.full_name
        self.fields["item"] = forms.ModelChoiceField(
            scheme.items.of_kind(*BY_PROOF), label=_("加减分项目"), empty_label=_("方案以外的事由"), required=False
        )
        self.order_fields(["result", "item"])

    def clean_points(self):
        points, most = self.cleaned_data["points"], self.scheme.adjust_most
        if points == 0:
            raise forms.ValidationError(_("分值不能为0。"))
        if abs(points) > most:
            raise forms.ValidationError(_("按方案，加减分合计不超过%(most)s分。") % {"most": most})
        return points

    def clean(self):
        values = super().clean()
        item, points = values.get("item"), values.get("points")
        if item and points and (points > 0) != (item.kind == ItemKind.BONUS):
            self.add_error("points", _("加分项目填正数，减分项目填负数。"))
        return values
