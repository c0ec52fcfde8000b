"""What is typed in the diary: an entry, the forms of the steps, and opening the contact."""

from django import forms
from django.utils.translation import gettext_lazy as _

from governance.files.forms import AttachmentsField, HeldField
from governance.privacy.phones import is_phone
from governance.web.days import DayField, days_from_today
from governance.web.steps import GroupedChoiceField, StepForm, choice_field
from grids.diary.enums import Kind
from grids.diary.models import Entry
from grids.reports.models import ReportKind

EARLIEST = -31  # days: what happened longer ago is no diary any more
ABOUT_MATTERS = _("写事不写人：写什么事、在哪里、怎么办的；不写姓名、证件号，不评价个人。")
NOTE_LABELS = {
    "become_report": _("转办说明"),
    "revise": _("修改说明"),
    "add": _("说明"),
    "read": _("批注"),
    "comment": _("批注"),
}
NOTE_HELP = {"read": _("可不填；填写的，网格员会收到提醒。"), "comment": _("网格员会收到提醒。")}


def text_area(label, *, rows=6, most=4000, **words):
    return forms.CharField(label=label, max_length=most, widget=forms.Textarea(attrs={"rows": rows, "maxlength": most}), **words)


def day_field(label, **words):
    return DayField(label=label, since=days_from_today(EARLIEST), until=days_from_today(0), **words)


def _report_kind(case, user):
    return forms.ModelChoiceField(
        ReportKind.objects.in_use(),
        label=_("上报为"),
        empty_label=_("请选择"),
        help_text=_("转办后按网格事件的时限办理，结果会回到您这里。"),
    )


def _matter(case, user):
    return text_area(_("上报内容"), rows=4, most=1000, initial=case.text[:1000], help_text=_("只有这里写的会离开日记，请只写要办的事。"))


def _kind(case, user):
    field = choice_field(Entry, "kind")
    field.initial = case.kind
    return field


BUILDERS = {
    "report_kind": _report_kind,
    "matter": _matter,
    "kind": _kind,
    "happened_on": lambda case, user: day_field(_("日期"), initial=case.happened_on),
    "text": lambda case, user: text_area(_("内容"), initial=case.text, help_text=_("修改前的内容会保留。")),
    "addition": lambda case, user: text_area(_("补充内容"), rows=4, most=2000, required=False),
    "files": lambda case, user: AttachmentsField(label=_("照片、文件"), required=False),
}
WITHOUT_NOTE = ("become_report", "revise", "add")


class EntryStepForm(StepForm):
    """The form of any step of an entry. What the writer says stands in the entry, never in a note of the timeline."""

    def __init__(self, *args, step, **kwargs):
        words = {"note_label": NOTE_LABELS.get(step.name, _("说明")), "note_help": NOTE_HELP.get(step.name, "")}
        super().__init__(*args, step=step, builders=BUILDERS, **words, **kwargs)
        if step.name in WITHOUT_NOTE:
            self.fields["note"].widget, self.fields["note"].disabled = forms.HiddenInput(), True

    def clean(self):
        values = super().clean()
        if self.step.name == "add" and not values.get("addition", "").strip() and not values.get("files") and not self.errors:
            self.add_error("addition", _("请写一句补充，或选择照片、文件。"))
        return values


class EntryForm(forms.Form):
    """An entry, written on the way. `submission` marks the form, so that it is one entry."""

    kind = forms.ChoiceField(
        label=_("类别"), choices=Kind.choices, widget=forms.RadioSelect,
        error_messages={"required": _("请点选类别。"), "invalid_choice": _("请点选类别。")},
    )  # fmt: skip
    text = text_area(_("内容"), help_text=ABOUT_MATTERS, error_messages={"required": _("请写下内容。")})
    happened_on = DayField(label=_("日期"))
    files = AttachmentsField(label=_("照片、文件"), required=False)
    held = HeldField()
    name = forms.CharField(label=_("联系人"), max_length=40, required=False, widget=forms.TextInput(attrs={"autocomplete": "off"}))
    phone = forms.CharField(label=_("联系电话"), max_length=20, required=False, widget=forms.TelInput(attrs={"autocomplete": "off"}))
    submission = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(self, *args, grids, own, at, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["held"].at = at
        day, today = self.fields["happened_on"], days_from_today(0)
        day.since, day.until, day.initial = days_from_today(EARLIEST), today, today
        mine = {grid.pk for grid in own}
        self.fields["grid"] = GroupedChoiceField(
            grids.order_by("place_path"), group_of=lambda grid: _("我的网格") if grid.pk in mine else _("其他网格"),
            label_of=lambda grid: grid.name, label=_("网格"), initial=own[0].pk if own else None,
        )  # fmt: skip

    def clean_phone(self):
        phone = self.cleaned_data["phone"]
        if phone and not is_phone(phone):
            raise forms.ValidationError(_("电话号码不正确，请填写手机号或带区号的固定电话。"))
        return phone

    def facts(self):
        """What the service is told."""
        return {name: value for name, value in self.cleaned_data.items() if name != "files"}
