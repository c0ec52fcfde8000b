"""Who is named for the seats of a scheme, and what a reviewer gives the units of one item."""

from django import forms
from django.utils.translation import gettext_lazy as _

from supervision.assessment.enums import ItemKind, Slot
from supervision.scoring.services import reviewers_offered


class ReviewersForm(forms.Form):
    """Three selects for every manual item; a seat whose reviewer has begun to score is not asked for any more."""

    def __init__(self, *args, scheme, **kwargs):
        super().__init__(*args, **kwargs)
        self.items = list(scheme.items.of_kind(ItemKind.MANUAL).prefetch_related("reviewers__user", "scores"))
        offered = reviewers_offered()
        for item in self.items:
            named = {one.slot: one.user_id for one in item.reviewers.all()}
            begun = {one.slot for one in item.scores.all()}
            for slot in Slot:
                field = forms.ModelChoiceField(
                    offered, label=f"{item.label} · {slot.label}", empty_label=_("请选择"), initial=named.get(slot),
                    required=slot not in begun, disabled=slot in begun,
                )  # fmt: skip
                field.label_from_instance = lambda user: user.name
                self.fields[f"{item.pk}-{slot.value}"] = field

    def clean(self):
        values = super().clean()
        for item in self.items:
            seats = [f"{item.pk}-{slot.value}" for slot in Slot]
            people = [values[name] for name in seats if values.get(name)]
            if len({person.pk for person in people}) < len(people):
                self.add_error(seats[-1], _("三名评审人应当各不相同。"))
        return values

    @property
    def chosen(self):
        """{item: {slot: user}}"""
        return {item.pk: {slot: self.cleaned_data[f"{item.pk}-{slot.value}"] for slot in Slot} for item in self.items}


class ScoreForm(forms.Form):
    """One unit's points; a row left empty is no score."""

    points = forms.DecimalField(label=_("评分"), min_value=0, decimal_places=2, max_digits=5, required=False)
    remark = forms.CharField(label=_("理由"), max_length=200, required=False)

    def __init__(self, *args, row, most, **kwargs):
        super().__init__(*args, prefix=str(row["result"].pk), initial={"points": row["points"], "remark": row["remark"]}, **kwargs)
        self.row, self.most = row, most
        self.fields["points"].widget.attrs["max"] = str(most)

    def clean_points(self):
        points = self.cleaned_data["points"]
        if points is not None and points > self.most:
            raise forms.ValidationError(_("不能超过%(most)s分。") % {"most": self.most})
        return points

    def clean(self):
        values = super().clean()
        if values.get("remark") and values.get("points") is None and not self.errors:
            self.add_error("points", _("请填写评分。"))
        return values


class ScoreSheet:
    """A row for every unit before a reviewer; what does not stand open is shown, not asked."""

    def __init__(self, rows, *, most, data=None):
        self.rows = rows
        self.forms = [ScoreForm(data, row=row, most=most) for row in rows if row["is_open"]]
        for form in self.forms:
            form.row["form"] = form

    def is_valid(self):
        return not [form for form in self.forms if not form.is_valid()]

    @property
    def given(self):
        """{result: (points, remark)} of the rows that were filled in."""
        filled = [form for form in self.forms if form.cleaned_data.get("points") is not None]
        return {form.row["result"].pk: (form.cleaned_data["points"], form.cleaned_data["remark"]) for form in filled}
