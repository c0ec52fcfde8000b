"""What an administrator types about people and posts."""

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from governance.people.enums import Role
from governance.people.models import User
from governance.people.services import roles_at
from governance.web.stale import NeverOverwrites

MINUTE = "%Y-%m-%dT%H:%M"


def moment_field(**kwargs):
    """A moment to the minute, in the city's time."""
    return forms.DateTimeField(widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format=MINUTE), **kwargs)


class PersonForm(NeverOverwrites):
    """Who someone is at work; nothing private is asked."""

    class Meta:
        model = User
        fields = ("name", "work_phone", "email")


class NewPersonForm(PersonForm):
    """The account of a new person."""

    class Meta(PersonForm.Meta):
        fields = ("username", "name", "work_phone", "email")
        help_texts = {"username": _("登录时使用，可用字母、数字和 @ . + - _，建立后不能修改。")}


class PostForm(forms.Form):
    """A role at the chosen office, from and until."""

    role = forms.ChoiceField(label=_("角色"), help_text=_("只列出该类机构可以设置的角色。"))
    begins = moment_field(label=_("任职时间"))
    ends = moment_field(label=_("结束时间"), required=False, help_text=_("不填写则长期有效；到期后权限自动失效。"))

    def __init__(self, *args, office, at, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["role"].choices = [(role, Role(role).label) for role in roles_at(office)]
        self.fields["begins"].initial = timezone.localtime(at).replace(second=0, microsecond=0)

    def clean(self):
        cleaned = super().clean()
        begins, ends = cleaned.get("begins"), cleaned.get("ends")
        if begins and ends and ends <= begins:
            self.add_error("ends", _("结束时间须晚于任职时间。"))
        return cleaned


class EndPostForm(forms.Form):
    """When a post ends; left empty it ends now."""

    ends = moment_field(label=_("结束时间"), required=False, help_text=_("不填写则立即结束，权限即刻收回。"))

    def __init__(self, *args, at, **kwargs):
        super().__init__(*args, **kwargs)
        self.at = at

    def clean_ends(self):
        ends = self.cleaned_data["ends"]
        if ends and ends < self.at:
            raise forms.ValidationError(_("结束时间不能早于现在。"))
        return ends or self.at
