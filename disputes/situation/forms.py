"""What the city's leading office types: the next version of the method."""

from django import forms
from django.utils.translation import gettext_lazy as _


class MethodForm(forms.Form):
    """How rising numbers are found, from now on."""

    months = forms.IntegerField(label=_("对比前几个月"), min_value=3, max_value=12, help_text=_("与这几个月的平均数比较。"))
    least = forms.IntegerField(label=_("最少件数"), min_value=3, max_value=500, help_text=_("当月不足这个数的不提示。"))
    ratio = forms.FloatField(label=_("与预期相比的倍数"), min_value=1, max_value=10, help_text=_("如 1.5：达到预期的 1.5 倍才提示。"))
    percent = forms.FloatField(
        label=_("偶然性界限（%）"), min_value=0.01, max_value=20,
        help_text=_("如 1：按泊松分布，偶然达到这个数的可能性小于 1% 才提示。"),
    )  # fmt: skip
    source = forms.CharField(
        label=_("来源说明"), max_length=200, widget=forms.Textarea(attrs={"rows": 2}), help_text=_("由哪个单位、为什么调整。")
    )

    def facts(self):
        """What `services.publish_method` asks for."""
        values = self.cleaned_data
        return {**{name: values[name] for name in ("months", "least", "ratio", "source")}, "chance": values["percent"] / 100}
