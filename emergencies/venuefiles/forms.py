"""The upload of a sheet."""

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from governance.files.checking import check
from governance.files.forms import HeldField
from governance.files.rules import TABLES, accept_attribute
from governance.files.services import hold


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


class LookedForm(SheetForm):
    """The same for a register that shows what a sheet would change before it takes it in: the sheet is chosen once, and held in between."""

    def __init__(self, data=None, files=None):
        super().__init__(data, files)
        self.fields["held"] = HeldField(at=timezone.now())
        self.fields["file"].required = not (data and "held" in data)

    def clean_file(self):
        return super().clean_file() if self.cleaned_data["file"] else None

    def clean(self):
        """A sheet that was held too long has to be chosen again."""
        values = super().clean()
        if self.errors.pop("held", None):
            self.data = {name: value for name, value in self.data.items() if name != "held"}
            self.add_error("file", _("上传的文件已过期，请重新选择。"))
        return values

    @property
    def was_shown(self):
        return bool(self.cleaned_data["held"]) and not self.cleaned_data["file"]

    def kept(self, *, at):
        """The sheet as it is kept until it is confirmed: the one that was shown, or the one chosen now."""
        if self.was_shown:
            return self.cleaned_data["held"][0]
        return hold(check(self.cleaned_data["file"], allowed=TABLES), at=at)
