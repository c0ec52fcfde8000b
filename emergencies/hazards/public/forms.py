"""What is typed about a hazard without an account."""

from django import forms
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from emergencies.hazards.models import Sector
from governance.files.forms import AttachmentsField
from governance.files.rules import IMAGES
from governance.places.models import Place
from governance.privacy.phones import is_phone
from governance.web.guard.forms import GuardedForm
from governance.web.holding import Photographed
from governance.web.tracking.forms import PlaceChosen, StoryField, WordForm


class ReportForm(Photographed, GuardedForm):
    """One page, made for a phone. Name and telephone may be left out; a reward needs a telephone. `submission` marks the form."""

    sector = forms.ModelChoiceField(
        Sector.objects.in_use(), label=_("是哪方面的隐患"), empty_label=_("请选择"),
        error_messages={"required": _("请选择一项；拿不准的选最后一项。")},
    )  # fmt: skip
    description = StoryField(
        label=_("看到了什么"), min_length=5, max_length=2000, widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("写明什么东西、什么样子、什么时候发现的。请不要写他人的身份证号、电话。"),
        error_messages={"required": _("请写明看到的情况。"), "min_length": _("请再写具体一些，至少 5 个字。")},
    )  # fmt: skip
    place = forms.ModelChoiceField(
        Place.objects.in_use(), label=_("在哪里"), widget=PlaceChosen,
        error_messages={"required": _("请选择在哪个旗县区。"), "invalid_choice": _("请重新选择地点。")},
    )  # fmt: skip
    landmark = forms.CharField(
        label=_("具体位置"), max_length=120, help_text=_("如：某路12号院3号楼2单元门口"), error_messages={"required": _("请写明具体位置。")}
    )
    latitude = forms.FloatField(required=False, widget=forms.HiddenInput, min_value=-90, max_value=90)
    longitude = forms.FloatField(required=False, widget=forms.HiddenInput, min_value=-180, max_value=180)
    responsible = forms.CharField(label=_("是哪个单位的"), max_length=80, required=False, help_text=_("知道的写上，不知道的不用填。"))
    photographs = AttachmentsField(
        label=_("照片"), allowed=IMAGES, required=False, help_text=_("最多6张。拍照时请先保证自己安全；位置等信息会从照片中去掉。")
    )
    name = forms.CharField(label=_("怎么称呼您"), max_length=40, required=False, widget=forms.TextInput(attrs={"autocomplete": "name"}))
    phone = forms.CharField(
        label=_("联系电话"), max_length=20, required=False, widget=forms.TelInput(attrs={"autocomplete": "tel"}),
        help_text=_("可以不留。留了，进展会用短信告诉您；只有核查的单位说明用途后才能查看，被举报的单位看不到。"),
    )  # fmt: skip
    wants_reward = forms.BooleanField(
        label=_("隐患查实后，我想申请举报奖励"), required=False, help_text=_("申请奖励须留电话，用来通知您领取。")
    )
    submission = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.ask_held()

    def clean_phone(self):
        phone = self.cleaned_data["phone"]
        if phone and not is_phone(phone):
            raise forms.ValidationError(_("电话号码不正确，请填写手机号，或带区号的固定电话。"))
        return phone

    def clean(self):
        values = super().clean()
        self.check_photographs(needed=False)
        if values.get("wants_reward") and not values.get("phone") and "phone" not in self.errors:
            self.add_error("phone", _("申请奖励的，请留下联系电话；不申请的，请取消勾选。"))
        if values.get("latitude") is None or values.get("longitude") is None:
            values["latitude"] = values["longitude"] = None
        return values

    @cached_property
    def kept(self):
        """Photographs that stay with the form when it is shown again."""
        return self.keep_photographs(at=timezone.now()) if self.is_bound and not self.is_valid() else []

    def facts(self):
        names = (
            "sector", "description", "place", "landmark", "latitude", "longitude", "responsible", "name", "phone", "wants_reward",
            "submission",
        )  # fmt: skip
        return {name: self.cleaned_data[name] for name in names}


class WithdrawalForm(WordForm):
    note = StoryField(
        label=_("撤回的原因"), max_length=500, widget=forms.Textarea(attrs={"rows": 3}), help_text=_("撤回后可以重新提交。"),
        error_messages={"required": _("请写明撤回的原因。")},
    )  # fmt: skip
