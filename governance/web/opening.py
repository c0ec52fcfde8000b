"""Asks why a sealed fact is opened, before it is."""

from django import forms
from django.utils.translation import gettext_lazy as _

from governance.privacy.enums import UNATTENDED, Purpose


class OpeningForm(forms.Form):
    """Personal facts are opened for a purpose, and each opening is recorded (个人信息保护法)."""

    purpose = forms.ChoiceField(label=_("查看目的"), choices=[choice for choice in Purpose.choices if choice[0] not in UNATTENDED])
    reason = forms.CharField(label=_("补充说明"), max_length=200, required=False, help_text=_("依法调取的，请写明依据和文书编号。"))

    def clean(self):
        values = super().clean()
        if values.get("purpose") == Purpose.LEGAL and not values.get("reason"):
            self.add_error("reason", _("依法调取的，请写明依据和文书编号。"))
        return values
