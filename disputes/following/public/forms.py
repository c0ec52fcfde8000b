"""What a resident types who met the same: a telephone, and the rest as they like."""

from django import forms
from django.utils.translation import gettext_lazy as _

from disputes.complaints.public.forms import LONGEST_STORY
from governance.privacy.phones import is_phone
from governance.web.guard.forms import GuardedForm
from governance.web.tracking.forms import StoryField


class JoinForm(GuardedForm):
    """我也遇到. `answers` are those of a filing that was under way, `submission` marks the form, so that it is filed once."""

    phone = forms.CharField(
        label=_("联系电话"), max_length=20, widget=forms.TelInput(attrs={"autocomplete": "tel"}),
        help_text=_("进展和办结会发短信告诉您。同一电话对同一件事只计一次。"), error_messages={"required": _("请填写联系电话。")},
    )  # fmt: skip
    name = forms.CharField(label=_("怎么称呼您"), required=False, max_length=40, widget=forms.TextInput(attrs={"autocomplete": "name"}))
    words = StoryField(
        label=_("您遇到的情况"), required=False, max_length=LONGEST_STORY, widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("有不同的时间、地点或要求，请写在这里。请不要写身份证号、银行卡号。"),
        error_messages={"max_length": _("最多 2000 个字，请精简后再提交。")},
    )  # fmt: skip
    is_secret = forms.BooleanField(
        label=_("对我的身份保密"), required=False, help_text=_("承办单位看不到您的姓名和电话，由热线工作人员与您联系。")
    )
    answers = forms.CharField(required=False, widget=forms.HiddenInput, max_length=60_000)
    submission = forms.UUIDField(widget=forms.HiddenInput)

    def clean_phone(self):
        phone = self.cleaned_data["phone"]
        if not is_phone(phone):
            raise forms.ValidationError(_("电话号码不正确，请填写手机号，或带区号的固定电话。"))
        return phone
