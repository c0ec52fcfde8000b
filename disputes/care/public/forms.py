"""What a person types who asks for help, takes the agreement back, or says how the help was."""

from django import forms
from django.utils.translation import gettext_lazy as _

from disputes.care.enums import AskedBy, Satisfaction
from disputes.care.forms import PHONE_WRONG
from disputes.care.models import CareNeed
from governance.places.models import Place
from governance.privacy.phones import is_phone
from governance.web.guard.forms import GuardedForm
from governance.web.tracking.forms import PlaceChosen, StoryField, WordForm

TOWNSHIP = 9  # characters of a path


class NeedField(forms.ModelChoiceField):
    """The services, each in words one would say oneself."""

    def label_from_instance(self, need):
        return f"{need.label}：{need.text}"


class RequestForm(GuardedForm):
    """One page: what help, where, and how to reach the person. `submission` marks the form, so that it is sent once."""

    need = NeedField(
        CareNeed.objects.offered(), label=_("您希望得到哪种帮助"), widget=forms.RadioSelect, empty_label=None,
        error_messages={"required": _("请选择一种最需要的帮助。")},
    )  # fmt: skip
    situation = StoryField(
        label=_("简单说说您的情况"), max_length=1000, widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("写您愿意说的就可以。请不要写身份证号、银行卡号。"),
        error_messages={"required": _("请简单说一说，方便我们找合适的人帮您。")},
    )  # fmt: skip
    place = forms.ModelChoiceField(
        Place.objects.in_use(), label=_("您住在哪里"), widget=PlaceChosen,
        error_messages={"required": _("请选择您住在哪个旗县区、哪个乡镇（街道）。"), "invalid_choice": _("请重新选择地点。")},
    )  # fmt: skip
    asked_by = forms.ChoiceField(
        label=_("您是"), choices=AskedBy.choices, widget=forms.RadioSelect, initial=AskedBy.SELF,
        help_text=_("只有本人或者监护人可以申请；想帮别人申请，请先让本人同意。"),
    )  # fmt: skip
    name = forms.CharField(
        label=_("怎么称呼您"), max_length=40, widget=forms.TextInput(attrs={"autocomplete": "name"}),
        error_messages={"required": _("请填写怎么称呼您。")},
    )  # fmt: skip
    phone = forms.CharField(
        label=_("您的电话"), max_length=20, widget=forms.TelInput(attrs={"autocomplete": "tel"}),
        help_text=_("帮您的人会用它联系您。手机号，或带区号的固定电话。"), error_messages={"required": _("请填写您的电话。")},
    )  # fmt: skip
    agreed = forms.BooleanField(
        label=_("我同意负责部门和承接机构为帮助我使用以上信息；我可以随时撤回同意。"),
        error_messages={"required": _("需要您同意才能提供帮助。")},
    )
    submission = forms.UUIDField(widget=forms.HiddenInput)

    def clean_phone(self):
        phone = self.cleaned_data["phone"]
        if not is_phone(phone):
            raise forms.ValidationError(PHONE_WRONG)
        return phone

    def clean_place(self):
        place = self.cleaned_data["place"]
        if len(place.path) < TOWNSHIP:
            raise forms.ValidationError(_("请选择到乡镇（街道），方便就近安排。"))
        return place


class RevocationForm(WordForm):
    """No reason is asked for: taking an agreement back is as easy as giving it (个人信息保护法 §15)."""

    def clean(self):
        return {**super().clean(), "note": ""}


class RatingForm(WordForm):
    satisfaction = forms.ChoiceField(
        label=_("您对这次帮助是否满意"), choices=Satisfaction.choices, widget=forms.RadioSelect,
        error_messages={"required": _("请选择是否满意。")},
    )  # fmt: skip
