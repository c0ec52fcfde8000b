"""What is typed about joint meetings with other cities, and about the partners' points of contact."""

from django import forms
from django.utils.translation import gettext_lazy as _

from emergencies.cooperation.enums import Kind
from emergencies.cooperation.models import Partner, PartnerContact
from emergencies.cooperation.services import invitable, partners
from emergencies.incidents.models import Incident
from governance.people.enums import OfficeType
from governance.web.days import DayField, MomentField, days_from_today
from governance.web.formats import cn_date
from governance.web.steps import GroupedBoxesField, StepForm

LONGEST_AHEAD, YEAR = 200, 365  # days
NOTE_LABELS = {
    "postpone": _("改期原因"), "hold": _("会商情况"), "issue_plain": _("说明"), "finish": _("落实情况"), "defer": _("调整原因"),
    "cancel": _("取消原因"), "press": _("催办要求"),
}  # fmt: skip
NOTE_HELP = {
    "hold": _("通报的情况、讨论的意见，写入会商纪要。不写群众的姓名、电话、证件号码。"),
    "finish": _("写明做了什么、结果怎样。责任城市的事项，写明对方反馈的情况和日期。"),
}
GROUPS = {
    OfficeType.BUREAU: _("部门"), OfficeType.GOVERNMENT: _("政府"), OfficeType.CENTRE: _("综治中心"),
    OfficeType.LEADING_GROUP: _("领导小组"),
}  # fmt: skip


def text(label, *, most, rows=0, required=True, help_text="", initial=""):
    widget = forms.Textarea(attrs={"rows": rows, "maxlength": most}) if rows else None
    return forms.CharField(label=label, max_length=most, required=required, help_text=help_text, initial=initial, widget=widget)


def meet_at(initial=None):
    return MomentField(label=_("会商时间"), initial=initial, since=days_from_today(0), until=days_from_today(LONGEST_AHEAD))


def boxes(rows, label, **kwargs):
    return forms.ModelMultipleChoiceField(rows, label=label, widget=forms.CheckboxSelectMultiple, **kwargs)


def arrangement(case=None):
    """The fields that say when, where, with whom and what for; filled in from a case."""
    chosen = [row.pk for row in case.partners.all()] if case and case.pk else []
    if case and not chosen and case.previous_id:
        chosen = [*case.previous.partners.values_list("pk", flat=True)]
    return {
        "title": text(_("会商名称"), most=60, initial=case.title if case else ""),
        "purpose": text(_("会商议题"), most=1000, rows=4, initial=case.purpose if case else ""),
        "meet_at": meet_at(case.meet_at if case else None),
        "venue": text(_("会商地点"), most=120, initial=case.venue if case else "", help_text=_("视频会商的，写明系统和会场。")),
        "chair": text(_("主持人（职务）"), most=60, initial=case.chair if case else ""),
        "partners": boxes(partners(), _("参加城市"), initial=chosen, error_messages={"required": _("请至少选择一个城市。")}),
    }


class CallForm(forms.Form):
    """A meeting with other cities; an incident by its number, where it is about one."""

    kind = forms.ChoiceField(label=_("会商类型"), choices=Kind.choices, widget=forms.RadioSelect, initial=Kind.SPECIAL)

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.user = user
        self.fields |= arrangement()
        self.fields["incident"] = text(
            _("涉及的突发事件编号"), most=40, required=False, help_text=_("可不填。填写本单位能查看的突发事件编号。")
        )

    def clean_incident(self):
        """The incident behind the number; what one may not see is not there."""
        number = self.cleaned_data["incident"].strip()
        if not number:
            return None
        found = Incident.objects.visible_to(self.user, Incident.view_capability).filter(number=number).first()
        if found is None:
            raise forms.ValidationError(_("没有找到这个编号的突发事件，或者您无权查看。"))
        return found


def _offices(case, user):
    missing = {"required": _("请至少选择一个单位。")}
    return GroupedBoxesField(
        invitable(case),
        label=_("参加单位"),
        group_of=lambda row: GROUPS[row.type],
        label_of=lambda row: row.short_name,
        error_messages=missing,
    )


