"""What a party types: the application, and its withdrawal."""

from django import forms
from django.utils.translation import gettext_lazy as _

from disputes.mediation.enums import Kind, Nature, Side
from disputes.mediation.services import TOWNSHIP, PartyFacts
from governance.places.models import Place
from governance.privacy.phones import is_phone
from governance.web.guard.forms import GuardedForm
from governance.web.tracking.forms import PlaceChosen, StoryField, WordForm

PHONE_WRONG = _("电话号码不正确，请填写手机号，或带区号的固定电话。")


def _text(label, missing, **more):
    return StoryField(label=label, error_messages={"required": missing, "min_length": _("请再写具体一些，至少 5 个字。")}, **more)


def _name(label, missing, hint, complete=""):
    widget = forms.TextInput(attrs={"autocomplete": complete or "off"})
    return forms.CharField(label=label, max_length=60, help_text=hint, widget=widget, error_messages={"required": missing})


class ApplicationForm(GuardedForm):
    """One page: what happened, where, and who the two sides are. `submission` marks the form, so that it is sent once."""

    kind = forms.ChoiceField(
        label=_("是哪一类纠纷"),
        choices=[("", _("请选择")), *Kind.choices],
        error_messages={"required": _("请选择一类；拿不准的选“其他民间纠纷”。")},
    )
    description = _text(
        _("发生了什么事"), _("请写明发生了什么事。"), min_length=5, max_length=2000, widget=forms.Textarea(attrs={"rows": 7}),
        help_text=_("请写明时间、经过和双方的分歧。请不要写身份证号、银行卡号。"),
    )  # fmt: skip
    demand = _text(
        _("您希望怎样解决"), "", required=False, max_length=1000, widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("例如：修好漏水并赔偿粉刷费用。"),
    )  # fmt: skip
    place = forms.ModelChoiceField(
        Place.objects.in_use(), label=_("发生地点"), widget=PlaceChosen,
        error_messages={"required": _("请选择事情发生在哪个旗县区、哪个乡镇（街道）。"), "invalid_choice": _("请重新选择地点。")},
    )  # fmt: skip
    name = _name(_("您的姓名或单位名称"), _("请填写您的姓名或单位名称。"), "", "name")
    phone = forms.CharField(
        label=_("您的电话"), max_length=20, widget=forms.TelInput(attrs={"autocomplete": "tel"}),
        help_text=_("调解员会用它通知您。手机号，或带区号的固定电话。"), error_messages={"required": _("请填写您的电话。")},
    )  # fmt: skip
    other_name = _name(
        _("对方的姓名或单位名称"), _("请填写对方的姓名或单位名称。"), _("不知道全名的，写能找到对方的称呼，例如：3单元502住户。")
    )
    other_nature = forms.ChoiceField(label=_("对方是"), choices=[(Nature.PERSON, _("个人")), (Nature.ORGANISATION, _("单位"))])
    other_phone = forms.CharField(
        label=_("对方的电话"), max_length=20, required=False, widget=forms.TelInput(attrs={"autocomplete": "off"}),
        help_text=_("知道的话请填写，便于联系对方。"),
    )  # fmt: skip
    submission = forms.UUIDField(widget=forms.HiddenInput)

    def clean_phone(self):
        return self._checked("phone")

    def clean_other_phone(self):
        return self._checked("other_phone")

    def _checked(self, name):
        phone = self.cleaned_data[name]
        if phone and not is_phone(phone):
            raise forms.ValidationError(PHONE_WRONG)
        return phone

    def clean_place(self):
        place = self.cleaned_data["place"]
        if len(place.path) < TOWNSHIP:
            raise forms.ValidationError(_("请选择到乡镇（街道），申请会送到当地的调解委员会。"))
        return place

    def parties(self):
        facts = self.cleaned_data
        return [
            PartyFacts(Side.APPLICANT, facts["name"], facts["phone"]),
            PartyFacts(Side.RESPONDENT, facts["other_name"], facts["other_phone"], facts["other_nature"]),
        ]


class WithdrawalForm(WordForm):
    note = StoryField(
        label=_("撤回的原因"),
        help_text=_("例如：已经自行和解。撤回后不能恢复，需要时可以重新申请。"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("请写明撤回的原因。")},
    )
