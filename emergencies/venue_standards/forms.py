"""What an administrator types: a kind of crowded place, a drill rule, a version of the grading."""

from datetime import datetime, time

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from emergencies.standards.enums import Grade
from emergencies.standards.models import SecurityMeasure
from emergencies.venue_standards import services
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
        fields = ("name", "trade", "citation", "publicity", "active")
        help_texts = {
            "publicity": _("法律、法规允许公开的才公开；涉及公共安全的重点目标不公开。"),
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


def grade_field():
    """From which grade on something is asked."""
    choices = [("", _("全部等级"))] + [
        (grade.value, _("%(grade)s及以上") % {"grade": grade.label}) for grade in reversed(Grade) if grade != Grade.BLUE
    ]
    return forms.ChoiceField(label=_("适用等级"), choices=choices, required=False)


class ItemForm(forms.Form):
    """A piece of equipment; for which kinds is asked once, and kept with each kind afterwards."""

    name = forms.CharField(label=_("设施名称"), max_length=40, min_length=2)
    citation = forms.CharField(label=_("依据"), max_length=120, help_text=_("法律、法规或者标准的名称和条款。"))

    def __init__(self, *args, item=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["from_grade"] = grade_field()
        if item is None:
            kinds = VenueKind.objects.in_use()
            self.fields["kinds"] = forms.ModelMultipleChoiceField(kinds, label=_("适用类型"), widget=forms.CheckboxSelectMultiple)
        self.fields["reason"] = reason_field()


class MeasureForm(forms.Form):
    """One thing the security standard asks."""

    aspect = forms.ChoiceField(label=_("类别"), choices=SecurityMeasure._meta.get_field("aspect").choices)
    text = forms.CharField(label=_("要求"), max_length=120, min_length=4, widget=forms.Textarea(attrs={"rows": 2}))
    citation = forms.CharField(label=_("依据"), max_length=120, help_text=_("法律、法规或者标准的名称和条款。"))

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        kinds = list(VenueKind.objects.in_use().values_list("code", "name"))
        self.fields["kinds"] = forms.MultipleChoiceField(
            label=_("适用类型"),
            choices=kinds,
            required=False,
            widget=forms.CheckboxSelectMultiple,
            help_text=_("一个都不选，适用全部类型。"),
        )
        self.fields["from_grade"] = grade_field()
        self.fields["reason"] = reason_field()

    def values(self):
        return {name: self.cleaned_data[name] for name in ("aspect", "text", "kinds", "from_grade", "citation")}


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


class OptionsField(forms.CharField):
    """The options of a new factor, one a line: words and points."""

    def __init__(self):
        hint = _("每行一种情形和它的分值（0至100），如“没有危险品 0”“有少量危险品 60”，至少两行。")
        super().__init__(label=_("情形和分值"), required=False, max_length=600, widget=forms.Textarea(attrs={"rows": 4}), help_text=hint)

    def clean(self, value):
        lines = [line.strip() for line in super().clean(value).splitlines() if line.strip()]
        found = [(words.strip(), points) for words, _space, points in (line.rpartition(" ") for line in lines)]
        if any(not words or len(words) > 60 or not points.isdecimal() or int(points) > 100 for words, points in found):
            raise forms.ValidationError(_("每行先写情形，空一格，再写 0 至 100 的分值。"))
        if len(found) == 1:
            raise forms.ValidationError(_("至少两种情形。"))
        return [(words, int(points)) for words, points in found]


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
        self.fields["new_factor"] = forms.CharField(label=_("新因素"), max_length=60, required=False, help_text=_("不增加的不填。"))
        self.fields["new_weight"] = points_field(_("权重"), initial=0)
        self.fields["new_weight"].required = False
        self.fields["new_options"] = OptionsField()
        for name in ("new_factor", "new_weight", "new_options"):
            self.fields[name].depends = True
        self.fields["valid_from"] = DayField(label=_("自哪天起"), since=days_from_today(0), until=days_from_today(A_YEAR))
        self.fields["source"] = forms.CharField(
            label=_("来源说明"), max_length=200, help_text=_("由哪个部门、以什么文件发布。"), widget=forms.Textarea(attrs={"rows": 2})
        )

    def thresholds(self):
        return [self[name] for name, _label in THRESHOLDS]

    def added(self):
        return [self[name] for name in ("new_factor", "new_weight", "new_options")]

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
        if values.get("new_factor") and not values.get("new_options") and "new_options" not in self.errors:
            self.add_error("new_options", _("请填写新因素的情形和分值。"))
        if values.get("new_factor") and not values.get("new_weight") and "new_weight" not in self.errors:
            self.add_error("new_weight", _("新因素的权重须大于 0。"))
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
            "added": (values["new_factor"], values["new_weight"], values["new_options"]) if values["new_factor"] else None,
            "valid_from": timezone.now() if values["valid_from"] == today else begins,
            "source": values["source"],
        }
