"""What offices and the centre type in a consultation."""

from django import forms
from django.utils.translation import gettext_lazy as _

from disputes.complaints.forms import several_offices
from disputes.consultations.enums import Stance
from disputes.consultations.services import participants, take_with_complaint
from governance.people.models import Office
from governance.web.steps import StepForm

NOTE_LABELS = {"state": _("理由和依据"), "invite": _("增加的理由"), "designate": _("指定的理由")}
NOTE_HELP = {"designate": _("指定即为最后决定，主办单位不能再提异议或者再发起会商。这段文字作为交办要求写入工作单。")}


def asked(case):
    return Office.objects.filter(pk__in=participants(case)).select_related("place").order_by("place__path", "code")


def _stance(case, user):
    return forms.ChoiceField(label=_("意见"), choices=Stance.choices, widget=forms.RadioSelect)


def _offices(case, user):
    help_text, known = _("请勾选还应当参加会商的单位。"), [*case.office_ids, *case.barred_ids]
    return several_offices(case.complaint.place, *case.areas.all(), label=_("增加的单位"), help_text=help_text, but=known)


def _lead(case, user):
    field = forms.ModelChoiceField(asked(case), label=_("主办单位"), empty_label=_("请选择"))
    field.label_from_instance = lambda row: row.short_name
    return field


def _joint_offices(case, user):
    field = forms.ModelMultipleChoiceField(asked(case), label=_("协办单位"), required=False, widget=forms.CheckboxSelectMultiple)
    field.label_from_instance = lambda row: row.short_name
    return field


BUILDERS = {"stance": _stance, "offices": _offices, "lead": _lead, "joint_offices": _joint_offices}


class ConsultationStepForm(StepForm):
    """The form of any step of a consultation."""

    def __init__(self, *args, step, **kwargs):
        label, hint = NOTE_LABELS.get(step.name, _("说明")), NOTE_HELP.get(step.name, "")
        super().__init__(*args, step=step, builders=BUILDERS, note_label=label, note_help=hint, **kwargs)

    def clean(self):
        values = super().clean()
        if "lead" in self.fields and values.get("lead") in (values.get("joint_offices") or ()):
            self.add_error("joint_offices", _("主办单位不再列为协办单位，请去掉勾选。"))
        return values

    def take(self, *, by, at):
        return take_with_complaint(self.case, lambda: super(ConsultationStepForm, self).take(by=by, at=at))
