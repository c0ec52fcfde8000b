"""What people type at the steps of a drill."""

from datetime import datetime, time, timedelta

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from emergencies.drills.enums import Verdict
from emergencies.drills.models import Drill
from emergencies.drills.rules import is_credible
from governance.files.forms import AttachmentsField
from governance.files.rules import IMAGES
from governance.people.models import Office
from governance.web.days import DayField, days_from_today
from governance.web.formats import cn_date, cn_due
from governance.web.holding import PhotographedStep
from governance.web.steps import StepForm, choice_field

MEASURES = range(1, 6)
TEN_YEARS = 3650  # days
YEAR = 365  # days
MOMENT = "%Y-%m-%dT%H:%M"
NOTE_LABELS = {
    "cancel_plan": _("取消原因"), "remind": _("催办要求"), "finish_measure": _("落实情况"), "count_from_opening": _("开业日期的依据"),
}  # fmt: skip
NOTE_HELP = {"count_from_opening": _("如：营业执照、消防安全检查合格证上的日期。新场所的首次演练自开业之日起算。")}
PARTS = (
    ("text", _("改进措施%(n)s"), 200),
    ("owner", _("责任人%(n)s"), 40),
    ("until", _("完成期限%(n)s"), None),
)


def _planned_on(case, user):
    hint = _("已经组织过的演练，请返回选“登记已组织的演练”。")
    return DayField(label=_("计划日期"), since=days_from_today(0), until=days_from_today(2 * YEAR), help_text=hint)


def _planned_time(case, user):
    widget = forms.TimeInput(attrs={"type": "time"})
    return forms.TimeField(label=_("计划时间"), required=False, input_formats=["%H:%M", "%H:%M:%S"], widget=widget)


def _plan_name(case, user):
    return forms.CharField(label=_("依据的预案"), max_length=100, required=False, help_text=_("如：火灾疏散应急预案（2026年版）"))


def _spot(case, user):
    where = case.venue.landmark if case.venue_id else ""
    return forms.CharField(label=_("演练地点"), max_length=100, initial=where)


def _announcement(case, user):
    return forms.CharField(
        label=_("公告内容"), min_length=5, max_length=500, widget=forms.Textarea(attrs={"rows": 4}), initial=announced(case),
        help_text=_("在“演练公示”公布，让顾客、住户和周边群众提前知道。不写个人姓名和手机号。"),
    )  # fmt: skip


def announced(case):
    """The words most announcements have, from what was planned."""
    when = f"{case.planned_time:%H:%M}" if case.planned_time else ""
    told = {"day": cn_date(case.planned_on), "time": when, "spot": case.spot, "scenario": case.scenario}
    return _("%(day)s%(time)s在%(spot)s组织“%(scenario)s”应急演练，届时有警报和疏散，请勿惊慌，听从现场人员引导。") % told


def _opened_on(case, user):
    return DayField(label=_("开业日期"), since=days_from_today(-TEN_YEARS), until=days_from_today(YEAR))


def _verdict(case, user):
    return choice_field(Drill, "verdict")


def _measure(case, user):
    missing = {"required": _("请选择完成了哪一项。"), "invalid_choice": _("该项措施已经完成，请刷新页面。")}
    rows = case.measures.still_open().order_by("until", "pk")
    return MeasureField(rows, label=_("完成的措施"), empty_label=_("请选择"), error_messages=missing, initial=rows.first())


class MeasureField(forms.ModelChoiceField):
    """A measure by what is to be done, by whom and until when."""

    def label_from_instance(self, measure):
        return f"{measure.text}（{measure.owner}，{cn_date(measure.until)}）"


def _type(case, user):
    return choice_field(Drill, "type")


def _scenario(case, user):
    return forms.CharField(label=_("演练科目"), max_length=100, min_length=2, help_text=_("如：营业高峰时段火灾疏散"))


def _organiser(case, user):
    manager = case.venue.manager if case.venue_id else ""
    return forms.CharField(label=_("组织者"), max_length=40, initial=manager, help_text=_("组织演练的部门或负责人"))


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
    above = case.supervisor or Office.objects.filter(pk__in=case.office_ids).exclude(pk=case.office_id).order_by("pk").first()
    return forms.CharField(label=_("报送单位"), max_length=60, initial=above.name if above else "")


