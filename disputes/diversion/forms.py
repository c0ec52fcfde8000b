"""What mediators and receivers type about a diversion."""

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from disputes.diversion.enums import ConsentWay, Way
from disputes.diversion.models import Diversion
from disputes.diversion.services import receivers_near
from governance.web.days import MomentField, days_from_today
from governance.web.steps import GroupedChoiceField, StepForm, choice_field

SPARE, MOST = 3, 30  # empty lines of the list of papers; lines at most
NOTE_LABELS = {
    "send": _("移送说明"),
    "receive": _("接收说明"),
    "note_receipt": _("接收情况"),
    "decline": _("不接收的理由"),
    "note_declined": _("对方的理由"),
    "report": _("结果内容"),
    "note_result": _("结果内容"),
    "ask_after": _("查询情况"),
    "bring_back": _("转回的情况和当事人意愿"),
    "call_off": _("撤销理由"),
}
NOTE_HELP = {
    "bring_back": _("转回后登记为新的调解申请，当事人和纠纷事实一并带入，原事项保留。"),
    "report": _("写明裁决、判决、决定的主要内容，或者调解、和解的内容。"),
}


def _line(label, *, most, required=True, help_text=""):
    widget = forms.TextInput(attrs={"autocomplete": "off"})
    return forms.CharField(label=label, max_length=most, required=required, help_text=help_text, widget=widget)


BUILDERS = {
    "received_by": lambda case, user: _line(_("接收人"), most=40),
    "their_number": lambda case, user: _line(_("对方案号、文号"), most=60, required=False),
    "result": lambda case, user: choice_field(Diversion, "result"),
}


class DiversionStepForm(StepForm):
    """The form of any step of a diversion."""

    def __init__(self, *args, step, **kwargs):
        label, hint = NOTE_LABELS.get(step.name, _("说明")), NOTE_HELP.get(step.name, "")
        super().__init__(*args, step=step, builders=BUILDERS, note_label=label, note_help=hint, **kwargs)


class DiversionForm(forms.Form):
    """Where to, why, and that the party agreed to it."""

    way = forms.ChoiceField(label=_("分流途径"), choices=[("", _("请选择")), *Way.choices])
    reason = forms.CharField(label=_("分流理由"), max_length=1000, widget=forms.Textarea(attrs={"rows": 3}))
    consent_way = forms.ChoiceField(label=_("同意方式"), choices=[("", _("请选择")), *ConsentWay.choices])

    def __init__(self, *args, mediation, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["receiver"] = GroupedChoiceField(
            receivers_near(mediation), group_of=lambda row: row.place.short_name, label_of=lambda row: row.short_name, required=False,
            label=_("接收单位"), help_text=_("在本平台办理的选择；不在列表中的，填写下面的机构名称。"),
        )  # fmt: skip
        self.fields["receiver_name"] = _line(_("接收机构名称"), most=80, required=False, help_text=_("如：呼和浩特仲裁委员会"))
        self.fields["receiver"].depends = self.fields["receiver_name"].depends = True
        self.fields["consent_of"] = forms.ModelChoiceField(mediation.parties.all(), label=_("同意分流的当事人"), empty_label=_("请选择"))
        self.fields["consent_at"] = MomentField(
            label=_("同意时间"), since=timezone.localtime(mediation.opened_at).date(), until=days_from_today(0)
        )
        self.order_fields(["way", "receiver", "receiver_name", "reason", "consent_of", "consent_way", "consent_at"])
        for name, field in self.fields.items():
            if name != "receiver":
                words = _("请选择%(what)s。") if isinstance(field, forms.ChoiceField) else _("请填写%(what)s。")
                field.error_messages["required"] = words % {"what": field.label}

    def clean_consent_at(self):
        at = self.cleaned_data["consent_at"]
        if at > timezone.now():
            raise forms.ValidationError(_("同意时间不能晚于现在。"))
        return at

    def clean(self):
        values = super().clean()
        if not values.get("receiver") and not values.get("receiver_name"):
            self.add_error("receiver_name", _("请选择接收单位，或者填写接收机构名称。"))
        if values.get("receiver"):
            values["receiver_name"] = values["receiver"].name[:80]
        return values


class PaperForm(forms.Form):
    """One line of the list of papers; without a name it is none."""

    name = forms.CharField(label=_("材料名称"), max_length=80, required=False, widget=forms.TextInput(attrs={"autocomplete": "off"}))
    copies = forms.IntegerField(label=_("份数"), min_value=1, max_value=99, initial=1)
    is_original = forms.BooleanField(label=_("原件"), required=False)


class PaperSet(forms.BaseFormSet):
    """移送材料清单."""

    def clean(self):
        if not any(self.errors) and not self.papers():
            raise forms.ValidationError(_("请至少列出一份移送材料。"))

    def papers(self):
        return [{name: row[name] for name in ("name", "copies", "is_original")} for row in self.cleaned_data if row.get("name")]


Papers = forms.formset_factory(PaperForm, formset=PaperSet, extra=SPARE, max_num=MOST)
