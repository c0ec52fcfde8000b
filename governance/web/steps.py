"""The form of a step, made from the flow table: its fields, a note, and the version the page was opened with."""

from django import forms
from django.db import models
from django.utils.translation import gettext_lazy as _

from governance.flow import engine


class StepForm(forms.Form):
    """Asks for what a step needs. `builders` gives a form field for each name in the step's `fields`."""

    version = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args, case, step, user, builders, note_label=_("说明"), **kwargs):
        super().__init__(*args, **kwargs)
        self.case, self.step = case, step
        for name in step.fields:
            self.fields[name] = builders[name](case, user)
        self.fields["note"] = forms.CharField(
            label=note_label, required=step.note_required, max_length=2000, widget=forms.Textarea(attrs={"rows": 4}), strip=True
        )
        self.fields["version"].initial = case.version

    def take(self, *, by, at):
        """Take the step with what was typed; a refusal becomes an error of the form, and nothing typed is lost. Returns the case or None."""
        values = {name: self.cleaned_data[name] for name in self.step.fields}
        try:
            return engine.take(
                self.case, self.step.name, by=by, at=at,
                note=self.cleaned_data["note"], version=self.cleaned_data["version"], **values,
            )  # fmt: skip
        except engine.StepRefused as refused:
            self.add_error(None, str(refused))
            return None


def buttons(case, user, url_of):
    """The steps this person can take now, for components/steps.html."""
    return [
        {"name": step.name, "label": step.label, "tone": "main" if step.main else "quiet", "url": url_of(step)}
        for step in engine.available(case, user)
    ]


def choice_field(model, name, *, empty=None, required=True):
    """A select for a choices field of a model, with its own labels."""
    field = model._meta.get_field(name)
    choices = [("", empty or _("请选择")), *[choice for choice in field.choices if choice[0]]]
    return forms.ChoiceField(label=field.verbose_name, choices=choices, required=required)


class GroupedChoiceField(forms.ModelChoiceField):
    """A select whose options stand in groups: `group_of(row)` names the group, rows come in order."""

    def __init__(self, queryset: models.QuerySet, *, group_of, label_of=str, **kwargs):
        self.group_of, self.label_of = group_of, label_of
        super().__init__(queryset, **kwargs)
        groups = {}
        for row in queryset:
            groups.setdefault(str(group_of(row)), []).append((row.pk, label_of(row)))
        self.choices = [("", _("请选择")), *groups.items()]
