"""What people type: a unit with what it keeps, and the forms of its steps."""

from datetime import date
from decimal import Decimal

from django import forms
from django.utils.translation import gettext_lazy as _

from emergencies.danger_sources.enums import Result, Watched
from emergencies.danger_sources.flow import FACTS
from emergencies.danger_sources.models import Substance
from governance.files.forms import AttachmentsField, OneFileField
from governance.files.rules import DOCX, IMAGES, PDF
from governance.people.enums import OfficeType
from governance.privacy.phones import is_phone
from governance.web.casework.creating import PlacedForm
from governance.web.days import DayField, days_from_today
from governance.web.holding import HoldsPapers, PhotographedStep
from governance.web.offices import OfficeField
from governance.web.steps import StepForm

ROWS = range(1, 6)
PAPERS = (PDF.mime, DOCX.mime, *IMAGES)
MOST = Decimal("9999999")
NOTE_LABELS = {
    "return_for_correction": _("需要补正的内容"),
    "watch": _("说明"),
    "check": _("检查情况"),
    "identify": _("重新辨识的原因"),
    "strike": _("核销原因"),
}
NOTE_HELP = {
    "watch": _("超出正常范围的，写明情况和已采取的措施。"),
    "check": _("发现问题的，写明问题和整改要求；提交后自动登记为安全隐患。"),
    "identify": _("如：增加储罐、更换介质、周边人口变化。"),
}


class WorkPhoneField(forms.CharField):
    """A telephone of the post on duty; the private number of a person does not belong here."""

    def __init__(self, **kwargs):
        hint = _("值班电话或办公电话，不填个人手机号。")
        super().__init__(label=_("值班电话"), max_length=20, help_text=hint, widget=forms.TelInput(attrs={"autocomplete": "off"}), **kwargs)

    def clean(self, value):
        phone = super().clean(value)
        if phone and not is_phone(phone):
            raise forms.ValidationError(_("电话号码不正确，请填写带区号的固定电话或手机号。"))
        return phone


def fact_fields():
    """A fresh field for each fact of a unit, by name."""
    return {
        "title": forms.CharField(label=_("名称"), max_length=60, min_length=2, help_text=_("如：某某公司液化气储配站")),
        "unit": forms.CharField(label=_("单元（罐区、库房、装置）"), max_length=80, help_text=_("如：1号储罐区，6个100立方米储罐")),
        "landmark": forms.CharField(label=_("详细地址"), max_length=120),
        "exposed": forms.IntegerField(
            label=_("厂界外500米内常住人数"), min_value=0, max_value=1_000_000, widget=forms.NumberInput(attrs={"inputmode": "numeric"})
        ),
        "manager": forms.CharField(label=_("安全负责人"), max_length=40),
        "work_phone": WorkPhoneField(),
    }


class Keeping:
    """A form with rows of substance and quantity, on which the level depends."""

    def ask_kept(self, kept=()):
        for number, row in zip(ROWS, [*kept, *[None] * len(ROWS)], strict=False):
            words = {"required": False, "initial": row and row.substance_id}
            self.fields[f"substance_{number}"] = forms.ModelChoiceField(
                Substance.objects.in_use(), label=_("物质%(n)s") % {"n": number}, empty_label=_("无"), **words
            )
            self.fields[f"quantity_{number}"] = forms.DecimalField(
                label=_("最大存在量%(n)s（吨）") % {"n": number}, required=False, min_value=Decimal("0.001"), max_value=MOST,
                max_digits=12, decimal_places=3, initial=row and row.quantity, widget=forms.NumberInput(attrs={"inputmode": "decimal"}),
            )  # fmt: skip
        self.fields["substance_1"].depends = self.fields["quantity_1"].depends = True

    def kept(self):
        """The rows that were filled in."""
        rows = [{name: self.cleaned_data.get(f"{name}_{number}") for name in ("substance", "quantity")} for number in ROWS]
        return [row for row in rows if row["substance"] and row["quantity"]]

    def check_kept(self, values):
        """A row is whole or not there, a substance once, and at least one."""
        seen = set()
        for number in ROWS:
            substance, quantity = values.get(f"substance_{number}"), values.get(f"quantity_{number}")
            if substance and not quantity and f"quantity_{number}" not in self.errors:
                self.add_error(f"quantity_{number}", _("请填写最大存在量。"))
            if quantity and not substance:
                self.add_error(f"substance_{number}", _("请选择物质。"))
            if substance and substance.pk in seen:
                self.add_error(f"substance_{number}", _("同一物质请合并填写一行。"))
            seen.add(substance and substance.pk)
        if not self.kept() and not any(name.startswith(("substance_", "quantity_")) for name in self.errors):
            self.add_error("substance_1", _("请至少填写一种物质。"))


