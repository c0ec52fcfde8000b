"""What is typed about a file to another city, and the file that is read in."""

from django import forms
from django.utils.translation import gettext_lazy as _

from emergencies.cooperation.services import partners
from emergencies.exchanges import rules
from emergencies.exchanges.enums import Direction
from emergencies.exchanges.services import NotForUs, sender_of
from governance.places.enums import Level

WRONG = {
    "json": _("不是有效的 JSON 文件（UTF-8）。"),
    "format": _("不是突发事件交换文件，或者版本不同（应为 incident-exchange/1）。"),
    "checksum": _("校验值不符，文件可能被改动或者传输中损坏，请与对方核对。"),
}
DIRECTIONS = [("", _("不限")), *Direction.choices]


class ShareForm(forms.Form):
    """To whom, and what is asked of them."""

    request = forms.CharField(
        label=_("通报和请求事项"), max_length=1000, widget=forms.Textarea(attrs={"rows": 4, "maxlength": 1000}),
        help_text=_("例如：请协助排查同批次食品流向；请做好下游断面监测。不写群众的姓名、电话。"),
    )  # fmt: skip

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["partner"] = forms.ModelChoiceField(partners(), label=_("协作城市"), empty_label=_("请选择"))
        self.order_fields(["partner", "request"])


class ReceiveForm(forms.Form):
    """The file, and the part of this city it reaches."""

    file = forms.FileField(
        label=_("交换文件"), help_text=_("对方提供的 JSON 文件。接收前请按纸质函件或者电话核对校验值。"),
        widget=forms.FileInput(attrs={"accept": "application/json,.json"}),
    )  # fmt: skip

    def __init__(self, *args, places, **kwargs):
        super().__init__(*args, **kwargs)
        rows = places.filter(level__in=[Level.CITY, Level.COUNTY]).order_by("path")
        self.fields["place"] = forms.ModelChoiceField(rows, label=_("涉及本市区域"), empty_label=_("请选择"))
        self.fields["place"].label_from_instance = lambda place: place.full_name

    def clean_file(self):
        file = self.cleaned_data["file"]
        if file.size > rules.LARGEST:
            raise forms.ValidationError(_("文件超过256KB，不是交换文件。"))
        try:
            content = rules.read(file.read())
            sender_of(content)
        except rules.Unreadable as failure:
            code = str(failure)
            raise forms.ValidationError(WRONG.get(code) or _("文件中“%(field)s”缺少或者不符合要求。") % {"field": code}) from None
        except NotForUs as failure:
            raise forms.ValidationError(str(failure)) from None
        return content


class AnswerForm(forms.Form):
    """What the other city answered."""

    answer = forms.CharField(
        label=_("对方确认情况"), max_length=300, widget=forms.Textarea(attrs={"rows": 3, "maxlength": 300}),
        help_text=_("例如：包头市应急管理局值班室电话确认收到，已核对校验值。"),
    )  # fmt: skip


class ListFilter(forms.Form):
    """The whole of it stands in the address."""

    direction = forms.ChoiceField(label=_("方向"), choices=DIRECTIONS, required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["partner"] = forms.ModelChoiceField(partners(), label=_("协作城市"), required=False, empty_label=_("不限"))

    def narrow(self, rows):
        asked = self.cleaned_data if self.is_valid() else {}
        return rows.filter(**{name: value for name, value in asked.items() if value})
