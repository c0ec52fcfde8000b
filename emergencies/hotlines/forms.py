"""What an administrator says when a key is changed, and what the list of messages is asked for."""

from datetime import timedelta

from django import forms
from django.utils.translation import gettext_lazy as _

from emergencies.hotlines.enums import Outcome
from emergencies.hotlines.models import Hotline
from emergencies.incidents.enums import Source

KINDS = (Source.OTHER_HOTLINE, Source.POLICE, Source.FIRE, Source.MEDICAL, Source.HOTLINE)
OVERLAPS = [(0, _("立即停用")), (24, _("24小时后停用")), (72, _("3天后停用")), (168, _("7天后停用"))]


class HotlineForm(forms.Form):
    """Another hotline: its number, its name, and what its incidents are counted as."""

    code = forms.RegexField(
        r"^[0-9]{3,10}$", label=_("热线号码"), max_length=10, widget=forms.TextInput(attrs={"inputmode": "numeric"}),
        help_text=_("3至10位数字，例如 122。"),
        error_messages={"required": _("请填写热线号码。"), "invalid": _("热线号码为3至10位数字。")},
    )  # fmt: skip
    name = forms.CharField(label=_("名称"), max_length=40, error_messages={"required": _("请填写名称。")})
    source = forms.ChoiceField(
        label=_("来源类别"), choices=[(kind.value, kind.label) for kind in KINDS], initial=Source.OTHER_HOTLINE,
        help_text=_("突发事件按此统计来源。"),
    )  # fmt: skip

    def clean_code(self):
        code = self.cleaned_data["code"]
        if Hotline.objects.filter(code=code).exists():
            raise forms.ValidationError(_("这个热线已经在列表中。"))
        return code


class RotateForm(forms.Form):
    """How long the key before stays good."""

    overlap = forms.TypedChoiceField(
        label=_("原密钥"), choices=OVERLAPS, coerce=int, initial=24, widget=forms.RadioSelect,
        help_text=_("热线系统换上新密钥之前，原密钥继续有效，不会漏收消息。密钥泄露的，请选立即停用。"),
    )  # fmt: skip

    def __init__(self, *args, hotline, is_first, **kwargs):
        super().__init__(*args, **kwargs)
        if is_first:
            del self.fields["overlap"]

    def given(self):
        return timedelta(hours=self.cleaned_data.get("overlap", 0))


class MessageFilter(forms.Form):
    """The whole of it stands in the address."""

    hotline = forms.ModelChoiceField(
        Hotline.objects.order_by("code"), label=_("热线"), required=False, empty_label=_("不限"), to_field_name="code"
    )
    outcome = forms.ChoiceField(label=_("处理结果"), required=False, choices=[("", _("不限")), *Outcome.choices])
    q = forms.CharField(label=_("热线编号"), required=False, max_length=60)

    def narrow(self, rows):
        asked = self.cleaned_data if self.is_valid() else {}
        if asked.get("hotline"):
            rows = rows.filter(hotline=asked["hotline"])
        if asked.get("outcome"):
            rows = rows.filter(outcome=asked["outcome"])
        return rows.filter(call_number__startswith=asked["q"].strip()) if asked.get("q") else rows
