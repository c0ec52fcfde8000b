"""What a person types without an account: running text, a place, number and code, and the words of a step of one's own."""

from django import forms
from django.utils.translation import gettext_lazy as _

from governance.cases.rules import is_number, tidied


class StoryField(forms.CharField):
    """Running text; a line break counts as the one character the browser counted."""

    def to_python(self, value):
        return super().to_python(value).replace("\r\n", "\n")


class PlaceChosen(forms.Widget):
    """Drawn by the selects of the cascade; an error leads to the first of them."""

    def id_for_label(self, id_):
        return "id_place_county"


class TrackForm(forms.Form):
    """Number and query code, as typed on a phone."""

    number = forms.CharField(
        label=_("受理编号"),
        help_text=_("例如 HS-20261123-000123-0，可以只输数字。"),
        max_length=40,
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
        error_messages={"required": _("请填写受理编号。")},
    )
    code = forms.CharField(
        label=_("查询码"),
        help_text=_("提交成功时给出的 6 位字母和数字，不分大小写。"),
        max_length=12,
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false", "autocapitalize": "characters"}),
        error_messages={"required": _("请填写查询码。")},
    )

    def clean_number(self):
        """The check character is no secret: a slip of the finger is told at once and costs no try."""
        number = tidied(self.cleaned_data["number"])
        if not is_number(number):
            raise forms.ValidationError(_("编号不完整，或者有一位输错了，请对照回执核对。"))
        return number


class WordForm(forms.Form):
    """A step the person takes; `version` says which state of things they had before their eyes."""

    version = forms.IntegerField(required=False, widget=forms.HiddenInput)

    @property
    def given(self):
        """What the step asks for besides a note."""
        return {}
