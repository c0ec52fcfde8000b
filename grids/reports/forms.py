"""What is typed about grid reports: the worker's page, the forms of the steps, and opening the contact."""

from django import forms
from django.db.models import Q
from django.utils.translation import gettext as words
from django.utils.translation import gettext_lazy as _

from governance.files.forms import AttachmentsField, HeldField
from governance.people.enums import OfficeKind, OfficeType
from governance.people.models import Office
from governance.places.rules import ancestors
from governance.privacy.phones import is_phone
from governance.web.casework.bulk import NoteForm
from governance.web.steps import GroupedChoiceField, StepForm
from grids.reports.enums import Asked, Next, State
from grids.reports.models import ReportKind
from grids.reports.rules import field_name
from grids.reports.services import bureau_for

NOTE_LABELS = {
    "solve": _("处置情况"),
    "pass_to_village": _("转办说明"),
    "answer": _("答复内容"),
    "progress": _("办理进展"),
    "remind": _("催办要求"),
    "pass_to_township": _("转办理由"),
    "pass_to_department": _("转办理由"),
    "dispatch": _("交办要求"),
    "return_to_worker": _("退回理由"),
    "return_to_village": _("退回理由"),
    "return_to_township": _("退回理由"),
    "ask_extension": _("延期理由"),
    "grant_extension": _("审批意见"),
    "refuse_extension": _("不同意的理由"),
    "send_back_to_village": _("重办要求"),
    "send_back_to_township": _("重办要求"),
    "send_back_to_department": _("重办要求"),
    "hand_to_dispute": _("纠纷情况"),
    "hand_to_complaint": _("反映内容"),
    "hand_to_hazard": _("隐患情况"),
    "hand_to_incident": _("事件情况"),
    "withdraw": _("撤回理由"),
}
NOTE_HELP = {
    "send_back_to_village": _("只能退回一次。"),
    "send_back_to_township": _("只能退回一次。"),
    "send_back_to_department": _("只能退回一次。"),
    "hand_to_dispute": _("移交后本事件结束，请把来龙去脉写清楚。"),
    "hand_to_complaint": _("移交后本事件结束，请把来龙去脉写清楚。"),
    "hand_to_incident": _("正在发生的险情，请先拨打119、110、120。移交后本事件结束，由牵头部门立即核实处置。"),
    "hand_to_hazard": _("移交后本事件结束，请写清隐患的部位、程度和已采取的措施。"),
}


def departments(report):
    """The bureaus of the report's county and city."""
    return (
        Office.objects.in_use()
        .filter(kind=OfficeKind.DEPARTMENTAL, type=OfficeType.BUREAU, place__path__in=ancestors(report.place_path))
        .select_related("place")
        .order_by("-place__path", "code")
    )


def _office(case, user):
    suggested = bureau_for(case)
    return GroupedChoiceField(
        departments(case), group_of=lambda row: row.place.short_name, label_of=lambda row: row.short_name, label=_("承办部门"),
        initial=suggested and suggested.pk, help_text=_("已按事件类型的主管行业选好，可以改选。") if suggested else "",
    )  # fmt: skip


def _amount(case, user):
    return forms.IntegerField(label=_("申请延长（工作日）"), min_value=1, max_value=60)


def _photos(case, user):
    demanded = case.kind.needs_proof and case.state == State.REPORTED
    hint = _("这一类现场解决的，须有处置后的照片。") if demanded else _("可不传；能看出处置结果的更好。")
    return AttachmentsField(label=_("处置后的照片"), required=demanded, help_text=hint)


BUILDERS = {"office": _office, "amount": _amount, "photos": _photos}


class ReportStepForm(StepForm):
    """The form of any step of a report."""

    def __init__(self, *args, step, **kwargs):
        words = {"note_label": NOTE_LABELS.get(step.name, _("说明")), "note_help": NOTE_HELP.get(step.name, "")}
        super().__init__(*args, step=step, builders=BUILDERS, **words, **kwargs)


class ReasonForm(NoteForm):
    """One reason for all of them; it is asked for at every station."""

    note = forms.CharField(
        label=_("转办理由"), max_length=500, widget=forms.Textarea(attrs={"rows": 3}), error_messages={"required": _("请填写转办理由。")}
    )


def in_order(grids, mine):
    """The worker's own grids first."""
    return grids.annotate(is_own=Q(pk__in=mine)).order_by("-is_own", "place_path")


YES_NO = (("yes", _("是")), ("no", _("否")))
LONGEST_ANSWER, LARGEST_NUMBER = 100, 999_999


def asked_field(question):
    """The form's field of one question of a kind. Nothing is demanded of who reports another kind."""
    facts = {"label": question["label"], "help_text": question["hint"], "required": False}
    options = [("", _("请选择")), *((option, option) for option in question["options"])]
    field = {
        Asked.TEXT: lambda: forms.CharField(max_length=LONGEST_ANSWER, **facts),
        Asked.NUMBER: lambda: forms.IntegerField(min_value=0, max_value=LARGEST_NUMBER, **facts),
        Asked.YES_NO: lambda: forms.ChoiceField(choices=[options[0], *YES_NO], **facts),
        Asked.DAY: lambda: forms.DateField(widget=forms.DateInput(attrs={"type": "date"}), **facts),
        Asked.CHOICE: lambda: forms.ChoiceField(choices=options, **facts),
        Asked.CHOICES: lambda: forms.MultipleChoiceField(choices=options[1:], widget=forms.CheckboxSelectMultiple, **facts),
    }[question["asked"]]()
    field.depends = question["required"]
    if question["required"]:
        field.widget.attrs["data-needed"] = True  # said on the phone before the server is reached
    return field


