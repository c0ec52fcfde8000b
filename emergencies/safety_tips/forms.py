"""The forms of the steps."""

from django.utils.translation import gettext_lazy as _

from emergencies.safety_tips.services import village_offices
from governance.web.steps import GroupedBoxesField, StepForm

NOTE_LABELS = {
    "sign": _("说明"), "pass_on": _("工作要求"), "report": _("落实情况"), "confirm": _("确认意见"), "send_back": _("退回原因"),
}  # fmt: skip
NOTE_HELP = {"report": _("做了哪些防范工作、发现和解决了什么问题、还有什么困难。")}


def _villages(tip, user):
    return GroupedBoxesField(
        village_offices(tip), label=_("村（社区）"), group_of=lambda office: office.place.parent.short_name,
        label_of=lambda office: office.place.short_name, error_messages={"required": _("请至少选择一个村（社区）。")},
    )  # fmt: skip


class TipStepForm(StepForm):
    """The form of any step of a tip."""

    def __init__(self, *args, step, **kwargs):
        words = {"note_label": NOTE_LABELS.get(step.name, _("说明")), "note_help": NOTE_HELP.get(step.name, "")}
        super().__init__(*args, step=step, builders={"villages": _villages}, **words, **kwargs)
