"""What the city's centre types: the next version of the criteria, filled in from the latest one."""

from datetime import datetime, time

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from disputes.colours.enums import Fact
from disputes.colours.models import COLOURS
from governance.places.enums import Level
from governance.web.days import DayField, days_from_today

A_YEAR, SPARE = 365, 3  # days; empty lines for new criteria
LEVELS = (("red_level", _("红色由哪级牵头")), ("yellow_level", _("黄色由哪级牵头")), ("green_level", _("绿色由哪级牵头")))


class CriterionForm(forms.Form):
    """One criterion; an empty line is none, and one without text is left out of the version."""

    code = forms.CharField(required=False, max_length=30, widget=forms.HiddenInput)
    label = forms.CharField(label=_("情形"), required=False, max_length=80, widget=forms.TextInput(attrs={"autocomplete": "off"}))
    colour = forms.ChoiceField(label=_("等级"), choices=COLOURS)
    fact = forms.ChoiceField(label=_("自动判断"), required=False, choices=[("", _("由调解员勾选")), *Fact.choices])
    threshold = forms.IntegerField(label=_("达到"), min_value=1, max_value=10000, initial=1)


class CriteriaSet(forms.BaseFormSet):
    """All criteria of a version."""

    def criteria(self):
        """The columns of each criterion, those without text left out; one that is new gets a code of its own."""
        told = [row for row in self.cleaned_data if row.get("label")]
        known = {row["code"] for row in told if row["code"]}
        fresh = (f"own-{number}" for number in range(1, 1000) if f"own-{number}" not in known)
        return [{**row, "code": row["code"] or next(fresh)} for row in told]


Criteria = forms.formset_factory(CriterionForm, formset=CriteriaSet, extra=SPARE, max_num=60)


class SchemeForm(forms.Form):
    """Which level leads, from which day on, and on whose word."""

    valid_from = DayField(label=_("自哪天起"), since=days_from_today(0), until=days_from_today(A_YEAR))
    source = forms.CharField(
        label=_("来源说明"), max_length=200, help_text=_("由哪个部门、以什么文件发布。"), widget=forms.Textarea(attrs={"rows": 2})
    )

    def __init__(self, *args, base, **kwargs):
        super().__init__(*args, **kwargs)
        for name, label in LEVELS:
            self.fields[name] = forms.ChoiceField(label=label, choices=Level.choices, initial=getattr(base, name))
        self.order_fields([name for name, _label in LEVELS])

    def clean(self):
        """The graver the dispute, the higher the level that leads."""
        values, order = super().clean(), list(Level.values)
        ranks = [order.index(values[name]) for name, _label in LEVELS if values.get(name)]
        if ranks != sorted(ranks):
            self.add_error("green_level", _("等级越高，牵头的层级应当越高：红色不低于黄色，黄色不低于绿色。"))
        return values

    def given(self):
        """What `services.publish` asks for, besides the criteria."""
        values = self.cleaned_data
        begins = timezone.make_aware(datetime.combine(values["valid_from"], time.min))
        return {
            "levels": {name: values[name] for name, _label in LEVELS},
            "valid_from": timezone.now() if values["valid_from"] == timezone.localdate() else begins,
            "source": values["source"],
        }
