"""What the city types about a kind of grid report, and about the few things it asks besides."""

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from governance import registry
from governance.people.enums import OfficeType
from governance.people.models import Office
from governance.places.enums import Level
from governance.web.stale import NeverOverwrites
from grids.admission.models import Duty
from grids.kinds.rules import MOST_QUESTIONS, asks_of_a_person, question_words, with_codes
from grids.reports.enums import LISTS, Asked
from grids.reports.models import ReportKind
from grids.reports.rules import COMPLAINTS, HAZARDS, MEDIATION, options_of

TARGETS = (("", _("不移交")), (MEDIATION, _("矛盾纠纷调解")), (COMPLAINTS, _("12345接诉即办")), (HAZARDS, _("安全隐患排查治理")))
NONE = [("", _("不指定"))]
NOT_OF_A_PERSON = _("只问事情，不问个人：姓名、证件、电话、民族、信仰等不得作为填报项。")


def trades():
    """The trades of the city's bureaus."""
    bureaus = Office.objects.in_use().filter(type=OfficeType.BUREAU, place__level=Level.CITY).order_by("code")
    return [*NONE, *bureaus.values_list("trade", "short_name")]


def dispute_kinds():
    """The kinds of dispute the procedure that mediates knows, where there is one."""
    model = registry.case_models().get(MEDIATION)
    return [*NONE, *(model._meta.get_field("kind").choices if model else ())]


def complaint_categories():
    """The categories of the procedure that takes complaints over, where there is one."""
    model = registry.case_models().get(COMPLAINTS)
    leaves = model._meta.get_field("category").related_model.objects.leaves().order_by("code") if model else ()
    return [("", _("按内容归类")), *((leaf.code, leaf.full_name) for leaf in leaves)]


def with_own(choices, value):
    """The choices, and what is kept now though it is offered no longer: saving loses nothing."""
    return choices if value in {key for key, _label in choices} else [*choices, (value, value)]


class LinesField(forms.CharField):
    """A list of texts, one a line."""

    def __init__(self, **kwargs):
        super().__init__(required=False, max_length=3000, widget=forms.Textarea(attrs={"rows": 5}), **kwargs)

    def prepare_value(self, value):
        return "\n".join(value) if isinstance(value, list) else value

    def clean(self, value):
        return options_of(super().clean(value))

    def has_changed(self, initial, data):
        return options_of(data or "") != (initial or [])


class KindForm(NeverOverwrites):
    """A kind as the worker finds it, who answers for it, and what it becomes elsewhere."""

    trade = forms.ChoiceField(label=_("主管部门"), required=False, help_text=_("转部门时先选它。"))
    hands_to = forms.ChoiceField(label=_("通常移交"), choices=TARGETS, required=False)
    complaint_category = forms.ChoiceField(label=_("移交接诉即办的分类"), required=False)
    dispute_kind = forms.ChoiceField(label=_("移交调解的纠纷类型"), required=False, help_text=_("不指定的，不能转调解。"))

    replies = LinesField(label=_("答复范本"), help_text=_("每行一条，各级答复时可以取用；要经办人补充的，写成“（填写：……）”。"))

    class Meta:
        model = ReportKind
        fields = ("label", "hint", "duty", "trade", "hands_to", "complaint_category", "dispute_kind", "needs_proof", "replies", "order")
        help_texts = {
            "hint": _("一句话说明包括什么，网格员在手机上看到。"),
            "duty": _("只有在网格职责事项清单上的才能启用（条例第四十九条）。"),
            "order": _("数字小的在前；网格员最近用过的总在最前。"),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name, choices in (("trade", trades), ("complaint_category", complaint_categories), ("dispute_kind", dispute_kinds)):
            self.fields[name].choices = with_own(choices(), getattr(self.instance, name))
        self.day = timezone.localdate()
        listed = Duty.objects.in_force(self.day) | Duty.objects.filter(pk=self.instance.duty_id)
        self.fields["duty"] = forms.ModelChoiceField(
            listed.order_by("order", "code"), label=_("所属职责事项"), empty_label=_("请选择"), help_text=self.Meta.help_texts["duty"],
        )  # fmt: skip
        self.order_fields(self.Meta.fields)

    def beside(self):
        return {str(_("另问几项")): question_words(self.instance.questions)}

    def clean(self):
        values = super().clean()
        duty = values.get("duty")
        if self.instance.active and self.instance.pk and duty and not duty.is_in_force(self.day):
            self.add_error("duty", _("该事项已不在清单上，请改选，或者先停用这个类型。"))
        return values


class QuestionForm(forms.Form):
    """One thing the kind asks besides; left empty, it is none."""

    code = forms.CharField(required=False, max_length=4, widget=forms.HiddenInput)
    label = forms.CharField(label=_("问题"), max_length=40, required=False)
    asked = forms.ChoiceField(label=_("怎样回答"), choices=Asked.choices, required=False)
    options = forms.CharField(
        label=_("选项"), max_length=400, required=False, widget=forms.Textarea(attrs={"rows": 3}), help_text=_("单选、多选填写，每行一项。")
    )
    hint = forms.CharField(label=_("提示"), max_length=60, required=False)
    required = forms.BooleanField(label=_("必填"), required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["options"].depends = True

    def clean(self):
        values = super().clean()
        text = " ".join((values.get("label", ""), values.get("options", ""), values.get("hint", "")))
        if asks_of_a_person(text):
            self.add_error("label", NOT_OF_A_PERSON)
        values["options"] = options_of(values.get("options", "")) if values.get("asked") in LISTS else []
        if values.get("label") and values.get("asked") in LISTS and len(values["options"]) < 2:
            self.add_error("options", _("请至少写两个选项，每行一项。"))
        return values


class BaseQuestions(forms.BaseFormSet):
    @property
    def wanted(self):
        """The questions that were written, each under its code."""
        rows = [form.cleaned_data for form in self.forms if form.cleaned_data.get("label", "").strip()]
        return with_codes([{**row, "asked": row["asked"] or Asked.TEXT.value} for row in rows])


Questions = forms.formset_factory(
    QuestionForm, formset=BaseQuestions, extra=MOST_QUESTIONS, max_num=MOST_QUESTIONS, absolute_max=MOST_QUESTIONS
)


def questions_form(data, kind):
    """The questions of a kind, with empty rows to add some."""
    rows = [{**one, "options": "\n".join(one["options"])} for one in kind.questions]
    return Questions(data, prefix="ask", initial=rows)
