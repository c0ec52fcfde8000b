"""What is typed about a purchase plan: its year, and other amounts than the sum says."""

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from emergencies.catalogue.forms import amount_field
from governance.web.steps import StepForm

NOTE_LABELS = {
    "adjust": _("调整理由"), "concur": _("会签意见"), "object": _("修改意见"), "approve": _("审定意见"), "return_draft": _("退回原因"),
    "finish": _("购置小结"), "withdraw": _("撤回原因"), "circulate": _("送签说明"),
}  # fmt: skip
NOTE_HELP = {"adjust": _("与测算数量不同的，说明理由。"), "finish": _("购置了多少、没有购置的原因和安排。")}


class DraftForm(forms.Form):
    """The year of the plan: this one or the next."""

    year = forms.TypedChoiceField(
        label=_("年度"), coerce=int, help_text=_("各品种的数量按本地储备卡的定额、库存和年内待轮换自动测算，可再调整。")
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        this = timezone.localdate().year
        self.fields["year"].choices = [(year, _("%(year)s年") % {"year": year}) for year in (this + 1, this)]


class PurchaseStepForm(StepForm):
    """The form of any step; the amounts are asked line by line."""

    def __init__(self, *args, case, step, user, **kwargs):
        self.lines = [*case.lines.select_related("item")] if "amounts" in step.fields else []
        words = {"note_label": NOTE_LABELS.get(step.name, _("说明")), "note_help": NOTE_HELP.get(step.name, "")}
        super().__init__(
            *args, case=case, step=step, user=user, builders={"amounts": lambda case, user: forms.Field(required=False)}, **words, **kwargs
        )
        if not self.lines:
            return
        del self.fields["amounts"]
        note = self.fields.pop("note")
        for line in self.lines:
            hint = _("需求 %(need)s，库存 %(stock)s，年内待轮换 %(leaving)s，测算购置 %(proposed)s") % vars(line)
            label = f"{line.item.name}（{line.item.unit}）"
            self.fields[f"amount_{line.pk}"] = amount_field(label, least=0, initial=line.amount, help_text=hint)
        self.fields["note"] = note

    def given(self):
        if not self.lines:
            return super().given()
        return {"amounts": {line.pk: self.cleaned_data[f"amount_{line.pk}"] for line in self.lines}}
