"""The upload of a sheet."""

from django import forms
from django.utils.translation import gettext_lazy as _

from governance.files.checking import check
from governance.files.rules import TABLES, accept_attribute


class TakeForm(forms.Form):
    """What is asked before a checked sheet is taken in."""

    sms = forms.BooleanField(
        label=_("给反映人发送受理短信"), required=False, help_text=_("只发给留有手机号的反映人。补录较早的来件时一般不发。")
    )  # fmt: skip


class SheetForm(forms.Form):
    """One Excel or CSV file, judged by what it holds."""

    file = forms.FileField(
        label=_("表格文件"), widget=forms.FileInput(attrs={"accept": accept_attribute(TABLES)}),
        help_text=_("Excel（.xlsx）或 CSV 文件，最多 20,000 行、20 MB。第一行须为模板中的栏目名称。"),
        error_messages={"required": _("请选择文件。"), "empty": _("这是空文件，请重新选择。")},
    )  # fmt: skip

    def clean_file(self):
        """The upload as it came; a wrong kind is told beside the field."""
        upload = self.cleaned_data["file"]
        check(upload, allowed=TABLES)
        return upload
