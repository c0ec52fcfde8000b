"""What an administrator types: a kind of crowded place, a drill rule, a version of the grading."""

from datetime import datetime, time

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from emergencies.standards import services
from emergencies.venues.models import VenueKind
from governance.people.enums import OfficeType
from governance.people.models import Office
from governance.web.days import DayField, days_from_today
from governance.web.limit_names import name_of
from governance.web.stale import NeverOverwrites

A_YEAR = 365  # days
THRESHOLDS = (("yellow_from", _("黄色起点")), ("orange_from", _("橙色起点")), ("red_from", _("红色起点")))


def reason_field():
    return forms.CharField(
        label=_("变更理由"), max_length=500, widget=forms.Textarea(attrs={"rows": 3}), help_text=_("记入变更记录。"),
        error_messages={"required": _("请填写变更理由。")},
    )  # fmt: skip


class KindForm(NeverOverwrites):
    """A kind and the equipment its venues must keep."""

    class Meta:
        model = VenueKind
        fields = ("name", "trade", "citation", "active")
        help_texts = {
            "citation": _("哪部法律、法规把它列为人员密集场所。"),
            "active": _("停用后不能再申报这一类，已登记的场所不受影响。"),
        }

    trade = forms.ChoiceField(label=_("主管行业"), help_text=_("今后申报的场所由旗县区的这个部门监管；已登记的，用“调整类型”重新交办。"))

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        bureaus = (
            Office.objects.in_use().filter(type=OfficeType.BUREAU).order_by("-place__path", "trade").values_list("trade", "short_name")
        )
        own = {self.instance.trade: self.instance.trade} if self.instance.trade else {}
        self.fields["trade"].choices = [("", _("请选择")), *{**own, **dict(bureaus)}.items()]
        known = services.every_item()
        self.fields["items"] = forms.MultipleChoiceField(
            label=_("应配设施"), required=False, widget=forms.CheckboxSelectMultiple, initial=list(services.items_of(self.instance)),
            choices=[(code, item.name) for code, item in reversed(known.items())],
        )  # fmt: skip
        self.fields["reason"] = reason_field()
        self.was = services.described(self.instance) if self.instance.pk else {}

    def beside(self):
        return {_("应配设施"): "、".join(services.items_of(self.instance).values())}

    def clean_name(self):
        name = self.cleaned_data["name"]
        if VenueKind.objects.filter(name=name).exclude(pk=self.instance.pk).exists():
            raise forms.ValidationError(_("已有同名类型。"))
        return name


class RuleForm(forms.Form):
    """How often venues of a kind drill, by which law."""

    label = forms.CharField(label=_("要求"), max_length=60, help_text=_("如：每半年至少一次"))
    limit_code = forms.ChoiceField(label=_("间隔"), help_text=_("间隔的长短在“办理时限”中维护。"))
    citation = forms.CharField(label=_("依据"), max_length=120, help_text=_("法律、法规名称和条款。"))

    def __init__(self, *args, at, **kwargs):
        super().__init__(*args, **kwargs)
        limits = services.drill_limits(at=at)
        self.fields["limit_code"].choices = [(code, f"{name_of(code)}（{limit.amount_label}）") for code, limit in limits.items()]
        self.fields["reason"] = reason_field()

    def values(self):
        return {name: self.cleaned_data[name] for name in ("label", "limit_code", "citation")}


def points_field(label, *, most=100, initial=None):
    wrong = {"max_value": _("不能超过 %(limit_value)s。"), "min_value": _("不能小于 0。"), "invalid": _("请填写整数。")}
    widget = forms.NumberInput(attrs={"inputmode": "numeric"})
    return forms.IntegerField(label=label, min_value=0, max_value=most, initial=initial, widget=widget, error_messages=wrong)


class VersionForm(forms.Form):
    """Weights, points and thresholds of the next version, filled in from the latest one."""

    def __init__(self, *args, base, **kwargs):
        super().__init__(*args, **kwargs)
        self.factors = list(base.factors.prefetch_related("options"))
        for name, label in THRESHOLDS:
            self.fields[name] = points_field(label, initial=getattr(base, name))
        for factor in self.factors:
            self.fields[f"weight_{factor.code}"] = points_field(_("权重"), initial=factor.weight)
            for option in factor.options.all():
                self.fields[f"points_{factor.code}_{option.code}"] = points_field(option.label, initial=option.points)
        self.fields["valid_from"] = DayField(label=_("自哪天起"), since=days_from_today(0), until=days_from_today(A_YEAR))
        self.fields["source"] = forms.CharField(
            label=_("来源说明"), max_length=200, help_text=_("由哪个部门、以什么文件发布。"), widget=forms.Textarea(attrs={"rows": 2})
        )

    def thresholds(self):
        return [self[name] for name, _label in THRESHOLDS]

    def groups(self):
        """(factor, weight, its options' fields) as the page draws them."""
        for factor in self.factors:
            options = [self[f"points_{factor.code}_{option.code}"] for option in factor.options.all()]
            yield {"factor": factor, "weight": self[f"weight_{factor.code}"], "options": options}

    def clean(self):
        values = super().clean()
        rising = [values.get(name) for name, _label in THRESHOLDS]
        if None not in rising and not 0 < rising[0] < rising[1] < rising[2]:
            self.add_error("red_from", _("黄、橙、红的起点须依次升高，并且大于 0。"))
        weights = [values.get(f"weight_{factor.code}") for factor in self.factors]
        if None not in weights and not any(weights):
            self.add_error(None, _("至少一项因素的权重须大于 0。"))
        return values

    def given(self):
        """What `services.new_version` asks for."""
        values, today = self.cleaned_data, timezone.localdate()
        begins = timezone.make_aware(datetime.combine(values["valid_from"], time.min))
        return {
            "weights": {factor.code: values[f"weight_{factor.code}"] for factor in self.factors},
            "points": {
                (factor.code, option.code): values[f"points_{factor.code}_{option.code}"]
                for factor in self.factors
                for option in factor.options.all()
            },
            "thresholds": {name: values[name] for name, _label in THRESHOLDS},
            "valid_from": timezone.now() if values["valid_from"] == today else begins,
            "source": values["source"],
        }
