"""What is typed about a review: its questions, and the forms of the steps."""

from django import forms
from django.core.validators import MaxLengthValidator
from django.utils.translation import gettext_lazy as _

from governance.files.forms import AttachmentsField
from governance.web.days import DayField, days_from_today
from governance.web.offices import OfficeField
from governance.web.steps import StepForm, choice_field
from supervision.oversight.enums import Ground
from supervision.oversight.forms import PRIVATE_TEXT, public_field
from supervision.oversight.rules import names_a_person
from supervision.reviews.enums import Kind
from supervision.reviews.models import Review
from supervision.reviews.services import units_of

MOST_QUESTIONS, SHOWN_ROWS = 12, 4
YEAR = 365  # days
NOTE_LABELS = {
    "answer": _("答复内容"),
    "return": _("退回理由和要求"),
    "assess": _("评议意见"),
    "follow": _("跟踪要求"),
    "report": _("落实情况"),
    "settle": _("核实意见"),
    "refer": _("转督导的理由"),
    "close": _("办结意见"),
    "withdraw": _("撤回理由"),
}
OF_STEP = {  # which of a review's questions a step can be about
    "answer": lambda rows, office: rows.unanswered().filter(unit=office),
    "report": lambda rows, office: rows.followed().filter(unit=office, reported_at=None),
    "follow": lambda rows, office: rows.all(),
    "settle": lambda rows, office: rows.followed().filter(reported_at__isnull=False),
    "refer": lambda rows, office: rows.all(),
}


def _questions(case, user):
    field = forms.ModelMultipleChoiceField(case.questions.all(), label=_("重新答复的问题"), widget=forms.CheckboxSelectMultiple)
    field.error_messages["required"] = _("请勾选至少一个问题。")
    return field


BUILDERS = {
    "questions": _questions,
    "satisfaction": lambda case, user: choice_field(Review, "satisfaction"),
    "until": lambda case, user: DayField(label=_("跟踪日期"), since=days_from_today(1), until=days_from_today(2 * YEAR)),
    "ground": lambda case, user: forms.TypedChoiceField(label=_("情形（条例第五十八条）"), choices=Ground.choices, coerce=int),
    "files": lambda case, user: AttachmentsField(label=_("佐证材料"), required=False),
    "public_text": lambda case, user: public_field(_("公开说明")),
}


class ReviewStepForm(StepForm):
    """The form of any step of a review."""

    def __init__(self, *args, step, user, **kwargs):
        def question(case, user):
            rows = OF_STEP[step.name](case.questions, user.acting_post.office_id)
            only = rows[0] if len(rows) == 1 else None
            return forms.ModelChoiceField(rows, label=_("问题"), empty_label=_("请选择"), initial=only)

        builders = {**BUILDERS, "question": question}
        super().__init__(*args, step=step, user=user, builders=builders, note_label=NOTE_LABELS.get(step.name, _("说明")), **kwargs)
        if step.name == "follow":
            self.fields["note"].validators.append(MaxLengthValidator(500))

    def clean(self):
        values = super().clean()
        if names_a_person(values.get("public_text") or ""):
            self.add_error("public_text", PRIVATE_TEXT)
        return values


class ReviewForm(forms.Form):
    """A review, before its questions."""

    kind = forms.ChoiceField(label=_("监督方式"), choices=[("", _("请选择")), *Kind.choices])
    title = forms.CharField(label=_("议题"), max_length=60)
    session = forms.CharField(label=_("会议"), max_length=80, help_text=_("如：区第十八届人大常委会第三十二次会议。"))
    held_on = DayField(label=_("会议日期"))
    text = forms.CharField(label=_("审议意见和要求"), max_length=3000, widget=forms.Textarea(attrs={"rows": 6, "maxlength": 3000}))

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["held_on"].since, self.fields["held_on"].until = days_from_today(-YEAR), days_from_today(0)


class QuestionForm(forms.Form):
    """One question and the unit that answers it; a row left empty is none."""

    text = forms.CharField(label=_("问题"), max_length=500, required=False, widget=forms.Textarea(attrs={"rows": 2, "maxlength": 500}))
    unit = OfficeField(label=_("答复单位"), required=False)

    def __init__(self, *args, **kwargs):
        offered = kwargs.pop("offered", ())
        super().__init__(*args, **kwargs)
        self.fields["unit"].offer(offered)
        for field in self.fields.values():
            field.depends = True  # a row is filled in whole, or not at all

    def clean(self):
        values = super().clean()
        text, unit = (values.get("text") or "").strip(), values.get("unit")
        if text and not unit and "unit" not in self.errors:
            self.add_error("unit", _("请填写由哪个单位答复。"))
        if unit and not text:
            self.add_error("text", _("请填写问题。"))
        return values


class QuestionRows(forms.BaseFormSet):
    """At least one question, each to a unit of the committee's own area."""

    def __init__(self, *args, congress, **kwargs):
        offered = units_of(congress.place.path)
        super().__init__(*args, form_kwargs={"offered": offered}, **kwargs)
        self.congress = congress

    def clean(self):
        if any(self.errors):
            return
        if not self.pairs:
            raise forms.ValidationError(_("请至少填写一个问题。"))
        path = self.congress.place.path
        for _words, unit in self.pairs:
            if not unit.place.path.startswith(path) or unit.pk == self.congress.pk:
                raise forms.ValidationError(_("%(unit)s不在监督范围内。") % {"unit": unit.name})

    @property
    def pairs(self):
        """(text, unit) of the rows that were filled in."""
        return [(row["text"].strip(), row["unit"]) for row in self.cleaned_data if row.get("text", "").strip()]


QuestionFormSet = forms.formset_factory(QuestionForm, formset=QuestionRows, extra=SHOWN_ROWS, max_num=MOST_QUESTIONS)
