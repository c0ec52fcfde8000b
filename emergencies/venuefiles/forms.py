"""The upload of a sheet."""

from django import forms
from django.utils.translation import gettext_lazy as _

from governance.files.checking import check
from governance.files.rules import TABLES, accept_attribute


class SheetForm(forms.Form):
    """One Excel or CSV file, judged by what it holds."""

    file = forms.FileField(
        label=_("表格文件"), widget=forms.FileInput(attrs={"accept": accept_attribute(TABLES)}),
        help_text=_("Excel（.xlsx）或 CSV 文件，最多 2,000 行。第一行须为模板中的栏目名称。"),
        error_messages={"required": _("请选择文件。"), "empty": _("这是空文件，请重新选择。")},
    )  # fmt: skip

    def clean_file(self):
        upload = self.cleaned_data["file"]
        check(upload, allowed=TABLES)
        return upload
