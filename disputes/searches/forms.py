"""What is typed: the calling of a round, the record of a searched grid, its end, and the sensitive periods."""

import re

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from disputes.mediation.enums import Kind
from disputes.searches.enums import Handling, Outcome
from disputes.searches.models import SensitivePeriod
from disputes.searches.rules import lacking
from disputes.searches.services import last_grid_of
from governance.web.casework.creating import PlacedForm
from governance.web.days import DayField, days_from_today
from governance.web.steps import StepForm

AHEAD, LONGEST, BACK = 60, 92, 92  # days
GRID = re.compile(r"[\w\-－—·（）()\s]{1,30}")
NOTE_LABELS = {"record": _("备注"), "finish": _("备注"), "remind": _("催办要求"), "cancel": _("取消理由")}
MISSING = {
    "kind": _("请选择纠纷类型。"), "spot": _("请填写具体地点。"), "summary": _("请写明情况。"), "handled": _("请选择处理方式。"),
    "settlement": _("当场化解的，请写明怎样化解。"),
}  # fmt: skip
NO_NAMES = _("写明起因、诉求和现状；不写姓名、电话和证件号码，当事人由接办单位登记。")


def _dependent(field):
    field.required, field.depends = False, True
    return field


def _grid(case, user):
    """The name the village uses; the one the person searched last is there already."""
    return forms.CharField(
        label=_("网格"), max_length=30, initial=last_grid_of(user), help_text=_("填网格名称或编号，例如：第三网格、A-03。"),
        widget=forms.TextInput(attrs={"autocomplete": "off"}), error_messages={"required": _("请填写排查的网格。")},
    )  # fmt: skip


def _searched_on(case, user):
    today = timezone.localdate()
    return DayField(label=_("排查日期"), initial=today, since=days_from_today(-BACK), until=today)


def _outcome(case, user):
    missing = {"required": _("请选择有没有发现矛盾纠纷。")}
    return forms.ChoiceField(label=_("排查结果"), choices=Outcome.choices, widget=forms.RadioSelect, error_messages=missing)


def _text(label, rows, *, most=1000, help_text=""):
    return _dependent(forms.CharField(label=label, max_length=most, help_text=help_text, widget=forms.Textarea(attrs={"rows": rows})))


def _grids_total(case, user):
    return forms.IntegerField(
        label=_("本村（社区）共有几个网格"), min_value=1, max_value=200, help_text=_("每个网格都有排查记录，才能完成。"),
        error_messages={"required": _("请填写网格数。")},
    )  # fmt: skip


BUILDERS = {
    "grid": _grid,
    "searched_on": _searched_on,
    "outcome": _outcome,
    "kind": lambda case, user: _dependent(forms.ChoiceField(label=_("纠纷类型"), choices=[("", _("请选择")), *Kind.choices])),
    "spot": lambda case, user: _dependent(forms.CharField(label=_("具体地点"), max_length=60)),
    "summary": lambda case, user: _text(_("情况摘要"), 4, help_text=NO_NAMES),
    "handled": lambda case, user: _dependent(forms.ChoiceField(label=_("处理方式"), choices=[("", _("请选择")), *Handling.choices])),
    "settlement": lambda case, user: _text(_("怎样化解的"), 3),
    "grids_total": _grids_total,
}


class SearchStepForm(StepForm):
    """The form of any step of a search. What is said of a dispute is asked for only where one was found."""

    def __init__(self, *args, step, **kwargs):
        super().__init__(*args, step=step, builders=BUILDERS, note_label=NOTE_LABELS.get(step.name, _("说明")), **kwargs)
        if step.name == "record":
            del self.fields["note"]
            self.fields["kind"].help_text = _("发现矛盾纠纷的，填写以下各项。")

    def clean_grid(self):
        grid = self.cleaned_data["grid"].strip()
        if not GRID.fullmatch(grid):
            raise forms.ValidationError(_("只填网格的名称或编号，不要写其他符号。"))
        return grid

    def clean(self):
        values = super().clean()
        values.setdefault("note", "")
        if self.step.name == "record" and values.get("outcome") == Outcome.FOUND:
            for name in lacking(values):
                if name not in self.errors:
                    self.add_error(name, MISSING[name])
        return values


class RoundForm(PlacedForm):
    """A round: for which place, from when until when, and whether for a sensitive period."""

    title = forms.CharField(label=_("名称"), max_length=40, help_text=_("例如：十二月矛盾纠纷排查。"))
    begins = DayField(label=_("开始日期"))
    ends = DayField(label=_("结束日期"), help_text=_("到这一天 24 时还没有完成的，记为逾期。"))
    period = forms.ModelChoiceField(None, label=_("重点时段"), required=False, empty_label=_("不是（定期排查）"))
    note = forms.CharField(label=_("排查要求"), max_length=1000, required=False, widget=forms.Textarea(attrs={"rows": 4}))

    repeats = forms.BooleanField(
        label=_("到期自动接续"), required=False, initial=True,
        help_text=_("系统按“办理时限”规定的间隔发起下一轮，天数、要求与本轮相同；可以随时在本轮页面停止。"),
    )  # fmt: skip

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        today = timezone.localdate()
        self.fields["period"].queryset = SensitivePeriod.objects.touching(today, days_from_today(AHEAD)).order_by("begins")
        self.fields["begins"].initial, self.fields["ends"].initial = today, days_from_today(6)
        self.fields["begins"].since, self.fields["begins"].until = days_from_today(-7), days_from_today(AHEAD)
        self.fields["ends"].since = today
        for name in ("title", "begins", "ends"):
            self.fields[name].error_messages["required"] = _("请填写%(what)s。") % {"what": self.fields[name].label}

    def clean(self):
        values = super().clean()
        begins, ends = values.get("begins"), values.get("ends")
        if begins and ends and ends < begins:
            self.add_error("ends", _("结束日期不能早于开始日期。"))
        elif begins and ends and (ends - begins).days > LONGEST:
            self.add_error("ends", _("一轮排查最长三个月，请分次发起。"))
        return values


class PeriodForm(forms.ModelForm):
    """A sensitive period with the days of the year."""

    class Meta:
        model = SensitivePeriod
        fields = ("name", "begins", "ends", "note", "active")
        widgets = {name: forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d") for name in ("begins", "ends")}
        help_texts = {"active": _("停用后不再缩短排查间隔。")}

    def clean(self):
        values = super().clean()
        if values.get("begins") and values.get("ends") and values["ends"] < values["begins"]:
            self.add_error("ends", _("结束日期不能早于开始日期。"))
        return values
