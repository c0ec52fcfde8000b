"""What departments, reviewing offices and the leading group's office type about an admission."""

from django import forms
from django.utils.translation import gettext_lazy as _

from governance.people.enums import OfficeType
from governance.people.models import Office
from governance.places.rules import ancestors
from governance.web.days import DayField, days_from_today
from governance.web.stale import NeverOverwrites
from governance.web.steps import StepForm
from grids.admission.enums import Stance
from grids.admission.flow import FACTS
from grids.admission.models import Admission, Duty
from grids.admission.rules import AT_LEAST, period_fault
from grids.admission.services import TOO_FEW

REVIEWING = (OfficeType.BUREAU, OfficeType.CENTRE, OfficeType.TOWNSHIP)
LONG = ("description", "working_rules", "training", "brings", "conditions")
DAYS = ("begins", "ends", "ends_on")
NOTE_LABELS = {
    "name_reviewers": _("会审要求"),
    "invite": _("增加的理由"),
    "send_back": _("需要补正的内容"),
    "resubmit": _("补正说明"),
    "state": _("理由"),
    "admit": _("决定理由"),
    "refuse": _("不予准入的理由"),
    "take_back": _("撤回原因"),
    "report_use": _("实施情况"),
    "renew": _("评估意见"),
    "change": _("评估意见"),
    "withdraw": _("退出原因"),
}
NOTE_HELP = {
    "state": _("写明职责、能力、经费、培训是否落实；不同意或附条件的，写清理由和条件。"),
    "admit": _("准入后立即列入公开清单。"),
    "report_use": _("工作量、经费拨付、培训、存在的问题，供年度评估使用。"),
    "withdraw": _("退出之日起，属于本事项的事件类型和检查表自动停用。"),
}
LEAST_RATE = 1  # yuan: money follows the work (Art. 49)
OUT_OF_ORDER = _("实施止应晚于实施起。")


def field_of(name, *, initial=None):
    """The form's field of a column, with its own words."""
    if name in DAYS:
        column = Admission._meta.get_field(name)
        return DayField(label=column.verbose_name, help_text=column.help_text, initial=initial, until=days_from_today(3660))
    field = Admission._meta.get_field(name).formfield(**({"min_value": LEAST_RATE} if name == "rate" else {}))
    field.initial = initial
    if name in LONG:
        field.widget = forms.Textarea(attrs={"rows": 3, "maxlength": field.max_length})
    return field


def _column(name):
    return lambda case, user: field_of(name, initial=getattr(case, name))


def _offices(case, user):
    """Bureaus, centre and townships of the area: who can say whether the duty fits."""
    around = Office.objects.in_use().filter(type__in=REVIEWING, place__path__in=ancestors(case.place_path))
    below = Office.objects.in_use().filter(type=OfficeType.TOWNSHIP, place__path__startswith=case.place_path)
    rows = (around | below).exclude(pk__in=[case.applicant_id, *case.awaited_ids, *case.barred_ids])
    field = forms.ModelMultipleChoiceField(
        rows.select_related("place").order_by("place__path", "code"), label=_("会审单位"), widget=forms.CheckboxSelectMultiple,
        help_text=_("至少两个。财政、人社、司法和受影响的乡镇（街道）一般都要参加。"),
    )  # fmt: skip
    field.label_from_instance = lambda row: row.short_name
    return field


def _stance(case, user):
    return forms.ChoiceField(label=_("意见"), choices=Stance.choices, widget=forms.RadioSelect)


def _ends_on(case, user):
    return DayField(label=_("退出日期"), initial=days_from_today(0), since=days_from_today(0), help_text=_("这一天起不再实施。"))


BUILDERS = {"offices": _offices, "stance": _stance, **{name: _column(name) for name in (*FACTS, "conditions")}, "ends_on": _ends_on}


class ChecksPeriod:
    """Both forms that ask for a period say beside the field what is wrong with it."""

    def clean(self):
        values = super().clean()
        begins = values.get("begins") or getattr(getattr(self, "case", None), "begins", None)
        if "ends" in values and period_fault(begins, values["ends"]):
            self.add_error("ends", OUT_OF_ORDER)
        return values


class AdmissionStepForm(ChecksPeriod, StepForm):
    """The form of any step of an admission."""

    def __init__(self, *args, step, **kwargs):
        label, hint = NOTE_LABELS.get(step.name, _("说明")), NOTE_HELP.get(step.name, "")
        super().__init__(*args, step=step, builders=BUILDERS, note_label=label, note_help=hint, **kwargs)

    def clean_offices(self):
        offices = self.cleaned_data["offices"]
        if self.step.name == "name_reviewers" and len(offices) < AT_LEAST:
            raise forms.ValidationError(TOO_FEW)
        return offices


class OwnDutyForm(NeverOverwrites):
    """One of the worker's own duties (Art. 51): what it is called, what it is, and where that is said."""

    in_force_from = DayField(label=_("起"))

    class Meta:
        model = Duty
        fields = ("label", "description", "basis", "in_force_from", "order")
        widgets = {"description": forms.Textarea(attrs={"rows": 3})}
        help_texts = {"basis": _("法规条款或者职责清单的文件名称、文号。"), "order": _("数字小的排在前。")}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["in_force_from"].until = days_from_today(3660)


class ApplicationForm(ChecksPeriod, forms.Form):
    """A department's application."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in FACTS:
            self.fields[name] = field_of(name)
        self.fields["title"].label = _("事项名称")
        self.fields["begins"].since = days_from_today(0)
