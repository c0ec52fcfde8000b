"""The import of a map, and another floor."""

from django import forms
from django.utils.translation import gettext_lazy as _

from governance.calendar.months import month_before
from governance.files.checking import check
from governance.files.rules import MAPS, accept_attribute
from governance.web.formats import cn_month

MONTHS_AHEAD = 12


class FloorForm(forms.Form):
    """Which share, from which month on, and why. What is over stays judged as it was."""

    share = forms.IntegerField(
        label=_("底线（%）"), required=False, min_value=1, max_value=100, help_text=_("1至100的整数；不填，表示不设底线。")
    )
    since = forms.ChoiceField(label=_("自哪个月的数据起"), help_text=_("已经结束的月份仍按原来的底线。"))
    reason = forms.CharField(label=_("依据或者理由"), max_length=200, help_text=_("例如领导小组会议的决定。记入修改记录。"))

    def __init__(self, *args, running, **kwargs):
        super().__init__(*args, **kwargs)
        self.months = {f"{one:%Y-%m}": one for one in (month_before(running, -ahead) for ahead in range(MONTHS_AHEAD))}
        self.fields["since"].choices = [(key, cn_month(one)) for key, one in self.months.items()]

    def clean_since(self):
        return self.months[self.cleaned_data["since"]]


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
