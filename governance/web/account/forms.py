"""What a person types to sign in, to change the password, to show the second factor, to register."""

import re
import unicodedata

from django import forms
from django.contrib.auth.forms import AuthenticationForm, PasswordChangeForm
from django.contrib.auth.password_validation import (
    MinimumLengthValidator,
    get_default_password_validators,
    validate_password,
)
from django.core.exceptions import ValidationError
from django.utils.functional import lazy
from django.utils.translation import gettext_lazy as _

from governance.people.models import User
from governance.web.guard.forms import GuardedForm

AS_TYPED = {"autocapitalize": "none", "spellcheck": "false"}
BROKEN = {
    "password_too_short": _("密码太短。"),
    "password_too_common": _("这个密码太常见，容易被猜中。"),
    "password_entirely_numeric": _("密码不能全是数字。"),
    "password_too_similar": _("密码与用户名或姓名太相近。"),
}
PERSONAL_NUMBER = re.compile(r"^(\+?86)?1\d{10}$|^\d{17}[\dXx]$")


def _shortest():
    lengths = [rule.min_length for rule in get_default_password_validators() if isinstance(rule, MinimumLengthValidator)]
    return max(lengths, default=1)


def _rules():
    return _("至少 %s 个字符，不能全是数字，不能是常见密码，不能与用户名、姓名相近。") % _shortest()


password_rules = lazy(_rules, str)


def broken_rules(password, person):
    """What the rules of AUTH_PASSWORD_VALIDATORS find, in words of the portal."""
    try:
        validate_password(password, person)
    except ValidationError as found:
        return [BROKEN.get(error.code, str(error.message)) for error in found.error_list]
    return []


def password_field(label, *, autocomplete="new-password", **kwargs):
    """Typed unseen, kept to the letter: spaces at its ends count."""
    widget = forms.PasswordInput(attrs={"autocomplete": autocomplete})
    return forms.CharField(label=label, strip=False, max_length=128, widget=widget, **kwargs)


class SignInForm(AuthenticationForm):
    """The answer to a wrong try never says whether the user name exists."""

    password = password_field(_("密码"), autocomplete="current-password")
    error_messages = {
        "invalid_login": _("用户名或密码不正确，请核对后再试。密码区分大小写。"),
        "inactive": _("用户名或密码不正确，请核对后再试。密码区分大小写。"),
    }


class ChangePasswordForm(PasswordChangeForm):
    """The new password must differ from the old one."""

    old_password = password_field(_("当前密码"), autocomplete="current-password")
    new_password1 = password_field(_("新密码"), help_text=password_rules())
    new_password2 = password_field(_("再次输入新密码"))
    error_messages = {
        "password_mismatch": _("两次输入的新密码不一致。"),
        "password_incorrect": _("当前密码不正确。"),
    }

    def validate_password_for_user(self, user, password_field_name="new_password1"):
        for words in broken_rules(self.cleaned_data.get("new_password1", ""), user):
            self.add_error("new_password1", words)

    def clean_new_password1(self):
        password = self.cleaned_data["new_password1"]
        if self.user.check_password(password):
            raise ValidationError(_("新密码不能与当前密码相同。"))
        return password


class CodeForm(forms.Form):
    """Six digits of the authenticator, or a recovery code; spaces, dashes and full-width digits are forgiven."""

    code = forms.CharField(
        label=_("动态口令"),
        max_length=20,
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "autofocus": True, **AS_TYPED}),
    )

    def clean_code(self):
        return re.sub(r"[\s-]", "", unicodedata.normalize("NFKC", self.cleaned_data["code"])).lower()


class RegisterForm(GuardedForm, forms.ModelForm):
    """A resident's account. It asks for no more than a complaint does, and takes no personal number as user name."""

    password1 = password_field(_("密码"), help_text=password_rules())
    password2 = password_field(_("再次输入密码"))

    class Meta:
        model = User
        fields = ("username", "name")
        labels = {"name": _("称呼")}
        help_texts = {
            "username": _("登录时使用，可用字母、汉字、数字和 @ . + - _。请勿使用手机号或身份证号。"),
            "name": _("工作人员与您联系时如何称呼，例如：王女士。"),
        }
        error_messages = {"username": {"unique": _("这个用户名已有人使用，请换一个。")}}
        widgets = {
            "username": forms.TextInput(attrs={"autocomplete": "username", **AS_TYPED}),
            "name": forms.TextInput(attrs={"autocomplete": "name"}),
        }

    def clean_username(self):
        """Names that differ only in the size of letters would pass for one another."""
        username = self.cleaned_data["username"]
        if PERSONAL_NUMBER.match(username):
            raise ValidationError(_("为保护您的个人信息，请勿用手机号或身份证号作用户名。"))
        if User.objects.filter(username__iexact=username).exists():
            raise ValidationError(_("这个用户名已有人使用，请换一个。"))
        return username

    def clean(self):
        facts = super().clean()
        first, second = facts.get("password1"), facts.get("password2")
        if first and second and first != second:
            self.add_error("password2", _("两次输入的密码不一致。"))
        return facts

    def _post_clean(self):
        super()._post_clean()
        if password := self.cleaned_data.get("password1"):
            for words in broken_rules(password, self.instance):
                self.add_error("password1", words)
