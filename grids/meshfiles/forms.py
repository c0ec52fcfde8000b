"""The upload of a file for the register."""

from django import forms
from django.utils.translation import gettext_lazy as _

from governance.files.checking import check
from governance.files.rules import MAPS, TABLES, accept_attribute
from grids.meshfiles.enums import Kind
from grids.meshfiles.services import ALLOWED


class FileForm(forms.Form):
    """One file, judged by what it holds."""

    kind = forms.ChoiceField(label=_("内容"), choices=Kind.choices, initial=Kind.GRIDS, widget=forms.RadioSelect)
    file = forms.FileField(
        label=_("文件"), widget=forms.FileInput(attrs={"accept": accept_attribute((*TABLES, *MAPS))}),
        help_text=_("网格、户数用 Excel（.xlsx）或 CSV；边界用 GeoJSON。一次最多 2,000 行（个）。"),
        error_messages={"required": _("请选择文件。"), "empty": _("这是空文件，请重新选择。")},
    )  # fmt: skip
    boundary_source = forms.CharField(
        label=_("边界来源"), required=False, max_length=80,
        help_text=_("导入边界时填写谁在什么时候测绘或勾画；每个要素已写明 source 的可以不填。没有来源的边界不要导入。"),
    )  # fmt: skip
    boundary_source.depends = True

    def clean(self):
        facts = super().clean()
        if facts.get("file") and facts.get("kind"):
            try:
                check(facts["file"], allowed=ALLOWED[facts["kind"]])
            except forms.ValidationError as refused:
                self.add_error("file", refused)
        return facts
