"""What every form says by itself, in the words of this portal instead of Django's."""

from django import forms
from django.core import validators
from django.db.models.fields import BLANK_CHOICE_DASH
from django.utils.translation import gettext_lazy as _

WRONG = {
    forms.IntegerField: _("请填写整数。"),
    forms.FloatField: _("请填写数字。"),
    forms.DecimalField: _("请填写数字。"),
    forms.DateField: _("请填写正确的日期，如 2026-11-23。"),
    forms.DateTimeField: _("请填写正确的日期和时间。"),
}
DIGITS = {
    "invalid": _("请填写数字。"),
    "max_digits": _("最多填写 %(max)s 位数字。"),
    "max_decimal_places": _("小数点后最多 %(max)s 位。"),
    "max_whole_digits": _("小数点前最多 %(max)s 位。"),
}


def use_own_words():
    """Once, when the portal starts."""
    forms.Field.default_error_messages["required"] = _("请填写这一项。")
    for chosen in (forms.ChoiceField, forms.ModelChoiceField, forms.MultipleChoiceField, forms.ModelMultipleChoiceField):
        words = {"required": _("请选择。"), "invalid_choice": _("请从所列的选项中选择。")}
        chosen.default_error_messages = {**chosen.default_error_messages, **words}
    for typed, said in WRONG.items():
        typed.default_error_messages = {**typed.default_error_messages, "invalid": said}
    BLANK_CHOICE_DASH[:] = [("", _("请选择"))]  # a row of dashes, where a column has choices
    validators.MinLengthValidator.message = _("至少填写 %(limit_value)s 个字，现有 %(show_value)s 个。")
    validators.MaxLengthValidator.message = _("最多填写 %(limit_value)s 个字，现有 %(show_value)s 个。")
    validators.MinValueValidator.message = _("不能小于 %(limit_value)s。")
    validators.MaxValueValidator.message = _("不能大于 %(limit_value)s。")
    validators.DecimalValidator.messages = DIGITS
