"""An objection, from anybody."""

from django import forms
from django.utils.translation import gettext_lazy as _

from governance.privacy.phones import is_phone
from governance.web.tracking.forms import StoryField


class ObjectionForm(forms.Form):
    """What speaks against the title; who says so may stay unnamed."""

    text = StoryField(
        label=_("异议内容"), max_length=1000, help_text=_("请写明事实和依据，便于核实。"), widget=forms.Textarea(attrs={"rows": 6}),
        error_messages={"required": _("请填写异议内容。")},
    )  # fmt: skip
    name = forms.CharField(label=_("您的姓名"), max_length=40, required=False, help_text=_("可以不填。填写的内容密存，只供核实联系。"))
    phone = forms.CharField(label=_("您的电话"), max_length=20, required=False, widget=forms.TextInput(attrs={"type": "tel"}))

    def clean_phone(self):
        phone = self.cleaned_data["phone"]
        if phone and not is_phone(phone):
            raise forms.ValidationError(_("电话号码不正确，请填写手机号或者带区号的固定电话。"))
        return phone