def _reported_on(case, user):
    held = timezone.localdate(case.held_at)
    return DayField(label=_("报送日期"), since=held, until=days_from_today(0), initial=timezone.localdate)


BUILDERS = {
    "planned_on": _planned_on,
    "planned_time": _planned_time,
    "plan_name": _plan_name,
    "spot": _spot,
    "announcement": _announcement,
    "opened_on": _opened_on,
    "verdict": _verdict,
    "measure": _measure,
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


class DrillStepForm(PhotographedStep, StepForm):
    """The form of any step of a drill; that of the evaluation takes up to three measures, each with owner and date."""

    def __init__(self, *args, step, **kwargs):
        words = {"note_label": NOTE_LABELS.get(step.name, _("说明")), "note_help": NOTE_HELP.get(step.name, "")}
        super().__init__(*args, step=step, builders=BUILDERS, **words, **kwargs)
        if step.name == "evaluate":
            self._ask_measures()

    def _ask_measures(self):
        for number in MEASURES:
            for part, label, longest in PARTS:
                words = {"label": label % {"n": number}, "required": False}
                if longest:
                    self.fields[f"{part}_{number}"] = forms.CharField(max_length=longest, **words)
                else:
                    self.fields[f"{part}_{number}"] = DayField(since=days_from_today(0), until=days_from_today(3 * YEAR), **words)
        self.order_fields(
            ["version", "verdict", "findings", *(f"{part}_{n}" for n in MEASURES for part, _label, _longest in PARTS), "note"]
        )

    def given(self):
        found = super().given()
        if self.step.name == "evaluate":
            return {**found, "measures": self._measures()}
        return found

    def _measures(self):
        rows = [{part: self.cleaned_data[f"{part}_{number}"] for part, *_rest in PARTS} for number in MEASURES]
        return [row for row in rows if row["text"]]

    def clean(self):
        values = super().clean()
        check = {
            "plan": self._check_plan, "hold": self._check_record, "record": self._check_record, "evaluate": self._check_measures,
            "count_from_opening": self._check_opening,
        }  # fmt: skip
        if self.step.name in check:
            check[self.step.name](values)
        return values

    def _check_plan(self, values):
        """Art. 22: nobody plans to be late; who is late already, as soon as may be."""
        day, due = values.get("planned_on"), self.case.due_at
        begins = day and timezone.make_aware(datetime.combine(day, time.min))
        if day and due and timezone.now() < due <= begins:
            self.add_error("planned_on", _("最后期限是%(due)s，请安排在此之前。") % {"due": cn_due(due)})

    def _check_record(self, values):
        held = values.get("held_at")
        if held and not is_credible(held, since=self.case.since, at=timezone.now()):
            self.add_error("held_at", _("演练时间须在本次演练义务产生之后，且不晚于现在。"))

    def _check_opening(self, values):
        """What opened long ago is no new site: its drills before were simply not entered."""
        day, kept = values.get("opened_on"), self.case.opened_at
        if day and timezone.localtime(kept).date() - day > timedelta(days=YEAR):
            self.add_error("opened_on", _("开业已满一年的不属于新场所，按登记之日起算；此前的演练请据实补记。"))

    def _check_measures(self, values):
        """A measure is whole or not there: what, who, until when. What missed its aim asks for something to be put right."""
        named = any(values.get(f"text_{number}") for number in MEASURES)
        if values.get("verdict") == Verdict.MISSED and not named:
            self.add_error("text_1", _("没有达到预期目标的，请写明改进措施、责任人和完成期限。"))
        for number in MEASURES:
            row = {part: values.get(f"{part}_{number}") for part, *_rest in PARTS}
            if any(row.values()):
                for part, value in row.items():
                    if not value and f"{part}_{number}" not in self.errors:
                        self.add_error(f"{part}_{number}", _("措施、责任人和完成期限须一并填写。"))
