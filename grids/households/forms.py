"""The number of households of a village."""

from django import forms
from django.utils.translation import gettext_lazy as _

from grids.households.rules import OLDEST, is_year


class CountForm(forms.Form):
    """Year, number and source."""

    year = forms.IntegerField(label=_("年份"), min_value=OLDEST)
    households = forms.IntegerField(label=_("全村（社区）总户数"), min_value=1, max_value=100_000)
    source = forms.CharField(label=_("数据来源"), max_length=120, help_text=_("如：派出所户籍登记、年度入户摸底、人口普查。"))

    def __init__(self, *args, today, **kwargs):
        super().__init__(*args, **kwargs)
        self.today = today
        self.fields["year"].initial = today.year

    def clean_year(self):
        year = self.cleaned_data["year"]
        if not is_year(year, today=self.today):
            raise forms.ValidationError(_("年份不能晚于今年。"))
        return year
