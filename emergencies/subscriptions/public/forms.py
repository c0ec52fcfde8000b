"""What a subscriber types: where, what, by which way; and the code."""

from django import forms
from django.core.validators import validate_email
from django.utils.translation import gettext_lazy as _

from emergencies.subscriptions.enums import Way
from emergencies.subscriptions.rules import DIGITS
from emergencies.warnings.enums import Sort
from emergencies.warnings.models import WarningKind
from governance.notices.rules import is_mobile
from governance.places.enums import Level
from governance.places.models import Place
from governance.privacy.phones import normalise_phone
from governance.web.guard.forms import GuardedForm
from governance.web.steps import GroupedBoxesField

PLACES = (Level.CITY, Level.COUNTY, Level.TOWNSHIP)


class KindsField(GroupedBoxesField):
    """Kinds in three groups; none chosen is all."""

    def __init__(self, **kwargs):
        rows = WarningKind.objects.in_use()
        hint = _("一项都不选，就是全部。")
        super().__init__(rows, group_of=lambda kind: Sort(kind.sort).label, label=_("种类"), required=False, help_text=hint, **kwargs)


class SubscriptionForm(GuardedForm):
    """Which place, which kinds, and where to."""

    place = forms.ModelChoiceField(
        Place.objects.in_use().filter(level__in=PLACES).order_by("path"), label=_("地方"), empty_label=_("请选择"),
        help_text=_("会收到覆盖这里的、和这里局部的信息。"),
    )  # fmt: skip
    kinds = KindsField()
    way = forms.ChoiceField(label=_("怎样通知您"), choices=Way.choices, widget=forms.RadioSelect, initial=Way.MAIL)
    address = forms.CharField(
        label=_("邮箱地址或者手机号"), max_length=120, strip=True, error_messages={"required": _("请填写邮箱地址或者手机号。")},
        help_text=_("只用于发送您订阅的信息，加密保存，退订后立即删除。"), widget=forms.TextInput(attrs={"autocomplete": "email"}),
    )  # fmt: skip

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["place"].label_from_instance = lambda place: place.full_name

    def clean(self):
        values = super().clean()
        way, address = values.get("way"), values.get("address", "")
        if way == Way.SMS and address and not is_mobile(normalise_phone(address)):
            self.add_error("address", _("选短信的，请填写11位手机号。"))
        elif way == Way.SMS:
            values["address"] = normalise_phone(address)
        elif way == Way.MAIL and address:
            self._check_mail(address)
        return values

    def _check_mail(self, address):
        try:
            validate_email(address)
        except forms.ValidationError:
            self.add_error("address", _("选邮件的，请填写正确的邮箱地址。"))

    def asked(self):
        """What `services.ask` wants."""
        told = {name: self.cleaned_data[name] for name in ("way", "address", "place")}
        return {**told, "kinds": [kind.code for kind in self.cleaned_data["kinds"]]}


class CodeForm(forms.Form):
    code = forms.RegexField(
        rf"^\d{{{DIGITS}}}$", label=_("验证码"), strip=True,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "one-time-code"}),
        error_messages={"required": _("请填写验证码。"), "invalid": _("验证码是6位数字。")},
    )  # fmt: skip


class ChangeForm(forms.Form):
    """Which kinds, on the subscriber's own page."""

    kinds = KindsField()
