"""What a resident types: a matter for the village to talk about, and its withdrawal."""

from django import forms
from django.utils.translation import gettext_lazy as _

from governance.places.models import Place
from governance.privacy.phones import is_phone
from governance.web.guard.forms import GuardedForm
from governance.web.tracking.forms import PlaceChosen, StoryField, WordForm
from grids.deliberation.enums import Matter

PHONE_WRONG = _("电话号码不正确，请填写手机号，或带区号的固定电话。")
MISSING_PLACE = _("请一直选到村（社区），议题会送到那里的村（居）民委员会。")


class MatterForm(GuardedForm):
    """One short page. `submission` marks the form, so that it is sent once."""

    title = StoryField(
        label=_("想商量什么事"), min_length=4, max_length=60, help_text=_("一句话，例如：小区北门加装电动自行车充电棚。"),
        error_messages={"required": _("请写明想商量什么事。"), "min_length": _("请再写具体一些。")},
    )  # fmt: skip
    kind = forms.ChoiceField(
        label=_("属于哪一类"), choices=[("", _("请选择")), *Matter.choices],
        error_messages={"required": _("请选择一类；拿不准的选“其他公共事务”。")},
    )  # fmt: skip
    description = StoryField(
        label=_("具体情况和建议"), min_length=5, max_length=2000, widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("现在怎样、希望怎样。请不要写身份证号、银行卡号和别人的家庭情况。"),
        error_messages={"required": _("请写明具体情况和建议。"), "min_length": _("请再写具体一些，至少 5 个字。")},
    )  # fmt: skip
    place = forms.ModelChoiceField(
        Place.objects.in_use().filter(level="village"), label=_("您所在的村（社区）"), widget=PlaceChosen,
        error_messages={"required": MISSING_PLACE, "invalid_choice": MISSING_PLACE},
    )  # fmt: skip
    name = forms.CharField(label=_("怎么称呼您"), required=False, max_length=40, widget=forms.TextInput(attrs={"autocomplete": "name"}))
    phone = forms.CharField(
        label=_("您的电话"), max_length=20, widget=forms.TelInput(attrs={"autocomplete": "tel"}),
        help_text=_("是否受理、什么时候商量，会发短信告诉您。不公开。"), error_messages={"required": _("请填写您的电话。")},
    )  # fmt: skip
    submission = forms.UUIDField(widget=forms.HiddenInput)

    def clean_phone(self):
        phone = self.cleaned_data["phone"]
        if not is_phone(phone):
            raise forms.ValidationError(PHONE_WRONG)
        return phone


class WithdrawalForm(WordForm):
    note = StoryField(
        label=_("撤回的原因"), max_length=500, widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("请写明撤回的原因。")},
    )  # fmt: skip
