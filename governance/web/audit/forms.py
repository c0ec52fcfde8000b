"""What an auditor asks for."""

from datetime import timedelta

from django import forms
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from governance import registry
from governance.people.models import Office, User
from governance.web.audit.searching import Asked, posts_of, read_key
from governance.web.casework.filters import WITHIN_REASON, start_of
from governance.web.offices import OfficeField
from governance.web.stale import words

PEOPLE_AT_MOST = 20


class SearchForm(forms.Form):
    """Every part may be left open."""

    number = forms.CharField(label=_("事项编号"), max_length=40, required=False)
    person = forms.CharField(label=_("办理人"), max_length=40, required=False, help_text=_("姓名或用户名"))
    office = OfficeField(label=_("办理单位"), required=False)
    procedure = forms.ChoiceField(label=_("程序"), required=False)
    step = forms.ChoiceField(label=_("步骤"), required=False)
    since = forms.DateField(label=_("自"), required=False, validators=WITHIN_REASON, widget=forms.DateInput(attrs={"type": "date"}))
    until = forms.DateField(label=_("至"), required=False, validators=WITHIN_REASON, widget=forms.DateInput(attrs={"type": "date"}))

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        flows = registry.declared("flows")
        self.fields["procedure"].choices = [("", _("不限")), *((flow.procedure, flow.label) for flow in flows)]
        self.fields["step"].choices = [("", _("不限")), *((str(flow.label), steps_of(flow)) for flow in flows)]
        self.people = ()

    def clean_person(self):
        text = self.cleaned_data["person"].strip()
        if not text:
            return ""
        named = Q(name=text) | Q(username__iexact=text)
        found = list(User.objects.filter(named).values_list("pk", flat=True)[: PEOPLE_AT_MOST + 1])
        found = found or list(User.objects.filter(name__contains=text).values_list("pk", flat=True)[: PEOPLE_AT_MOST + 1])
        if not found:
            raise forms.ValidationError(_("没有找到这个人员，请填写姓名全称或用户名。"))
        if len(found) > PEOPLE_AT_MOST:
            raise forms.ValidationError(_("符合的人员太多，请填写姓名全称或用户名。"))
        self.people = tuple(found)
        return text

    def clean(self):
        values = super().clean()
        step, procedure = values.get("step", ""), values.get("procedure", "")
        if step and procedure and not step.startswith(f"{procedure}."):
            self.add_error("step", _("这个步骤不属于所选的程序。"))
        if values.get("since") and values.get("until") and values["until"] < values["since"]:
            self.add_error("until", _("不能早于起始日期。"))
        return values

    def asked(self, before=""):
        """The question, to be searched for."""
        values = self.cleaned_data
        return Asked(
            number=values["number"].strip(), people=self.people, step=values["step"],
            posts=posts_of(values["office"]) if values["office"] else None,
            procedure=values["procedure"] or values["step"].partition(".")[0],
            since=start_of(values["since"]) if values["since"] else None,
            until=start_of(values["until"]) + timedelta(days=1) if values["until"] else None,
            before=before if read_key(before) else "",
        )  # fmt: skip

    def told(self):
        """{part: words} of what was asked, for the record of the export."""
        values = {name: self.cleaned_data[name] for name in self.fields if self.cleaned_data.get(name)}
        return {name: value.name if isinstance(value, Office) else words(self.fields[name], value) for name, value in values.items()}


def steps_of(flow):
    every = (flow.opening, *flow.steps)
    return [(f"{flow.procedure}.{step.name}", step.label) for step in every]
