"""The forms of the steps the police takes on a mass event."""

from datetime import timedelta

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from emergencies.mass_events.enums import LogKind, Result
from emergencies.mass_events.rules import AT_LEAST, names_in
from emergencies.mass_events.services import most_seen, police_offices, venues_near
from governance.files.forms import AttachmentsField
from governance.files.rules import IMAGES
from governance.web.days import MINUTES, DayField, days_from_today
from governance.web.holding import PhotographedStep
from governance.web.steps import StepForm

MOST = 1_000_000
NOTE_LABELS = {
    "ask_supplement": _("需要补正的内容"),
    "not_accept": _("不予受理的理由和正确途径"),
    "refer": _("移送理由"),
    "check": _("查验情况"),
    "refuse": _("不予许可的理由"),
    "log": _("现场情况"),
    "end": _("活动概况"),
    "record_report": _("总结内容"),
    "archive": _("总体评价"),
    "revoke": _("撤销理由"),
}
NOTE_HELP = {
    "ask_supplement": _("一次性告知全部需要补正的内容，承办者会看到。"),
    "not_accept": _("承办者会看到。"),
    "refuse": _("承办者会看到，写入决定书。"),
    "revoke": _("承办者会看到。"),
    "check": _("出入口、通道、消防、电气、看台、安检、缓冲区等；发现的问题和整改要求。"),
    "log": _("人流、秩序、警力部署，突发情况和处置。不写个人姓名。"),
    "record_report": _("承办者书面报送的，由经办人登记。"),
}


def number_field(label, *, required=True, hint="", initial=None):
    words = {"min_value": _("请填写大于0的整数。"), "max_value": _("请核对，数字过大。"), "invalid": _("请填写整数。")}
    widget = forms.NumberInput(attrs={"inputmode": "numeric"})
    return forms.IntegerField(
        label=label, min_value=1, max_value=MOST, required=required, help_text=hint, initial=initial, error_messages=words, widget=widget
    )


def _office(case, user):
    return forms.ModelChoiceField(police_offices(besides=case.office_id), label=_("移送至"), empty_label=_("请选择"))


def _checked_on(case, user):
    return DayField(label=_("查验日期"), since=timezone.localdate(case.opened_at), until=days_from_today(0), initial=timezone.localdate)


def _checkers(case, user):
    return forms.CharField(label=_("查验人员"), max_length=80, help_text=_("两人以上，姓名之间用顿号。"))


def _result(case, user):
    return forms.TypedChoiceField(label=_("查验结果"), choices=Result.choices, coerce=Result, widget=forms.RadioSelect)


def _venue(case, user):
    """A crowded place of the register, of the same township."""
    return VenueField(venues_near(case), label=_("登记的场所"), required=False, initial=case.venue_id, empty_label=_("没有登记"))


class VenueField(forms.ModelChoiceField):
    def label_from_instance(self, venue):
        return venue.title


def _photographs(case, user):
    return AttachmentsField(label=_("查验照片"), allowed=IMAGES, required=False, help_text=_("最多6张，不拍人员证件。"))


def _conditions(case, user):
    return forms.CharField(
        label=_("许可条件"), required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("如：看台分区入场、21时前散场；承办者会看到，写入决定书。"),
    )  # fmt: skip


def _logged_at(case, user):
    widget = forms.DateTimeInput(attrs={"type": "datetime-local"}, format=MINUTES)
    return forms.DateTimeField(label=_("时间"), initial=timezone.now, input_formats=[MINUTES, "%Y-%m-%d %H:%M"], widget=widget)


BUILDERS = {
    "office": _office,
    "checked_on": _checked_on,
    "checkers": _checkers,
    "result": _result,
    "venue": _venue,
    "photographs": _photographs,
    "most_people": lambda case, user: number_field(_("准予参加人数"), initial=min(case.expected, case.capacity)),
    "force": lambda case, user: number_field(_("安排警力（人）"), required=False),
    "conditions": _conditions,
    "logged_at": _logged_at,
    "log_kind": lambda case, user: forms.TypedChoiceField(label=_("阶段"), choices=LogKind.choices, coerce=LogKind),
    "people": lambda case, user: number_field(_("现场人数"), required=False),
    "peak_people": lambda case, user: number_field(_("现场最多人数"), required=False, hint=_("不填的，取日志中最多的一次。")),
    "actual_people": lambda case, user: number_field(_("实际参加人数"), initial=case.peak_people),
}


class MassEventStepForm(PhotographedStep, StepForm):
    """The form of any step of a mass event."""

    def __init__(self, *args, step, **kwargs):
        words = {"note_label": NOTE_LABELS.get(step.name, _("说明")), "note_help": NOTE_HELP.get(step.name, "")}
        super().__init__(*args, step=step, builders=BUILDERS, **words, **kwargs)

    def clean(self):
        values = super().clean()
        most = values.get("most_people")
        if most and most > self.case.capacity:
            self.add_error("most_people", _("不能超过场所核定容量 %(most)s 人。") % {"most": self.case.capacity})
        moment = values.get("logged_at")
        if moment and not self.case.starts_at - timedelta(days=1) <= moment <= timezone.now():
            self.add_error("logged_at", _("须在活动开始前一日之后，且不晚于现在。"))
        return values

    def clean_checkers(self):
        checkers = self.cleaned_data["checkers"]
        if len(names_in(checkers)) < AT_LEAST:
            raise forms.ValidationError(_("现场查验须两人以上，姓名之间用顿号隔开。"))
        return checkers

    def clean_peak_people(self):
        peak, seen = self.cleaned_data["peak_people"], most_seen(self.case)
        if peak and seen and peak < seen:
            raise forms.ValidationError(_("日志中已记有 %(seen)s 人，不能少于这个数。") % {"seen": seen})
        return peak
