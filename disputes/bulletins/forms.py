"""What is typed when a bulletin is published or corrected."""

from django import forms
from django.utils.translation import gettext_lazy as _


class PublishForm(forms.Form):
    """The foreword, and which counting was looked at."""

    foreword = forms.CharField(
        label=_("说明"),
        help_text=_("写在数据前面，例如本月特点、数据异常的原因。不写个案。"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    counted_at = forms.CharField(widget=forms.HiddenInput, max_length=40)


class CorrectionForm(forms.Form):
    """Why a published bulletin is counted anew."""

    reason = forms.CharField(
        label=_("更正原因"), max_length=200, help_text=_("随更正后的通报一并公布。"), error_messages={"required": _("请写明更正原因。")}
    )
