"""What co-handling offices and the lead type."""

from django.utils.translation import gettext_lazy as _

from governance.web.steps import StepForm

NOTE_LABELS = {
    "report": _("反馈内容"),
    "send_back": _("需要补充什么"),
    "waive": _("不再等待的理由"),
}
NOTE_HELP = {"report": _("写明查明的情况和处理结果，由主办单位汇总答复反映人。")}


class CoHandlingStepForm(StepForm):
    """The form of any step of a co-handling order."""

    def __init__(self, *args, step, **kwargs):
        label, hint = NOTE_LABELS.get(step.name, _("说明")), NOTE_HELP.get(step.name, "")
        super().__init__(*args, step=step, builders={}, note_label=label, note_help=hint, **kwargs)
