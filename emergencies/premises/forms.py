"""What is typed about an object of inspection. There is no field for a person: premises are inspected, nobody else."""

from django import forms
from django.utils.translation import gettext_lazy as _

from emergencies.checklists.models import PremisesKind
from emergencies.premises.models import SHORTEST
from emergencies.premises.services import namesake, told_namesake
from governance.places.enums import Level
from governance.privacy.phones import is_phone


class FactsForm(forms.Form):
    """The facts of an object; `premises` is the one that is put right."""

    kind = forms.ModelChoiceField(PremisesKind.objects.filter(active=True), label=_("类型"), empty_label=_("请选择"))
    name = forms.CharField(
        label=_("名称"), min_length=SHORTEST, max_length=60, help_text=_("单位、场所或者楼栋的名称；不登记住户、承租人等个人。")
    )
    address = forms.CharField(label=_("详细地址"), max_length=120, help_text=_("写到门牌号或者楼栋号。"))
    work_phone = forms.CharField(
        label=_("值班电话"), max_length=20, required=False, help_text=_("办公或者值班电话，不填个人手机号。"), widget=forms.TelInput
    )
    is_key = forms.BooleanField(label=_("重点检查对象（抽取时必查）"), required=False)

    def __init__(self, *args, premises=None, **kwargs):
        self.premises = premises
        if premises:
            kwargs.setdefault("initial", {name: getattr(premises, name) for name in ("kind", "name", "address", "work_phone", "is_key")})
        super().__init__(*args, **kwargs)
        if premises:
            hint = _("停业、拆除的取消勾选；已做的检查仍保留。")
            self.fields["active"] = forms.BooleanField(label=_("在用"), required=False, initial=premises.active, help_text=hint)
        if premises and premises.venue_id:
            self.fields["kind"].disabled = True

    def clean_work_phone(self):
        phone = self.cleaned_data["work_phone"]
        if phone and not is_phone(phone):
            raise forms.ValidationError(_("电话号码不正确，请填写带区号的固定电话或手机号。"))
        return phone

    def clean(self):
        values = super().clean()
        place = self.premises.place if self.premises else values.get("place")
        besides = self.premises.pk if self.premises else None
        known = place and values.get("name") and values.get("kind")
        if known and (other := namesake(place, values["name"], values["kind"], besides=besides)):
            self.add_error("name", told_namesake(other))
        return values


class RegisterForm(FactsForm):
    """A new object at a village or community."""

    def __init__(self, *args, places, **kwargs):
        super().__init__(*args, **kwargs)
        wrong = {"required": _("请选择地点。"), "invalid_choice": _("请重新选择地点。")}
        self.fields["place"] = forms.ModelChoiceField(places, label=_("地点"), widget=forms.HiddenInput, error_messages=wrong)

    def clean_place(self):
        place = self.cleaned_data["place"]
        if place.level in {Level.CITY, Level.COUNTY}:
            raise forms.ValidationError(_("请选择到乡镇（街道）或村（社区）。"))
        return place

    def clean(self):
        return super().clean()

    def shown_fields(self):
        """What is drawn below the place."""
        return [field for field in self.visible_fields() if field.name != "place"]
