"""What is typed about a scheme: its year and thresholds, a row for every indicator, and points by hand."""

from decimal import Decimal

from django import forms
from django.utils.translation import gettext_lazy as _

from governance import registry
from governance.web.stale import NeverOverwrites
from supervision.assessment.enums import Level
from supervision.assessment.models import Adjustment, Scheme
from supervision.assessment.rules import FULL, band_fault
from supervision.assessment.services import assessed_places, rates

BAND_FAULTS = {
    "equal": _("目标值不能与底线值相同。"),
    "direction": {"higher": _("该指标越高越好，目标值应高于底线值。"), "lower": _("该指标越低越好，目标值应低于底线值。")},
}


class SchemeForm(NeverOverwrites):
    """Year, kind of unit and thresholds."""

    class Meta:
        model = Scheme
        fields = ("year", "level", "basis", "excellent", "good", "passed", "adjust_most")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["level"].choices = [("", _("请选择")), *Level.choices]

    def beside(self):
        items = self.instance.items.order_by("pk") if self.instance.pk else []
        told = (f"{item.label} {item.weight:f}（{item.floor:f}–{item.target:f}）" for item in items)
        return {_("指标与权重"): "；".join(told)}

    def clean(self):
        values = super().clean()
        good, passed = values.get("good"), values.get("passed")
        if good is not None and values.get("excellent") is not None and values["excellent"] <= good:
            self.add_error("excellent", _("“优秀”的分数线应高于“良好”。"))
        if good is not None and passed is not None and good <= passed:
            self.add_error("good", _("“良好”的分数线应高于“合格”。"))
        return values


class ItemForm(forms.Form):
    """One indicator: a weight makes it an item, with floor and target."""

    weight = forms.DecimalField(label=_("权重"), min_value=0, max_value=100, decimal_places=2, required=False)
    floor = forms.DecimalField(label=_("底线值（%）"), min_value=0, max_value=100, decimal_places=2, required=False)
    target = forms.DecimalField(label=_("目标值（%）"), min_value=0, max_value=100, decimal_places=2, required=False)

    def __init__(self, *args, indicator, **kwargs):
        super().__init__(*args, **kwargs)
        self.indicator = indicator

    def clean(self):
        values = super().clean()
        if not values.get("weight") or self.errors:
            return values
        for name in ("floor", "target"):
            if values.get(name) is None:
                self.add_error(name, _("有权重的指标，要填写底线值和目标值。"))
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
        return {**facts, "weight": values["weight"], "floor": values["floor"], "target": values["target"]}


class ItemRows:
    """A row for every rate of the portal, grouped by procedure; together their weights make 100."""

    def __init__(self, data=None, *, scheme=None):
        kept = {item.indicator: item for item in scheme.items.all()} if scheme else {}
        self.forms = [
            ItemForm(data, indicator=indicator, prefix=indicator.code, initial=_initial(kept.get(indicator.code))) for indicator in rates()
        ]
        self.error = ""

    @property
    def groups(self):
        labels = {flow.procedure: flow.label for flow in registry.declared("flows")}
        found = {}
        for form in self.forms:
            found.setdefault(labels.get(form.indicator.procedure, form.indicator.procedure), []).append(form)
        return list(found.items())

    def is_valid(self):
        wrong = [form for form in self.forms if not form.is_valid()]
        total = sum((form.cleaned_data.get("weight") or Decimal(0) for form in self.forms), Decimal(0))
        if not wrong and total != FULL:
            self.error = _("各项权重之和应为100，现为%(total)s。") % {"total": f"{total.normalize():f}"}
        return not wrong and not self.error

    def items(self):
        return [item for item in (form.item() for form in self.forms) if item]


def _initial(item):
    return {"weight": item.weight, "floor": item.floor, "target": item.target} if item else None


class AdjustmentForm(forms.ModelForm):
    """Points by hand, with the proof."""

    class Meta:
        model = Adjustment
        fields = ("place", "points", "reason", "proof")
        widgets = {"proof": forms.Textarea(attrs={"rows": 3})}

    def __init__(self, *args, scheme, **kwargs):
        super().__init__(*args, **kwargs)
        self.scheme = scheme
        self.fields["place"] = forms.ModelChoiceField(assessed_places(scheme.level), label=_("考核单位"), empty_label=_("请选择"))
        self.fields["place"].label_from_instance = lambda place: place.full_name

    def clean_points(self):
        points, most = self.cleaned_data["points"], self.scheme.adjust_most
        if points == 0:
            raise forms.ValidationError(_("分值不能为0。"))
        if abs(points) > most:
            raise forms.ValidationError(_("按方案，加减分合计不超过%(most)s分。") % {"most": most})
        return points
