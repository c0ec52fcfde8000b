"""What a volunteer types: a name and a telephone."""

from django import forms
from django.utils.translation import gettext_lazy as _

from governance.privacy.phones import is_phone
from governance.web.guard.forms import GuardedForm


class SignUpForm(GuardedForm):
    """Two lines. `submission` marks the form, so that one place is taken."""

    name = forms.CharField(
        label=_("您的姓名"), max_length=40, widget=forms.TextInput(attrs={"autocomplete": "name"}),
        help_text=_("时长证明上使用。加密保存，不公开。"), error_messages={"required": _("请填写您的姓名。")},
    )  # fmt: skip
    phone = forms.CharField(
        label=_("您的电话"), max_length=20, widget=forms.TelInput(attrs={"autocomplete": "tel"}),
        help_text=_("活动有变化时，组织方会用它联系您。一个电话报一个名额。"), error_messages={"required": _("请填写您的电话。")},
    )  # fmt: skip
    submission = forms.UUIDField(widget=forms.HiddenInput)

    def clean_phone(self):
        phone = self.cleaned_data["phone"]
        if not is_phone(phone):
            raise forms.ValidationError(_("电话号码不正确，请填写手机号，或带区号的固定电话。"))
        return phone
