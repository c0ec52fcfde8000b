"""The import of a map."""

from django import forms
from django.utils.translation import gettext_lazy as _

from governance.files.checking import check
from governance.files.rules import MAPS, accept_attribute


class MapForm(forms.Form):
    """One authorised file for the places below one."""

    place = forms.ModelChoiceField(label=_("地图画的是哪里的下级地区"), queryset=None, empty_label=None)
    file = forms.FileField(
        label=_("地图文件"), widget=forms.FileInput(attrs={"accept": accept_attribute(MAPS)}),
        help_text=_("GeoJSON，经纬度坐标；每个要素用 code 或 adcode 写明区划代码。"),
        error_messages={"required": _("请选择文件。"), "empty": _("这是空文件，请重新选择。")},
    )  # fmt: skip
    approval = forms.CharField(label=_("审图号"), max_length=60, help_text=_("例如：蒙S（2026）001号。没有审图号的地图不要导入。"))
    source = forms.CharField(label=_("来源"), max_length=120, help_text=_("谁编制、谁提供的地图。"))

    def __init__(self, *args, places, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["place"].queryset = places

    def clean_file(self):
        check(self.cleaned_data["file"], allowed=MAPS)
        return self.cleaned_data["file"]
