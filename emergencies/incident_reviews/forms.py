"""The forms of a review's steps; that of the review itself takes up to five measures, each with owner and date."""

from django import forms
from django.utils.translation import gettext_lazy as _

from governance.web.days import DayField, days_from_today
from governance.web.formats import cn_date
from governance.web.steps import StepForm

MEASURES, YEAR = range(1, 6), 365
PARTS = (("text", _("改进措施%(n)s"), 200), ("owner", _("责任单位和责任人%(n)s"), 60), ("until", _("完成期限%(n)s"), None))
NOTE_LABELS = {
    "submit": _("补充说明"),
    "waive": _("不需评估的理由"),
    "send_back": _("需要修改的内容"),
    "approve": _("审定意见"),
    "finish_measure": _("落实情况"),
    "remind": _("催办要求"),
}


class MeasureField(forms.ModelChoiceField):
    """A measure by what is to be done, by whom and until when."""

    def label_from_instance(self, measure):
        return f"{measure.text}（{measure.owner}，{cn_date(measure.until)}）"


def _text(name, label, hint=""):
    widget = forms.Textarea(attrs={"rows": 4})
    return lambda case, user: forms.CharField(
        label=label, min_length=2, max_length=3000, widget=widget, help_text=hint, initial=getattr(case, name)
    )


def _measure(case, user):
    rows = case.measures.still_open().order_by("until", "pk")
    return MeasureField(rows, label=_("完成的措施"), empty_label=_("请选择"), initial=rows.first())


BUILDERS = {
    "strengths": _text("strengths", _("处置得当之处")),
    "shortfalls": _text("shortfalls", _("问题和原因"), _("对事不对人，不写个人姓名。")),
    "lessons": _text("lessons", _("经验教训和建议")),
    "measure": _measure,
}


class ReviewStepForm(StepForm):
    def __init__(self, *args, step, **kwargs):
        super().__init__(*args, step=step, builders=BUILDERS, note_label=NOTE_LABELS[step.name], **kwargs)
        if step.name == "submit":
            self._ask_measures()

    def _ask_measures(self):
        kept = [*self.case.measures.order_by("until", "pk")[: len(MEASURES)]]
        for number in MEASURES:
            for part, label, longest in PARTS:
                old = getattr(kept[number - 1], part) if number <= len(kept) else None
                words = {"label": label % {"n": number}, "required": False, "initial": old}
                day = DayField(since=days_from_today(0), until=days_from_today(2 * YEAR), **words) if longest is None else None
                self.fields[f"{part}_{number}"] = day or forms.CharField(max_length=longest, **words)
        self.fields["text_1"].help_text = _("没有需要改进的可以不填；填了的逐项跟踪，直到完成。")
        self.order_fields(["version", *self.step.fields, *(f"{part}_{n}" for n in MEASURES for part, *_rest in PARTS), "note"])

    def given(self):
        found = super().given()
        if self.step.name != "submit":
            return found
        rows = [{part: self.cleaned_data[f"{part}_{number}"] for part, *_rest in PARTS} for number in MEASURES]
        return {**found, "measures": [row for row in rows if row["text"]]}

    def clean(self):
        """A measure is whole or not there: what, who, until when."""
        values = super().clean()
        for number in MEASURES if self.step.name == "submit" else ():
            row = {part: values.get(f"{part}_{number}") for part, *_rest in PARTS}
            for part, value in row.items() if any(row.values()) else ():
                if not value and f"{part}_{number}" not in self.errors:
                    self.add_error(f"{part}_{number}", _("措施、责任单位和完成期限须一并填写。"))
        return values
