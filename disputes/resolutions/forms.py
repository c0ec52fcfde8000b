"""The forms of the steps of a decision."""

from django import forms
from django.utils.translation import gettext_lazy as _

from disputes.resolutions.services import owners_of
from governance.files.forms import AttachmentsField
from governance.web.days import DayField, days_from_today
from governance.web.steps import StepForm

YEAR = 365  # days
NOTE_LABELS = {
    "progress": _("进展情况"),
    "report": _("完成情况"),
    "accept": _("验收意见"),
    "send_back": _("退回理由和要求"),
    "remind": _("催办要求"),
    "set_day": _("调整理由"),
    "pass_on": _("变更理由"),
    "withdraw": _("撤销理由"),
}


def due_on_field(*, initial=None):
    return DayField(label=_("完成日期"), since=days_from_today(0), until=days_from_today(YEAR), initial=initial)


def _files(case, user):
    return AttachmentsField(label=_("佐证材料"), required=False, help_text=_("文件、照片等。不要上传群众的个人信息。"))


def _owner(case, user):
    rows = owners_of(case.meeting).exclude(pk=case.owner_id)
    return forms.ModelChoiceField(rows, label=_("责任单位"), empty_label=_("请选择"))


BUILDERS = {"files": _files, "due_on": lambda case, user: due_on_field(), "owner": _owner}


class ResolutionStepForm(StepForm):
    """The form of any step of a decision."""

    def __init__(self, *args, step, **kwargs):
        super().__init__(*args, step=step, builders=BUILDERS, note_label=NOTE_LABELS.get(step.name, _("说明")), **kwargs)
        if step.name == "report":
            self.fields["files"].required = True
            self.fields["files"].label = _("完成证明材料")