def in_one_word(question, value):
    """An answer as people read it; "" where there is none."""
    if value in (None, "", []):
        return ""
    if question["asked"] == Asked.YES_NO:
        return str(dict(YES_NO)[value])
    return "、".join(value) if isinstance(value, list) else str(value)


class FoundForm(forms.Form):
    """What a worker found, on the phone: a kind, and a word or a photograph. `submission` marks the form, so that it is one report.

    The few questions of every kind stand on the page together (`questions`); only those of the chosen kind count.
    """

    kind = forms.ModelChoiceField(
        ReportKind.objects.in_use(), label=_("什么事"), to_field_name="code", empty_label=None, widget=forms.RadioSelect,
        error_messages={"required": _("请点选什么事。"), "invalid_choice": _("请点选什么事。")},
    )  # fmt: skip
    description = forms.CharField(
        label=_("情况"), max_length=1000, required=False, widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("写一句，可以用输入法的语音说；也可以只拍照。"),
    )  # fmt: skip
    files = AttachmentsField(label=_("拍照"), required=False, capture="environment")
    held = HeldField()
    after = AttachmentsField(label=_("处置后拍照"), required=False, capture="environment")
    held_after = HeldField()
    landmark = forms.CharField(label=_("详细位置"), max_length=120, required=False)
    latitude = forms.FloatField(required=False, widget=forms.HiddenInput, min_value=-90, max_value=90)
    longitude = forms.FloatField(required=False, widget=forms.HiddenInput, min_value=-180, max_value=180)
    name = forms.CharField(label=_("联系人"), max_length=40, required=False, widget=forms.TextInput(attrs={"autocomplete": "off"}))
    phone = forms.CharField(label=_("联系电话"), max_length=20, required=False, widget=forms.TelInput(attrs={"autocomplete": "off"}))
    solution = forms.CharField(
        label=_("怎样解决的"), max_length=1000, required=False, widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("已现场解决的填写；不填则以上面写的情况为准。"),
    )  # fmt: skip
    then = forms.ChoiceField(
        label=_("怎么办理"), required=False, initial=Next.PASS_ON, widget=forms.RadioSelect,
        choices=[(step.value, step.label) for step in (Next.PASS_ON, Next.KEEP, Next.SOLVE)],
    )  # fmt: skip
    submission = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(self, *args, grids, own, kinds, at, **kwargs):
        super().__init__(*args, **kwargs)
        self.kinds, self.fields["kind"].queryset = [*kinds], kinds
        self.fields["held"].at = self.fields["held_after"].at = at
        mine = {grid.pk for grid in own}
        self.fields["grid"] = GroupedChoiceField(
            in_order(grids, mine), group_of=lambda grid: _("我的网格") if grid.pk in mine else _("其他网格"),
            label_of=lambda grid: grid.name, label=_("网格"), initial=own[0].pk if own else None,
        )  # fmt: skip

        for kind in self.kinds:
            self.fields |= {field_name(kind.code, one["code"]): asked_field(one) for one in kind.questions}

    @property
    def questions(self):
        """(kind, its fields) pairs, of the kinds that ask anything."""
        return [(kind, [self[field_name(kind.code, one["code"])] for one in kind.questions]) for kind in self.kinds if kind.questions]

    def clean_phone(self):
        phone = self.cleaned_data["phone"]
        if phone and not is_phone(phone):
            raise forms.ValidationError(_("电话号码不正确，请填写手机号或带区号的固定电话。"))
        return phone

    def clean(self):
        values = super().clean()
        values["then"] = values.get("then") or Next.KEEP
        if not values.get("description", "").strip() and not values.get("held") and "description" not in self.errors:
            self.add_error("description", _("请写一句情况，或拍一张照片。"))
        values["solution"] = values.get("solution") or values.get("description", "")
        if values.get("kind"):
            self._check_kind(values, values["kind"])
        if values["then"] == Next.SOLVE and not values["solution"].strip() and "description" not in self.errors:
            self.add_error("solution", _("请写明怎样解决的。"))
        return values

    def _check_kind(self, values, kind):
        """What this kind asks for besides."""
        for one in kind.questions:
            name = field_name(kind.code, one["code"])
            if one["required"] and name in values and not in_one_word(one, values[name]):
                self.add_error(name, words("请填写“%(question)s”。") % {"question": one["label"]})
        if values["then"] == Next.SOLVE and kind.needs_proof and not values.get("held_after") and "held_after" not in self.errors:
            self.add_error("after", words("“%(kind)s”现场解决的，请上传处置后的照片。") % {"kind": kind.label})

    def facts(self):
        """What the service is told."""
        values = {name: value for name, value in self.cleaned_data.items() if name in self.base_fields or name == "grid"}
        for name in ("files", "after"):
            del values[name]
        if values["latitude"] is None or values["longitude"] is None:
            values["latitude"] = values["longitude"] = None
        return {**values, "answers": self.answers(values["kind"])}

    def answers(self, kind):
        """[question, answer] pairs of the chosen kind, as they are called today."""
        told = [(one, self.cleaned_data[field_name(kind.code, one["code"])]) for one in kind.questions]
        return [[one["label"], word] for one, value in told if (word := in_one_word(one, value))]
