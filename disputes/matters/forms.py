"""What is typed of a matter."""

from django import forms
from django.utils.translation import gettext_lazy as _

from disputes.matters.enums import Level, Nature
from disputes.matters.flow import TEXTS
from disputes.matters.rules import differs
from governance.web.steps import StepForm

NOTE_LABELS = {
    "send_back": _("退回理由"), "drop": _("放弃原因"), "revise": _("修订原因"), "reject_revision": _("不同意的理由"),
    "ask_withdrawal": _("撤下原因"), "reject_withdrawal": _("不同意的理由"), "agree": _("会签意见"), "agree_withdrawal": _("会签意见"),
}  # fmt: skip


def text_fields():
    """A fresh field for each text, by the name of its column."""
    area = {"widget": forms.Textarea(attrs={"rows": 3}), "max_length": 500}
    return {
        "title": forms.CharField(label=_("事项"), min_length=4, max_length=60, help_text=_("例如“交通事故损害赔偿争议调解”。")),
        "nature": forms.ChoiceField(label=_("纠纷性质"), choices=Nature.choices, widget=forms.RadioSelect),
        "levels": forms.MultipleChoiceField(
            label=_("办理层级"),
            choices=Level.choices,
            widget=forms.CheckboxSelectMultiple,
            error_messages={"required": _("请至少选一级。")},
        ),
        "remedy": forms.CharField(label=_("救济途径"), help_text=_("调解不成的，当事人还可以走哪条路。"), **area),
        "basis": forms.CharField(label=_("依据"), help_text=_("法律、法规、规章的名称和条款，请核对是否现行有效。"), **area),
    }


class MatterForm(forms.Form):
    """A new matter. `submission`: once."""

    submission = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields.update(text_fields())


def _text(name):
    def build(case, user):
        field = text_fields()[name]
        field.initial = getattr(case, name)
        return field

    return build


BUILDERS = {name: _text(name.removeprefix("new_")) for name in TEXTS}


class MatterStepForm(StepForm):
    """The form of any step of a matter."""

    def __init__(self, *args, step, **kwargs):
        super().__init__(*args, step=step, builders=BUILDERS, note_label=NOTE_LABELS.get(step.name, _("说明")), **kwargs)

    def clean(self):
        values = super().clean()
        if self.step.name == "revise" and not self.errors:
            kept = {name: getattr(self.case, name.removeprefix("new_")) for name in TEXTS}
            if not differs(kept, values):
                self.add_error(None, _("没有修改任何内容。"))
        return values
