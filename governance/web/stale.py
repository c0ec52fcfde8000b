"""A form that was open while somebody else saved never overwrites. What was typed stays, and both are shown: theirs and mine.

The form carries a mark of every value it was opened with. What only the other changed is taken over into the form; what both changed
stays as typed, with the other's beside it, and the next try counts from there.
"""

import json
from decimal import Decimal
from hashlib import sha256

from django import forms
from django.db import connection, models, transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

MARK_LENGTH = 10  # hexadecimal digits: enough to tell two values of one field apart
CHANGED_MEANWHILE = gettext_lazy("您打开页面之后，其他人修改了这里的内容。请核对后再提交，您填写的内容仍在。")


def plain(value):
    """A value as text, the same whether it comes from a row or from a form."""
    if isinstance(value, models.Model):
        return str(value.pk)
    if isinstance(value, Decimal):
        return f"{value.normalize():f}"
    if isinstance(value, (list, tuple, set, models.QuerySet)):
        return json.dumps(sorted(plain(one) for one in value))
    if isinstance(value, dict):
        return json.dumps(value, sort_keys=True, ensure_ascii=False, default=str)
    return "" if value is None else str(value).replace("\r\n", "\n").strip()


def mark(value):
    return sha256(plain(value).encode()).hexdigest()[:MARK_LENGTH]


def marks_of(values):
    """The marks of {name: value} as one text, for a hidden field."""
    return " ".join(f"{name}:{mark(value)}" for name, value in sorted(values.items()))


def read_marks(text):
    """{name: mark}; what is not of that shape is left out."""
    return dict(pair.split(":") for pair in str(text).split() if pair.count(":") == 1)


def words(field, value):
    """A value as people read it."""
    if isinstance(value, bool):
        return _("是") if value else _("否")
    if isinstance(field, forms.ModelChoiceField) and not isinstance(field, forms.ModelMultipleChoiceField):
        return _named(field, value)
    named = {plain(key): str(label) for key, label in _flat(getattr(field, "choices", ()))}
    if isinstance(value, (list, tuple, set, models.QuerySet)):
        return "、".join(named.get(plain(one), str(one)) for one in value)
    return named.get(plain(value), plain(value)) or "—"


def _named(field, value):
    """What the row of that key, or the row itself, is called."""
    row = value if isinstance(value, models.Model) else field.queryset.model._base_manager.filter(pk=value).first() if value else None
    return "—" if row is None else getattr(row, "full_name", None) or field.label_from_instance(row)


def _flat(choices):
    for key, label in choices:
        yield from label if isinstance(label, (list, tuple)) else [(key, label)]


def reconcile(form, *, opened, now):
    """Compare what the form was opened with, what stands there now, and what was typed; returns the rows for components/theirs.html.

    `opened` are marks, `now` {name: value}. The form's data take over what only the other changed.
    """
    rows, data = [], form.data.copy()
    for name, value in now.items():
        if name not in form.fields or opened.get(name, mark(value)) == mark(value):
            continue
        field, mine = form.fields[name], form.cleaned_data.get(name)
        untouched = name in form.cleaned_data and mark(mine) == opened[name] and not field.widget.is_hidden
        if untouched:
            _write(data, form.add_prefix(name), field, value)
        typed = form.data.get(form.add_prefix(name), "") if name not in form.cleaned_data else words(field, mine)
        if untouched or mark(mine) != mark(value):
            rows.append({"label": field.label, "theirs": words(field, value), "mine": "" if untouched else typed, "taken": untouched})
    form.data = data
    return rows


def _write(data, name, field, value):
    """Put a value into posted data as its widget would have sent it."""
    if isinstance(value, bool):
        data.pop(name, None)
        if value:
            data[name] = "on"
        return
    sent = field.widget.format_value(field.prepare_value(value))
    if isinstance(sent, (list, tuple)):
        data.setlist(name, [str(one) for one in sent])
    else:
        data[name] = "" if sent is None else sent


class MarkField(forms.CharField):
    """The marks a form was opened with. They are no change of the row."""

    def __init__(self, **kwargs):
        super().__init__(required=False, widget=forms.HiddenInput, **kwargs)

    def has_changed(self, initial, data):
        return False


class NeverOverwrites(forms.ModelForm):
    """Base of every form that edits a row. Check it and save inside `saved`, so that two at once are told apart."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.theirs = []
        if self.instance.pk:
            self.fields["opened_with"] = MarkField()
            self.initial["opened_with"] = marks_of({**self._values(self.instance), **self._beside()})

    def _values(self, row):
        return forms.models.model_to_dict(row, fields=self._meta.fields)

    def beside(self):
        """{label: words} of what is edited on the same page and does not stand in this row, as it is kept now."""
        return {}

    def facts(self):
        """What was typed, by the row's columns."""
        return {name: self.cleaned_data[name] for name in self._meta.fields}

    def _beside(self):
        return {f"beside{number}": told for number, told in enumerate(self.beside().values())}

    def clean(self):
        values = super().clean()
        if self.instance.pk and self.cleaned_data.get("opened_with"):
            self._check_unchanged(read_marks(self.cleaned_data["opened_with"]))
        return values

    def _check_unchanged(self, opened):
        rows = type(self.instance)._base_manager.filter(pk=self.instance.pk)
        if connection.in_atomic_block:
            rows = rows.select_for_update(of=("self",))
        now, beside = self._values(rows.get()), self._beside()
        self.theirs = reconcile(self, opened=opened, now=now)
        for (label, told), name in zip(self.beside().items(), beside, strict=True):
            if opened.get(name, mark(told)) != mark(told):
                self.theirs.append({"label": label, "theirs": told, "mine": _("见下方所填"), "taken": False})
        if self.theirs:
            self.data[self.add_prefix("opened_with")] = marks_of({**now, **beside})
            self.add_error(None, CHANGED_MEANWHILE)


def saved(form, save, *beside):
    """Check the form, and those beside it, and save in one transaction, the row locked. What `save` raises undoes everything.

    Returns what `save` returned (True where that is nothing), or False: a form is wrong.
    """
    with transaction.atomic():
        valid = [one.is_valid() for one in (form, *beside)]
        return all(valid) and (save() or True)
