"""What an administrator types about an office."""

from django import forms
from django.utils.translation import gettext_lazy as _

from governance.people.enums import OfficeKind, OfficeType
from governance.people.models import Office
from governance.web.stale import NeverOverwrites


class OfficeForm(NeverOverwrites):
    """What may change about an office. Place and kind never do: the rights of its people rest on them."""

    class Meta:
        model = Office
        fields = ("name", "short_name", "phone", "active")
        help_texts = {"active": _("停用后，该机构的岗位不再有任何权限。")}


class NewOfficeForm(forms.ModelForm):
    """A new office at the chosen place."""

    class Meta:
        model = Office
        fields = ("code", "name", "short_name", "type", "kind", "trade", "phone")
        help_texts = {
            "code": _("全市唯一，建立后不能修改。"),
            "kind": _("块：管辖本区划及以下的事项；条：只办理交办给本机构的事项。"),
            "trade": _("仅条上机构填写，如住建、教育。"),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in ("type", "kind"):
            field = self.fields[name]
            field.choices = [("", _("请选择")), *[choice for choice in field.choices if choice[0]]]

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("kind") == OfficeKind.TERRITORIAL and cleaned.get("trade"):
            self.add_error("trade", _("块上机构不填写行业。"))
        if cleaned.get("kind") == OfficeKind.TERRITORIAL and cleaned.get("type") == OfficeType.PROVIDER:
            self.add_error("kind", _("帮扶服务机构只办理交给它的事项，请选“条”。"))
        return cleaned