def _held_at(case, user):
    return MomentField(label=_("召开时间"), initial=case.meet_at, since=days_from_today(-YEAR), until=days_from_today(0))


def _present(case, user):
    return boxes(case.partners.all(), _("到会城市"), required=False, initial=[row.pk for row in case.partners.all()])


def _owner(case, user):
    rows = case.member_offices()
    field = forms.ModelChoiceField(rows, label=_("本市责任单位"), required=False, empty_label=_("由协作城市负责"))
    field.label_from_instance = lambda row: row.short_name
    return field


def _partner(case, user):
    return forms.ModelChoiceField(case.partners.all(), label=_("责任城市"), required=False, empty_label=_("由本市负责"))


def _due_on(case, user):
    return DayField(label=_("完成日期"), since=days_from_today(0), until=days_from_today(YEAR))


class ResolutionField(forms.ModelChoiceField):
    """What was agreed, by whom and until when."""

    def label_from_instance(self, row):
        return f"{row.task}（{row.in_charge}，{cn_date(row.due_on)}）"


def _resolution(case, user):
    rows = case.resolutions.still_open().select_related("owner", "partner")
    own = user.acting_post.office_id
    if own != case.office_id:
        rows = rows.filter(owner=own)
    missing = {"required": _("请选择一项。"), "invalid_choice": _("该项已经登记完成，请刷新页面。")}
    return ResolutionField(rows, label=_("议定事项"), empty_label=_("请选择"), error_messages=missing, initial=rows.first())


def _set(name):
    return lambda case, user: arrangement(case)[name]


BUILDERS = {
    **{name: _set(name) for name in ("title", "purpose", "meet_at", "venue", "chair", "partners")},
    "offices": _offices,
    "held_at": _held_at,
    "present": _present,
    "task": lambda case, user: text(_("议定内容"), most=300, rows=3, help_text=_("写明做什么、做到什么程度。")),
    "owner": _owner,
    "partner": _partner,
    "due_on": _due_on,
    "resolution": _resolution,
}


class CityMeetingStepForm(StepForm):
    """The form of any step of a joint meeting."""

    def __init__(self, *args, step, **kwargs):
        words = {"note_label": NOTE_LABELS.get(step.name, _("说明")), "note_help": NOTE_HELP.get(step.name, "")}
        super().__init__(*args, step=step, builders=BUILDERS, **words, **kwargs)

    def clean(self):
        values = super().clean()
        if self.step.name == "decide" and not self.errors and (values.get("owner") is None) == (values.get("partner") is None):
            self.add_error("owner", _("请选择本市责任单位或者责任城市，二者选一。"))
        return values


class ContactForm(forms.ModelForm):
    """A point of contact: an office, never a person."""

    class Meta:
        model = PartnerContact
        fields = ("unit", "duty", "phone", "fax", "email", "active")
        help_texts = {
            "unit": _("例如：包头市应急管理局值班室。"),
            "duty": _("例如：突发事件信息通报、救援力量协调。不写个人姓名。"),
            "phone": _("单位值班电话，不填个人手机号。"),
            "active": _("不再使用的，取消勾选；保存即视为已核对。"),
        }

    def clean(self):
        values = super().clean()
        same = PartnerContact.objects.filter(partner=self.instance.partner, unit=values.get("unit"), duty=values.get("duty"))
        if same.exclude(pk=self.instance.pk).exists():
            self.add_error("unit", _("该城市已有相同单位、相同事项的联系方式。"))
        return values


class PartnerForm(forms.ModelForm):
    """A city to work with, by its division code (GB/T 2260)."""

    code = forms.RegexField(
        r"^\d{6}$", label=_("区划代码"), help_text=_("六位行政区划代码，例如包头市 150200。"),
        error_messages={"invalid": _("请填写六位数字。")},
    )  # fmt: skip
    name = forms.CharField(label=_("城市"), min_length=2, max_length=40)
    short_name = forms.CharField(label=_("简称"), min_length=2, max_length=10)

    class Meta:
        model = Partner
        fields = ("code", "name", "short_name")

    def clean_code(self):
        if Partner.objects.filter(code=self.cleaned_data["code"]).exists():
            raise forms.ValidationError(_("该城市已在协作城市之列。"))
        return self.cleaned_data["code"]
