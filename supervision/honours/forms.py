"""Proposing a title, and the forms of the steps."""

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from governance.access.scope import places_for
from governance.people.enums import OfficeType
from governance.people.models import Office
from governance.web.steps import GroupedChoiceField, StepForm
from supervision.honours.enums import FOR_PERSONS, Award
from supervision.honours.permissions import NOMINATE
from supervision.honours.rules import MOST_PERSONS, persons_fault
from supervision.honours.services import bar_of, is_proposed

TYPES = (OfficeType.GOVERNMENT, OfficeType.CENTRE, OfficeType.TOWNSHIP, OfficeType.BUREAU, OfficeType.COMMITTEE)
NOTE_LABELS = {"refuse": _("不予授予的理由"), "withdraw": _("撤销理由")}
FAULTS = {
    "how_many": _("先进个人须填写人数，不超过%(most)s人。") % {"most": MOST_PERSONS},
    "not_personal": _("该称号授予单位，不填人数。"),
}
BUILDERS = {
    "decision": lambda case, user: forms.CharField(label=_("授予文件（名称、文号）"), max_length=80),
}


class HonourStepForm(StepForm):
    """The form of any step of an honour."""

    def __init__(self, *args, step, **kwargs):
        super().__init__(*args, step=step, builders=BUILDERS, note_label=NOTE_LABELS.get(step.name, _("说明")), **kwargs)


class NominationForm(forms.Form):
    """A title for a unit, or for people of it."""

    award = forms.ChoiceField(label=_("称号"), choices=Award.choices)
    year = forms.IntegerField(label=_("年度"), min_value=2022, max_value=2099)
    persons = forms.IntegerField(
        label=_("先进个人人数"), required=False, min_value=1, help_text=_("提名先进个人时填写。平台不记个人姓名，名单随纸质材料报送。")
    )
    merits = forms.CharField(label=_("主要事迹"), max_length=2000, widget=forms.Textarea(attrs={"rows": 6}))

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["year"].initial = timezone.localdate().year
        offices = Office.objects.in_use().filter(place__in=places_for(user, NOMINATE), type__in=TYPES).select_related("place")
        self.fields["unit"] = GroupedChoiceField(
            offices.order_by("place__path", "type", "code"), group_of=lambda row: row.place.short_name,
            label_of=lambda row: row.short_name, label=_("单位"),
        )  # fmt: skip
        self.order_fields(["award", "year", "unit", "persons", "merits"])

    def clean_unit(self):
        unit = self.cleaned_data["unit"]
        if bar := bar_of(unit):
            raise forms.ValidationError(bar)
        return unit

    def clean(self):
        values = super().clean()
        fault = persons_fault(values.get("award") in FOR_PERSONS, values.get("persons"))
        if fault and "persons" not in self.errors:
            self.add_error("persons", FAULTS[fault])
        if is_proposed(unit=values.get("unit"), award=values.get("award"), year=values.get("year")):
            self.add_error("unit", _("该单位本年度已提名或者已获得这一称号。"))
        return values
