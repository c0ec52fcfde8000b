"""What people type at the steps of a drill."""

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from emergencies.drills.models import Drill
from emergencies.drills.rules import is_credible
from governance.files.forms import AttachmentsField, HeldField
from governance.files.rules import IMAGES, MOST_FILES
from governance.files.services import hold, too_many
from governance.web.days import DayField, days_from_today
from governance.web.steps import StepForm, choice_field

MEASURES = range(1, 4)
YEAR = 365  # days
MOMENT = "%Y-%m-%dT%H:%M"
NOTE_LABELS = {"cancel_plan": _("取消原因"), "remind": _("催办要求")}
PARTS = (
    ("text", _("改进措施%(n)s"), 200),
    ("owner", _("责任人%(n)s"), 40),
    ("until", _("完成期限%(n)s"), None),
)


def _planned_on(case, user):
    hint = _("已经组织的演练，请先填今天，再记录演练时间。")
    return DayField(label=_("计划日期"), since=days_from_today(0), until=days_from_today(2 * YEAR), help_text=hint)


def _type(case, user):
    return choice_field(Drill, "type")


def _scenario(case, user):
    return forms.CharField(label=_("演练科目"), max_length=100, min_length=2, help_text=_("如：营业高峰时段火灾疏散"))


def _organiser(case, user):
    return forms.CharField(label=_("组织者"), max_length=40, initial=case.venue.manager, help_text=_("组织演练的部门或负责人"))


def _held_at(case, user):
    return forms.DateTimeField(
        label=_("演练时间"), input_formats=[MOMENT, "%Y-%m-%d %H:%M"],
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format=MOMENT),
        help_text=_("实际演练的日期和时间。是否按期，以演练时间为准。"),
    )  # fmt: skip


def _participants(case, user):
    words = {"min_value": _("请填写大于0的整数。"), "max_value": _("请核对，数字过大。"), "invalid": _("请填写整数。")}
    return forms.IntegerField(
        label=_("参加人数"), min_value=1, max_value=100_000, error_messages=words,
        widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
    )  # fmt: skip


def _course(case, user):
    return forms.CharField(label=_("演练经过"), min_length=5, max_length=2000, widget=forms.Textarea(attrs={"rows": 5}))


def _photographs(case, user):
    return AttachmentsField(label=_("现场照片"), allowed=IMAGES, required=False, help_text=_("最多6张，不拍人员证件。"))


def _findings(case, user):
    return forms.CharField(
        label=_("评估意见"), min_length=5, max_length=2000, widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("做得好的地方和发现的问题。"),
    )  # fmt: skip


def _reported_to(case, user):
    return forms.CharField(label=_("报送单位"), max_length=60, initial=case.venue.office.name if case.venue.office_id else "")


def _reported_on(case, user):
    return forms.DateField(label=_("报送日期"), initial=timezone.localdate, widget=forms.DateInput(attrs={"type": "date"}))


BUILDERS = {
    "planned_on": _planned_on,
    "type": _type,
    "scenario": _scenario,
    "organiser": _organiser,
    "held_at": _held_at,
    "participants": _participants,
    "course": _course,
    "photographs": _photographs,
    "findings": _findings,
    "reported_to": _reported_to,
    "reported_on": _reported_on,
}


class DrillStepForm(StepForm):
    """The form of any step of a drill; that of the evaluation takes up to three measures, each with owner and date."""

    def __init__(self, *args, step, **kwargs):
        super().__init__(*args, step=step, builders=BUILDERS, note_label=NOTE_LABELS.get(step.name, _("说明")), **kwargs)
        if step.name == "evaluate":
            self._ask_measures()
        if step.name == "hold":
            self.fields["held"] = HeldField(at=timezone.now())

    def _ask_measures(self):
        for number in MEASURES:
            for part, label, longest in PARTS:
                words = {"label": label % {"n": number}, "required": False}
                if longest:
                    self.fields[f"{part}_{number}"] = forms.CharField(max_length=longest, **words)
                else:
                    self.fields[f"{part}_{number}"] = DayField(since=days_from_today(0), until=days_from_today(3 * YEAR), **words)
        self.order_fields(["version", "findings", *(f"{part}_{n}" for n in MEASURES for part, _label, _longest in PARTS), "note"])

    def given(self):
        found = super().given()
        if self.step.name == "evaluate":
            return {**found, "measures": self._measures()}
        return {**found, "photographs": [*self._held(), *found["photographs"]]} if self.step.name == "hold" else found

    def keep_photographs(self, *, at):
        """The form was refused: hold what was chosen for the next try; returns all that is held."""
        if not self.is_bound or self.step.name != "hold":
            return []
        return [*self._held(), *(hold(photograph, at=at) for photograph in self.cleaned_data.get("photographs") or ())]

    def _held(self):
        """Photographs of an earlier try that are still wanted."""
        dropped = self.data.getlist("drop") if hasattr(self.data, "getlist") else ()
        return [upload for upload in self.cleaned_data.get("held") or () if upload.token not in dropped]

    def _measures(self):
        rows = [{part: self.cleaned_data[f"{part}_{number}"] for part, *_rest in PARTS} for number in MEASURES]
        return [row for row in rows if row["text"]]

    def clean(self):
        values = super().clean()
        check = {"hold": self._check_record, "evaluate": self._check_measures, "report": self._check_report}
        if self.step.name in check:
            check[self.step.name](values)
        return values

    def _check_record(self, values):
        held = values.get("held_at")
        if len(self._held()) + len(values.get("photographs") or ()) > MOST_FILES:
            self.add_error("photographs", too_many())
        if held and not is_credible(held, since=self.case.opened_at, at=timezone.now()):
            self.add_error("held_at", _("演练时间须在本次演练义务产生之后，且不晚于现在。"))

    def _check_measures(self, values):
        """A measure is whole or not there: what, who, until when."""
        for number in MEASURES:
            row = {part: values.get(f"{part}_{number}") for part, *_rest in PARTS}
            if any(row.values()):
                for part, value in row.items():
                    if not value and f"{part}_{number}" not in self.errors:
                        self.add_error(f"{part}_{number}", _("措施、责任人和完成期限须一并填写。"))

    def _check_report(self, values):
        held = timezone.localdate(self.case.held_at)
        if (day := values.get("reported_on")) and not held <= day <= timezone.localdate():
            self.add_error("reported_on", _("报送日期须在演练之后，且不晚于今天。"))
