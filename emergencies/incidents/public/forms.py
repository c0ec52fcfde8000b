"""What is typed about an incident without an account."""

from django import forms
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from emergencies.incidents.forms import kind_field
from governance.files.forms import AttachmentsField
from governance.files.rules import IMAGES
from governance.places.models import Place
from governance.privacy.phones import is_phone
from governance.web.guard.forms import GuardedForm
from governance.web.holding import Photographed
from governance.web.tracking.forms import PlaceChosen, StoryField, WordForm


class ReportForm(Photographed, GuardedForm):
    """One page, made for a phone. Name, telephone and kind may be left out. `submission` marks the form."""

    description = StoryField(
        label=_("发生了什么"), min_length=5, max_length=2000, widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("什么事、什么时候、有没有人受伤或被困。请不要写他人的身份证号、电话。"),
        error_messages={"required": _("请写明发生了什么。"), "min_length": _("请再写具体一些，至少 5 个字。")},
    )  # fmt: skip
    kind = kind_field(required=False, help_text=_("拿不准的可以不选。"))
    place = forms.ModelChoiceField(
        Place.objects.in_use(), label=_("在哪里"), widget=PlaceChosen,
        error_messages={"required": _("请选择在哪个旗县区。"), "invalid_choice": _("请重新选择地点。")},
    )  # fmt: skip
    landmark = forms.CharField(
        label=_("具体位置"), max_length=120, help_text=_("如：某路12号院3号楼2单元门口"), error_messages={"required": _("请写明具体位置。")}
    )
    latitude = forms.FloatField(required=False, widget=forms.HiddenInput, min_value=-90, max_value=90)
    longitude = forms.FloatField(required=False, widget=forms.HiddenInput, min_value=-180, max_value=180)
    photographs = AttachmentsField(
        label=_("照片"), allowed=IMAGES, required=False, help_text=_("最多6张。请先离开危险再拍；位置等信息会从照片中去掉。")
    )
    name = forms.CharField(label=_("怎么称呼您"), max_length=40, required=False, widget=forms.TextInput(attrs={"autocomplete": "name"}))
    phone = forms.CharField(
        label=_("联系电话"), max_length=20, required=False, widget=forms.TelInput(attrs={"autocomplete": "tel"}),
        help_text=_("可以不留。留了，核实时可以联系您，进展用短信告诉您；只有处置的单位说明用途后才能查看。"),
    )  # fmt: skip
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
        if values.get("latitude") is None or values.get("longitude") is None:
            values["latitude"] = values["longitude"] = None
        return values

    @cached_property
    def kept(self):
        """Photographs that stay with the form when it is shown again."""
        return self.keep_photographs(at=timezone.now()) if self.is_bound and not self.is_valid() else []

    def facts(self):
        names = ("description", "kind", "place", "landmark", "latitude", "longitude", "name", "phone", "submission")
        return {name: self.cleaned_data[name] for name in names}


class WithdrawalForm(WordForm):
    note = StoryField(
        label=_("撤回的原因"), max_length=500, widget=forms.Textarea(attrs={"rows": 3}), help_text=_("撤回后可以重新提交。"),
        error_messages={"required": _("请写明撤回的原因。")},
    )  # fmt: skip
