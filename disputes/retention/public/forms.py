"""How a resident asks for a copy of the own data."""

from django import forms
from django.utils.translation import gettext_lazy as _

from disputes.complaints.services import phone_index

HTML, JSON = "html", "json"


class CopyForm(forms.Form):
    """The telephone left with the filing shows that the person asks; without it, contact data stay masked in the copy."""

    phone = forms.CharField(
        label=_("登记的联系电话"), required=False, max_length=20, widget=forms.TelInput(attrs={"autocomplete": "tel"}),
        help_text=_("填写后，副本中完整列出姓名和电话；不填写的，只显示一部分。"),
    )  # fmt: skip
    format = forms.ChoiceField(choices=[(HTML, ""), (JSON, "")], required=False)

    def __init__(self, *args, complaint, **kwargs):
        super().__init__(*args, **kwargs)
        self.complaint = complaint
        if not complaint.phone_index:
            del self.fields["phone"]

    def clean_phone(self):
        phone = self.cleaned_data["phone"].strip()
        if phone and phone_index(phone) != self.complaint.phone_index:
            raise forms.ValidationError(_("与登记的联系电话不一致，请核对；也可以不填。"))
        return phone

    @property
    def is_proven(self):
        return bool(self.cleaned_data.get("phone"))
