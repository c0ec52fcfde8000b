"""The text of a standard reply, and where it is offered."""

from django import forms
from django.utils.translation import gettext_lazy as _

from disputes.complaints.enums import State
from disputes.complaints.flow import FLOW
from disputes.complaints.models import Category, StandardReply
from disputes.complaints.rules import PLACEHOLDERS, unknown_placeholders
from governance.web.stale import NeverOverwrites

STEPS = {step.name: step for step in FLOW.steps if hasattr(step.needs, "roles")}
LABELS = [str(step.label) for step in STEPS.values()]


def named(step):
    """A step by its label; two of the same label by who takes them, too."""
    return f"{step.label}（{step.needs.label}）" if LABELS.count(str(step.label)) > 1 else step.label


class ReplyForm(NeverOverwrites):
    """Step, state and category say where the text is offered; left open, it fits them all."""

    step = forms.ChoiceField(label=_("用于步骤"), choices=[("", _("请选择")), *((step.name, named(step)) for step in STEPS.values())])

    class Meta:
        model = StandardReply
        fields = ("title", "step", "state", "category", "text")
        widgets = {"text": forms.Textarea(attrs={"rows": 7, "maxlength": 1000})}
        help_texts = {
            "state": _("只在这个状态下提供；不选则不限。"),
            "category": _("只对这一类（含下级分类）提供；不选则通用。"),
            "text": _("需要经办人补充的地方，请写成“（填写：……）”。"),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["state"].choices = [("", _("不限")), *State.choices]
        categories = Category.objects.filter(active=True).order_by("code")
        self.fields["category"] = forms.ModelChoiceField(
            categories, label=_("分类"), required=False, empty_label=_("通用"), help_text=self.Meta.help_texts["category"],
        )  # fmt: skip
        self.fields["category"].label_from_instance = lambda row: f"　{row.name}" if row.parent_id else row.name

    def clean_text(self):
        text = self.cleaned_data["text"]
        if unknown := unknown_placeholders(text):
            known = " ".join(f"{{{name}}}" for name in PLACEHOLDERS)
            told = {"unknown": " ".join(f"{{{name}}}" for name in unknown), "known": known}
            raise forms.ValidationError(_("没有占位符 %(unknown)s，可用的有 %(known)s。") % told)
        return text

    def clean(self):
        values = super().clean()
        step, state = STEPS.get(values.get("step")), values.get("state")
        if step and state and state not in step.source:
            told = {"state": State(state).label, "step": step.label}
            self.add_error("state", _("“%(state)s”时不能进行“%(step)s”，请重新选择。") % told)
        return values
