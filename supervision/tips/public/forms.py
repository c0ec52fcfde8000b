"""What a resident types under "supervise us"."""

from django import forms
from django.utils.translation import gettext_lazy as _

from governance.places.models import Place
from governance.privacy.phones import is_phone
from governance.web.guard.forms import GuardedForm
from governance.web.offices import OfficeField
from governance.web.tracking.forms import PlaceChosen, StoryField, WordForm
from supervision.tips.enums import Matter


class TipForm(GuardedForm):
    """One page. Name and telephone may be left out; `submission` marks the form, so that it is sent once."""

    matter = forms.ChoiceField(
        label=_("没有做到的是"),
        choices=[("", _("请选择")), *Matter.choices],
        error_messages={"required": _("请选择一项；拿不准的选最后一项。")},
    )
    unit = OfficeField(
        label=_("是哪个单位没有做到"), required=False, venues=True,
        help_text=_("写单位的全称或简称，不清楚的可以不填。该单位看不到您反映的内容。"),
    )  # fmt: skip
    description = StoryField(
        label=_("具体情况"), min_length=5, max_length=2000, widget=forms.Textarea(attrs={"rows": 7}),
        help_text=_("请写明时间、地点、哪项职责没有履行。请不要写身份证号、银行卡号。"),
        error_messages={"required": _("请写明具体情况。"), "min_length": _("请再写具体一些，至少 5 个字。")},
    )  # fmt: skip
    place = forms.ModelChoiceField(
        Place.objects.in_use(), label=_("在哪里"), widget=PlaceChosen,
        error_messages={"required": _("请选择在哪个旗县区。"), "invalid_choice": _("请重新选择地点。")},
    )  # fmt: skip
    name = forms.CharField(label=_("怎么称呼您"), max_length=40, required=False, widget=forms.TextInput(attrs={"autocomplete": "name"}))
    phone = forms.CharField(
        label=_("联系电话"), max_length=20, required=False, widget=forms.TelInput(attrs={"autocomplete": "tel"}),
        help_text=_("可以不留。留了，办理进展会用短信告诉您；只有受理单位说明用途后才能查看，每次查看都有记录。"),
    )  # fmt: skip
    submission = forms.UUIDField(widget=forms.HiddenInput)

    def clean_phone(self):
        phone = self.cleaned_data["phone"]
        if phone and not is_phone(phone):
            raise forms.ValidationError(_("电话号码不正确，请填写手机号，或带区号的固定电话。"))
        return phone

    def facts(self):
        return {name: self.cleaned_data[name] for name in ("matter", "unit", "description", "place", "name", "phone", "submission")}


class WithdrawalForm(WordForm):
    note = StoryField(
        label=_("撤回的原因"), max_length=500, widget=forms.Textarea(attrs={"rows": 3}), help_text=_("撤回后可以重新提交。"),
        error_messages={"required": _("请写明撤回的原因。")},
    )  # fmt: skip
