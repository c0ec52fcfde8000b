"""What every form says by itself, in the words of this portal instead of Django's."""

from django import forms
from django.core import validators
from django.utils.translation import gettext_lazy as _


def use_own_words():
    """Once, when the portal starts."""
    forms.Field.default_error_messages["required"] = _("请填写这一项。")
    for chosen in (forms.ChoiceField, forms.ModelChoiceField, forms.MultipleChoiceField, forms.ModelMultipleChoiceField):
        chosen.default_error_messages = {**chosen.default_error_messages, "required": _("请选择。")}
    validators.MinLengthValidator.message = _("至少填写 %(limit_value)s 个字，现有 %(show_value)s 个。")
    validators.MaxLengthValidator.message = _("最多填写 %(limit_value)s 个字，现有 %(show_value)s 个。")
    validators.MinValueValidator.message = _("不能小于 %(limit_value)s。")
    validators.MaxValueValidator.message = _("不能大于 %(limit_value)s。")
