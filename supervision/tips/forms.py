"""The forms of the steps of a tip."""

from django import forms
from django.utils.translation import gettext_lazy as _

from governance.web.offices import OfficeField, offices_of
from governance.web.steps import StepForm
from supervision.oversight.enums import Ground
from supervision.oversight.forms import PRIVATE_TEXT
from supervision.oversight.rules import names_a_person
from supervision.tips.rules import ground_of

NOTE_LABELS = {
    "not_accept": _("不予受理的理由和正确途径"),
    "pass_on": _("转办意见"),
    "raise": _("核实到的情况"),
    "progress": _("核实情况"),
    "answer": _("答复内容"),
}
NOTE_HELP = {
    "not_accept": _("来信人会看到。"),
    "pass_on": _("来信人会看到。联系方式随件转给12345，并作记录。"),
    "raise": _("写入督导线索。不写来信人的姓名、电话和能认出本人的细节。"),
    "progress": _("只供内部查看。"),
    "answer": _("来信人会在查询页面看到。"),
}


def _unit(case, user):
    field = OfficeField(label=_("责任单位"), venues=True, offered=offices_of(case.place_path), help_text=_("没有做到这项职责的单位。"))
    field.initial = case.unit
    return field


def _ground(case, user):
    return forms.TypedChoiceField(label=_("情形（条例第五十八条）"), choices=Ground.choices, coerce=int, initial=ground_of(case.matter))


BUILDERS = {"unit": _unit, "ground": _ground}


class TipStepForm(StepForm):
    """The form of any step of a tip."""

    def __init__(self, *args, step, **kwargs):
        label = NOTE_LABELS.get(step.name, _("说明"))
        super().__init__(*args, step=step, builders=BUILDERS, note_label=label, note_help=NOTE_HELP.get(step.name, ""), **kwargs)

    def clean(self):
        values = super().clean()
        if self.step.name == "raise" and names_a_person(values.get("note") or ""):
            self.add_error("note", PRIVATE_TEXT)
        return values
