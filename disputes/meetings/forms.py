"""What is typed about a joint meeting: planning one, and the forms of the steps."""

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from disputes.meetings.enums import Kind
from disputes.meetings.services import invitable, matter_named
from disputes.resolutions.forms import due_on_field
from governance.files.forms import AttachmentsField
from governance.flow.engine import StepRefused
from governance.people.enums import OfficeType
from governance.web.days import MomentField, days_from_today
from governance.web.offices import OfficeField
from governance.web.steps import GroupedBoxesField, StepForm

LONGEST_AHEAD = 180  # days within which a meeting is set
NOTE_LABELS = {
    "excuse": _("请假原因"),
    "hold": _("会议概况"),
    "postpone": _("改期原因"),
    "cancel": _("取消原因"),
}
NOTE_HELP = {"hold": _("主要议程、讨论的总体情况，写入会议纪要。不写群众的姓名、电话、证件号码。")}
KINDS_OF_OFFICES = {
    OfficeType.BUREAU: _("部门"), OfficeType.COURT: _("法院、检察院"), OfficeType.COMMITTEE: _("调解委员会"),
    OfficeType.LEADING_GROUP: _("领导小组"), OfficeType.CENTRE: _("综治中心"), OfficeType.TOWNSHIP: _("乡镇（街道）"),
    OfficeType.VILLAGE: _("村（社区）"), OfficeType.COMMISSION: _("监察委员会"),
}  # fmt: skip


def _text(label, *, most, rows=0, required=True, help_text="", initial=""):
    widget = forms.Textarea(attrs={"rows": rows, "maxlength": most}) if rows else None
    return forms.CharField(label=label, max_length=most, required=required, help_text=help_text, initial=initial, widget=widget)


def _meet_at(initial=None, *, since=0):
    return MomentField(label=_("会议时间"), initial=initial, since=days_from_today(since), until=days_from_today(LONGEST_AHEAD))


def arrangement(case=None):
    """The fields that say when, where and what for; filled in from a case."""
    return {
        "title": _text(_("会议名称"), most=60, initial=case.title if case else ""),
        "purpose": _text(_("会议事由"), most=1000, rows=4, required=False, initial=case.purpose if case else ""),
        "meet_at": _meet_at(case.meet_at if case else None),
        "venue": _text(_("会议地点"), most=120, initial=case.venue if case else ""),
        "chair": _text(_("主持人（职务）"), most=60, initial=case.chair if case else "", help_text=_("如：区委政法委副书记。")),
    }


class PlanForm(forms.Form):
    """A meeting, before its agenda and its members."""

    kind = forms.ChoiceField(label=_("会议类型"), choices=Kind.choices, widget=forms.RadioSelect, initial=Kind.REGULAR)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields |= arrangement()


def _presenter(case, user):
    return OfficeField(label=_("汇报单位"), required=False, offered=case.member_offices().select_related("place"))


def _matter(case, user):
    return forms.CharField(
        label=_("关联的诉求、调解编号"), max_length=40, required=False,
        help_text=_("可不填。只有能查看该事项的人才看得到编号；议题用概括的话写，不写群众的个人信息。"),
    )  # fmt: skip


def _offices(case, user):
    field = GroupedBoxesField(
        invitable(case),
        label=_("参会单位"),
        required=False,
        group_of=lambda row: KINDS_OF_OFFICES[row.type],
        label_of=lambda row: row.short_name,
    )
    field.help_text = _("本级单位和下一级综治中心、乡镇（街道）等。")
    return field


def _other(case, user):
    return OfficeField(label=_("其他单位"), required=False, help_text=_("上面没有的，写单位的全称或简称。"))


def _present(case, user):
    rows = case.members.select_related("office")
    field = forms.ModelMultipleChoiceField(rows, label=_("到会单位"), widget=forms.CheckboxSelectMultiple, required=False)
    field.initial = [row.pk for row in rows if row.reply == "coming"]
    return field


def _item(case, user, *, required=True):
    rows = case.items.order_by("position")
    only = rows[0] if len(rows) == 1 else None
    return forms.ModelChoiceField(rows, label=_("议题"), empty_label=_("请选择"), initial=only, required=required)


def _member(case, user):
    return forms.ModelChoiceField(case.members.select_related("office"), label=_("参会单位"), empty_label=_("请选择"))


def _owner(case, user):
    return forms.ModelChoiceField(case.member_offices(), label=_("责任单位"), empty_label=_("请选择"))


def _representative(case, user):
    own = case.members.filter(office=user.acting_post.office_id).first()
    hint = _("单位派出的工作人员，如：王某某，副局长。")
    return _text(_("参会人员（姓名、职务）"), most=80, help_text=hint, initial=own.representative if own else "")


def _set(name):
    return lambda case, user: arrangement(case)[name]


BUILDERS = {
    **{name: _set(name) for name in ("title", "purpose", "meet_at", "venue", "chair")},
    "topic": lambda case, user: _text(_("议题"), most=200, rows=2, help_text=_("一句话写明研究什么。")),
    "presenter": _presenter,
    "matter": _matter,
    "offices": _offices,
    "other": _other,
    "present": _present,
    "item": _item,
    "member": _member,
    "owner": _owner,
    "representative": _representative,
    "discussion": lambda case, user: _text(_("讨论情况和意见"), most=3000, rows=6),
    "task": lambda case, user: _text(_("议定内容"), most=1000, rows=3, help_text=_("写明做什么、做到什么程度。")),
    "due_on": lambda case, user: due_on_field(),
    "files": lambda case, user: AttachmentsField(label=_("材料"), required=True),
}


class MeetingStepForm(StepForm):
    """The form of any step of a joint meeting."""

    def __init__(self, *args, step, user, **kwargs):
        words = {"note_label": NOTE_LABELS.get(step.name, _("说明")), "note_help": NOTE_HELP.get(step.name, "")}
        super().__init__(*args, step=step, user=user, builders=BUILDERS, **words, **kwargs)
        self.user = user
        if step.name == "decide":
            self.fields["item"].required, self.fields["item"].empty_label = False, _now("不属于某一项议题")

    def clean_matter(self):
        """The case behind the number; what one may not see is not there."""
        number = self.cleaned_data["matter"].strip()
        if not number:
            return None
        try:
            found = matter_named(number, user=self.user)
        except StepRefused as refused:
            raise forms.ValidationError(str(refused)) from refused
        if found is None:
            raise forms.ValidationError(_("没有找到这个编号的诉求或调解事项，请核对。"))
        return found

    def clean(self):
        values = super().clean()
        if self.step.name == "invite" and not self.errors and not values["offices"] and not values["other"]:
            self.add_error("offices", _("请至少选择一个单位。"))
        return values
