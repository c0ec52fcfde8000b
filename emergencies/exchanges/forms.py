"""What is typed about a file to another city, and the file that is read in."""

from django import forms
from django.utils.translation import gettext_lazy as _

from emergencies.cooperation.services import partners
from emergencies.exchanges import rules
from emergencies.exchanges.enums import Direction
from emergencies.exchanges.services import NotForUs, sender_of
from governance.files.forms import OneFileField
from governance.files.models import PendingUpload
from governance.files.rules import JSON
from governance.files.services import open_attachment
from governance.places.enums import Level
from governance.web.holding import HoldsPapers

WRONG = {
    "json": _("不是有效的 JSON 文件（UTF-8）。"),
    "format": _("不是突发事件交换文件，或者版本不同（应为 incident-exchange/1）。"),
    "checksum": _("校验值不符，文件可能被改动或者传输中损坏，请与对方核对。"),
}
DIRECTIONS = [("", _("不限")), *Direction.choices]
CHOOSE = {"required": _("请选择涉及本市的哪个区域。")}


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


class ReceiveForm(HoldsPapers, forms.Form):
    """The file, and the part of this city it reaches. A file that can be read stays when the rest is refused."""

    file = OneFileField(
        label=_("交换文件"), allowed=(JSON.mime,), required=True,
        help_text=_("对方提供的 JSON 文件，不超过256KB。接收前请按纸质函件或者电话核对校验值。"),
    )  # fmt: skip

    def __init__(self, *args, places, **kwargs):
        super().__init__(*args, **kwargs)
        rows = places.filter(level__in=[Level.CITY, Level.COUNTY]).order_by("path")
        self.fields["place"] = forms.ModelChoiceField(rows, label=_("涉及本市区域"), empty_label=_("请选择"), error_messages=CHOOSE)
        self.fields["place"].label_from_instance = lambda place: place.full_name
        self.ask_held_papers()

    def clean(self):
        values = super().clean()
        if not values.get("file"):
            return values
        try:
            self.content = rules.read(raw_of(values["file"]))
            sender_of(self.content)
        except rules.Unreadable as failure:
            code = str(failure)
            self.add_error("file", WRONG.get(code) or _("文件中“%(field)s”缺少或者不符合要求。") % {"field": code})
        except NotForUs as failure:
            self.add_error("file", str(failure))
        return values


def raw_of(file):
    """The bytes of a file just chosen, or of one held from an earlier try."""
    if not isinstance(file, PendingUpload):
        file.content.seek(0)
        return file.content.read()
    with open_attachment(file) as kept:
        return kept.read()


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