class DeclareForm(Keeping, PlacedForm):
    """A site, or the bureau for it, declares a unit."""

    latitude = forms.FloatField(required=False, widget=forms.HiddenInput, min_value=-90, max_value=90)
    longitude = forms.FloatField(required=False, widget=forms.HiddenInput, min_value=-180, max_value=180)

    def __init__(self, *args, site=None, places, **kwargs):
        super().__init__(*args, places=places, **kwargs)
        self.site = site
        if site:
            del self.fields["place"]
        else:
            self.fields["site"] = OfficeField(
                label=_("运营单位"), venues=True, help_text=_("须是本平台已有的场所单位；没有的，请管理员先行开设。")
            )
        self.fields.update(fact_fields())
        self.ask_kept()

    def clean(self):
        values = super().clean()
        if values.get("site") and values["site"].type != OfficeType.SITE:
            self.add_error("site", _("请选择场所单位。"))
        self.check_kept(values)
        return values

    def facts(self):
        """What the service is told."""
        told = {name: self.cleaned_data[name] for name in (*FACTS, "submission")}
        where = {name: self.cleaned_data[name] for name in ("latitude", "longitude")}
        told |= where if None not in where.values() else {}
        site = self.site or self.cleaned_data["site"]
        return {**told, "site": site, "place": site.place if self.site else self.cleaned_data["place"], "kept": self.kept()}


def _fact(name):
    def build(case, user):
        field = fact_fields()[name]
        field.initial = getattr(case, name)
        return field

    return build


class PaperField(OneFileField):
    """Exactly one file, checked."""

    def __init__(self, **kwargs):
        super().__init__(allowed=PAPERS, required=True, help_text=_("PDF、Word 或照片。"), **kwargs)


def _reading(case, user):
    return forms.CharField(label=_("监测值"), max_length=60, help_text=_("写数值和单位，或“正常”；多个点位的写范围。"))


def _normal(case, user):
    choices = [("yes", _("在正常范围内")), ("no", _("超出正常范围"))]
    return forms.TypedChoiceField(label=_("判断"), choices=choices, coerce=lambda value: value == "yes", widget=forms.RadioSelect)


BUILDERS = {
    **{name: _fact(name) for name in FACTS},
    "watched": lambda case, user: forms.ChoiceField(label=_("监测项目"), choices=Watched.choices),
    "reading": _reading,
    "normal": _normal,
    "result": lambda case, user: forms.ChoiceField(label=_("检查结论"), choices=Result.choices, widget=forms.RadioSelect),
    "photographs": lambda case, user: AttachmentsField(label=_("现场照片"), allowed=IMAGES, help_text=_("最多6张，不拍人员证件。")),
    "plan_on": lambda case, user: DayField(label=_("预案印发日期"), since=date(2000, 1, 1), until=days_from_today(0)),
    "plan_file": lambda case, user: PaperField(label=_("应急预案")),
    "assessed_on": lambda case, user: DayField(label=_("评估报告日期"), since=date(2000, 1, 1), until=days_from_today(0)),
    "report_file": lambda case, user: PaperField(label=_("安全评估报告")),
}


class DangerSourceStepForm(Keeping, HoldsPapers, PhotographedStep, StepForm):
    """The form of any step of a danger source; those that judge it anew list what it keeps."""

    def __init__(self, *args, step, **kwargs):
        words = {"note_label": NOTE_LABELS.get(step.name, _("说明")), "note_help": NOTE_HELP.get(step.name, "")}
        super().__init__(*args, step=step, builders=BUILDERS, **words, **kwargs)
        self.ask_held_papers()
        if self.judges:
            self.ask_kept(self.case.kept.select_related("substance"))
            rows = [f"{name}_{number}" for number in ROWS for name in ("substance", "quantity")]
            self.order_fields(["version", *FACTS, *rows, "note"])

    @property
    def judges(self):
        return self.step.name in {"resubmit", "identify"}

    def given(self):
        found = super().given()
        return {**found, "kept": self.kept()} if self.judges else found

    def clean(self):
        values = super().clean()
        if self.judges:
            self.check_kept(values)
        if self.step.name == "watch" and values.get("normal") is False and not values.get("note", "").strip():
            self.add_error("note", _("超出正常范围的，请写明情况和已采取的措施。"))
        return values
