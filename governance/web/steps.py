"""The form of a step, made from the flow table: its fields, a note, and the version the page was opened with."""

from django import forms
from django.db import models
from django.utils.translation import gettext_lazy as _

from governance.cases.bars import recused
from governance.flow import engine
from governance.timeline.models import Event
from governance.web.stale import MarkField, marks_of, read_marks, reconcile


def _recused(case, user):
    return forms.ModelChoiceField(recused(case), label=_("回避人员"), empty_label=_("请选择"))


SHARED = {"person": _recused}  # what steps that any procedure can have ask for


class StepForm(forms.Form):
    """Asks for what a step needs. `builders` gives a form field for each name in the step's `fields`, `note_label` names the note.

    When the case moved on while the form was open, `missed` holds what happened meanwhile; the form keeps what was typed and may be
    sent again once that has been read.
    """

    version = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args, case, step, user, builders, note_label, note_help="", **kwargs):
        super().__init__(*args, **kwargs)
        self.case, self.step, self.missed, self.theirs = case, step, [], []
        for name in step.fields:
            self.fields[name] = {**SHARED, **builders}[name](case, user)
        self.fields["note"] = forms.CharField(
            label=note_label, help_text=note_help, required=step.note_required, max_length=2000,
            widget=forms.Textarea(attrs={"rows": 4}), error_messages={"required": _("请填写%(what)s。") % {"what": note_label}},
        )  # fmt: skip
        self.fields["version"].initial = case.version
        if asked := self._asked(case):
            self.fields["opened_with"] = MarkField(initial=marks_of(asked))

    def _asked(self, case):
        """{name: value} of the columns of the case this step's form asks for."""
        columns = {column.name: column.attname for column in case._meta.fields} if isinstance(case, models.Model) else {}
        return {name: getattr(case, columns[name]) for name in self.step.fields if name in columns}

    def given(self):
        """What the step is taken with, besides the note."""
        return {name: self.cleaned_data[name] for name in self.step.fields}

    def take(self, *, by, at):
        """Take the step with what was typed; returns the case, or None: a refusal becomes an error, and nothing typed is lost."""
        note, version = self.cleaned_data["note"], self.cleaned_data["version"]
        try:
            return engine.take(self.case, self.step.name, by=by, at=at, note=note, version=version, **self.given())
        except engine.StaleCase as stale:
            self._catch_up(version)
            self.add_error(None, str(stale))
        except engine.StepRefused as refused:
            self.add_error(None, str(refused))
        return None

    def _catch_up(self, version):
        """Show what happened since, what of the form's own fields is different now, and let the next try count from here."""
        now = type(self.case)._base_manager.get(pk=self.case.pk)
        self.case.version, self.case.state = now.version, now.state
        self.missed = list(Event.objects.of(self.case).filter(sequence__gt=version).with_actors().order_by("sequence"))
        asked = self._asked(now)
        self.theirs = reconcile(self, opened=read_marks(self.cleaned_data.get("opened_with", "")), now=asked)
        self.data["version"] = now.version
        if asked:
            self.data["opened_with"] = marks_of(asked)


def buttons(case, user, url_of):
    """The steps this person can take now, for components/steps.html, the rare ones apart; one that leads back to the same state stays
    quiet. `others`: the steps that wait for a second person, by why."""
    own, others = engine.offered(case, user)
    found = {"steps": [], "rare": [], "others": left_to_others(others)}
    for step in own:
        drawn = {"name": step.name, "label": step.label, "tone": tone_of(step, case), "url": url_of(step)}
        if reason := engine.obstacle(case, step):
            drawn |= {"tone": "quiet", "hint": reason}
        found["rare" if step.rare else "steps"].append(drawn)
    return found


def left_to_others(others):
    """[{"labels": …, "told": …}] of [(step, why)]."""
    labels = {}
    for step, why in others:
        labels.setdefault(why, []).append(str(step.label))
    return [{"labels": "、".join(names), "told": why} for why, names in labels.items()]


def tone_of(step, case):
    return "main" if step.main and step.target != case.state else "quiet"


def choice_field(model, name, *, empty=None, required=True):
    """A select for a choices field of a model, with its own labels."""
    field = model._meta.get_field(name)
    choices = [("", empty or _("请选择")), *[choice for choice in field.choices if choice[0]]]
    return forms.ChoiceField(label=field.verbose_name, choices=choices, required=required)


class GroupedChoiceField(forms.ModelChoiceField):
    """A select whose options stand in groups: `group_of(row)` names the group, rows come in order. Read when it is drawn."""

    def __init__(self, queryset: models.QuerySet, *, group_of, label_of=str, **kwargs):
        super().__init__(queryset, **kwargs)
        self.choices = lambda: [("", _("请选择")), *grouped(self.queryset, group_of, label_of)]


class GroupedBoxes(forms.CheckboxSelectMultiple):
    """Boxes in groups that fold away; a group of at most `short` stands open, one in which something is chosen, and the only one."""

    template_name = "components/grouped_boxes.html"
    short = 4

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        groups = [(label, options) for label, options, _index in context["widget"]["optgroups"]]
        only = len(groups) == 1
        drawn = [{"label": label, "options": options, "open": only or self.is_open(options)} for label, options in groups]
        return context | {"groups": drawn}

    def is_open(self, options):
        return len(options) <= self.short or any(option["selected"] for option in options)


class GroupedBoxesField(forms.ModelMultipleChoiceField):
    """Many rows of which several are chosen, as `GroupedBoxes`."""

    widget = GroupedBoxes

    def __init__(self, queryset: models.QuerySet, *, group_of, label_of=str, short=GroupedBoxes.short, **kwargs):
        super().__init__(queryset, **kwargs)
        self.widget.short = short
        self.choices = lambda: grouped(self.queryset, group_of, label_of)


def grouped(rows, group_of, label_of):
    """[(group, [(key, label)])], in the order of the rows."""
    groups = {}
    for row in rows:
        groups.setdefault(str(group_of(row)), []).append((row.pk, label_of(row)))
    return list(groups.items())
