"""What an administrator types: a sector, a criterion, a reward, a threshold."""

from decimal import Decimal, InvalidOperation

from django import forms
from django.utils.translation import gettext_lazy as _

from emergencies.criteria.services import described
from emergencies.danger_sources.models import LevelStandard
from emergencies.hazards.models import RewardStandard, Sector
from governance.people.enums import OfficeType
from governance.people.models import Office
from governance.web.stale import NeverOverwrites

MOST_WEIGHT = 100


def reason_field():
    return forms.CharField(
        label=_("变更理由"), max_length=500, widget=forms.Textarea(attrs={"rows": 3}), help_text=_("记入变更记录。"),
        error_messages={"required": _("请填写变更理由。")},
    )  # fmt: skip


class Reasoned(NeverOverwrites):
    """A row with the reason why it is changed; `was` is how it stood."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.was = described(self.instance, self._meta.fields)
        self.fields["reason"] = reason_field()


class SectorForm(Reasoned):
    """A sector: its bureau, and the words by which a report is told to be of it."""

    class Meta:
        model = Sector
        fields = ("name", "trade", "hint", "keywords", "active")
        help_texts = {"active": _("停用后不能再登记这一行业的隐患，已登记的不受影响。")}

    trade = forms.ChoiceField(label=_("主管行业"), help_text=_("重大隐患和单位自查的隐患交旗县区的这个部门。"))

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        bureaus = (
            Office.objects.in_use().filter(type=OfficeType.BUREAU).order_by("-place__path", "trade").values_list("trade", "short_name")
        )
        own = {self.instance.trade: self.instance.trade} if self.instance.trade else {}
        self.fields["trade"].choices = [("", _("请选择")), *{**own, **dict(bureaus)}.items()]
        self.fields["keywords"].help_text = _("用半角逗号分开；网格和12345转来的隐患按这些词认定行业。")


class RewardForm(Reasoned):
    """Between what amounts a report is rewarded."""

    class Meta:
        model = RewardStandard
        fields = ("least", "most", "citation")

    def clean(self):
        values = super().clean()
        if values.get("most") is not None and values.get("least") is not None and values["most"] < values["least"]:
            self.add_error("most", _("最高金额不能低于最低金额。"))
        return values


class CriterionForm(forms.Form):
    """A case in which a hazard is a major one, by which standard."""

    text = forms.CharField(label=_("情形"), min_length=5, max_length=200, widget=forms.Textarea(attrs={"rows": 3}))
    citation = forms.CharField(label=_("依据"), max_length=120, help_text=_("标准、规定的名称和条款。"))
    reason = reason_field()

    def values(self):
        return {name: self.cleaned_data[name] for name in ("text", "citation")}


class SubstanceForm(forms.Form):
    """The threshold of a substance, and the weight of its nature."""

    name = forms.CharField(label=_("名称"), max_length=60)
    threshold = forms.DecimalField(label=_("临界量（吨）"), min_value=Decimal("0.001"), max_digits=10, decimal_places=3)
    beta = forms.DecimalField(label=_("校正系数β"), min_value=Decimal("0.01"), max_digits=5, decimal_places=2)
    citation = forms.CharField(label=_("依据"), max_length=120)
    reason = reason_field()

    def values(self):
        return {name: self.cleaned_data[name] for name in ("name", "threshold", "beta", "citation")}


class ExposureField(forms.CharField):
    """How people outside weigh (α), one step a line: from how many people on, and the weight."""

    def __init__(self):
        hint = _("每行先写人数，空一格，再写系数，人数从 0 起依次增加，如“0 0.5”“1 1.0”“30 1.2”。")
        super().__init__(label=_("厂外人员校正系数α"), max_length=300, widget=forms.Textarea(attrs={"rows": 6}), help_text=hint, strip=True)

    def prepare_value(self, value):
        return value if value is None or isinstance(value, str) else "\n".join(f"{people} {alpha}" for people, alpha in value)

    def clean(self, value):
        lines = [line.split() for line in super().clean(value).splitlines() if line.strip()]
        if any(len(line) != 2 or not line[0].isdecimal() or not is_weight(line[1]) for line in lines):
            raise forms.ValidationError(_("每行写人数和系数两个数，中间空一格；系数大于 0。"))
        people = [int(line[0]) for line in lines]
        if people != sorted(set(people)) or people[0] != 0:
            raise forms.ValidationError(_("人数须从 0 起依次增加。"))
        return [[int(count), alpha] for count, alpha in lines]


def is_weight(text):
    try:
        return 0 < Decimal(text) < MOST_WEIGHT
    except InvalidOperation:
        return False


class LevelForm(forms.Form):
    """The next version of what makes the level of a danger source: from which R on, and how people outside weigh."""

    version = forms.CharField(label=_("版本"), max_length=30, help_text=_("标准的编号或者文件的文号，不能与以前的版本相同。"))
    one_from = forms.DecimalField(label=_("一级：R不小于"), min_value=Decimal("0.01"), max_digits=8, decimal_places=2)
    two_from = forms.DecimalField(label=_("二级：R不小于"), min_value=Decimal("0.01"), max_digits=8, decimal_places=2)
    three_from = forms.DecimalField(label=_("三级：R不小于"), min_value=Decimal("0.01"), max_digits=8, decimal_places=2)
    exposure = ExposureField()
    citation = forms.CharField(label=_("依据"), max_length=120)
    reason = reason_field()

    def clean_version(self):
        if LevelStandard.objects.filter(version=self.cleaned_data["version"]).exists():
            raise forms.ValidationError(_("已有这个版本，请另起版本名。"))
        return self.cleaned_data["version"]

    def clean(self):
        values = super().clean()
        falling = [values.get(name) for name in ("one_from", "two_from", "three_from")]
        if None not in falling and not falling[0] > falling[1] > falling[2]:
            self.add_error("three_from", _("一级、二级、三级的起点须依次降低。"))
        return values
