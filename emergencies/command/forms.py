"""What is typed on the board: a task, a line of the log, what is sent, files, a team; and the forms of a task's steps."""

from datetime import timedelta

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from emergencies.command.enums import TYPED, LogKind, Standing, TeamKind
from emergencies.command.models import Team
from emergencies.incidents.rules import CITY
from governance.files.forms import AttachmentsField
from governance.people.models import Office
from governance.privacy.phones import is_phone
from governance.web.days import MomentField, days_from_today
from governance.web.offices import OfficeField, offices_of
from governance.web.steps import GroupedChoiceField, StepForm

A_WEEK, MOST = 7, 100_000
SOON = timedelta(hours=2)
NOTE_LABELS = {
    "acknowledge": _("说明"),
    "decline": _("不能承担的理由"),
    "progress": _("进展"),
    "finish": _("完成情况"),
    "send_back": _("没有完成之处"),
    "move": _("调整理由"),
    "cancel": _("撤销理由"),
    "remind": _("催办要求"),
}


def moment(**words):
    return MomentField(label=_("完成时限"), since=days_from_today(0), until=days_from_today(A_WEEK), **words)


def check_future(value):
    if value and value <= timezone.now():
        raise forms.ValidationError(_("完成时限须晚于现在。"))
    return value


def _finish_by(case, user):
    return moment(initial=case.finish_by)


class TaskStepForm(StepForm):
    """The form of any step of a task."""

    def __init__(self, *args, step, **kwargs):
        super().__init__(*args, step=step, builders={"finish_by": _finish_by}, note_label=NOTE_LABELS[step.name], **kwargs)

    def clean_finish_by(self):
        return check_future(self.cleaned_data["finish_by"])


def team_field(path, **words):
    """The teams of the city, nearest first: those of the county, those of the city itself, those of other counties."""
    rows = Team.objects.in_use().filter(place_path__startswith=path[:CITY]).nearest(path).select_related("place")
    return GroupedChoiceField(
        rows, group_of=lambda row: row.place.full_name, label_of=lambda row: f"{row.name}（{row.people}人）", required=False, **words
    )


class TaskForm(forms.Form):
    """A task of the command. `submission` marks the form, so that it is issued once."""

    submission = forms.UUIDField(widget=forms.HiddenInput)
    office = OfficeField(label=_("承担单位"), help_text=_("可以输入单位名称的一部分；社会队伍由登记它的单位承担。"), venues=True)
    instruction = forms.CharField(
        label=_("任务内容"), min_length=4, max_length=1000, widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("做什么、到哪里、与谁联系。第一句作为任务名称。"),
    )  # fmt: skip

    def __init__(self, *args, incident, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["office"].offer([*Office.objects.in_use().filter(pk__in=incident.office_ids), *offices_of(incident.place_path)])
        self.fields["team"] = team_field(incident.place_path, label=_("执行队伍"))
        self.fields["finish_by"] = moment(initial=lambda: timezone.now() + SOON)
        self.fields["urgent"] = forms.BooleanField(label=_("特急"), required=False)

    def clean_finish_by(self):
        return check_future(self.cleaned_data["finish_by"])


class LogForm(forms.Form):
    kind = forms.ChoiceField(label=_("类别"), choices=[(one.value, one.label) for one in TYPED], initial=LogKind.SITUATION)
    text = forms.CharField(label=_("内容"), min_length=2, max_length=1000, widget=forms.Textarea(attrs={"rows": 2}))


class DeployForm(forms.Form):
    """A team, or vehicles and equipment by name."""

    def __init__(self, *args, incident, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["team"] = team_field(incident.place_path, label=_("应急队伍"))
        self.fields["what"] = forms.CharField(label=_("车辆、装备"), max_length=80, required=False, help_text=_("调派队伍的不填。"))
        self.fields["what"].depends = True
        self.fields["amount"] = forms.IntegerField(label=_("数量"), min_value=1, max_value=MOST, initial=1)
        self.fields["unit"] = forms.CharField(label=_("单位"), max_length=8, initial=_("人"))
        self.fields["standing"] = forms.ChoiceField(label=_("状态"), choices=Standing.choices)

    def clean(self):
        values = super().clean()
        if values.get("team") and not values.get("what"):
            values["what"] = values["team"].name
        if not values.get("what") and "what" not in self.errors:
            self.add_error("what", _("请选择队伍，或者写明车辆、装备。"))
        return values


class FilesForm(forms.Form):
    files = AttachmentsField(label=_("现场照片和文件"), required=True, help_text=_("最多6个，不拍人员证件。"))


class TeamForm(forms.Form):
    """The facts of a team; `team` is the one that is put right."""

    name = forms.CharField(label=_("队伍名称"), min_length=2, max_length=60)
    kind = forms.ChoiceField(label=_("类型"), choices=TeamKind.choices)
    people = forms.IntegerField(label=_("人数"), min_value=1, max_value=10_000)
    skills = forms.CharField(label=_("专长和装备"), max_length=200)
    duty_phone = forms.CharField(label=_("值班电话"), max_length=20, widget=forms.TelInput, help_text=_("值班电话，不填个人手机号。"))

    def __init__(self, *args, team=None, user, **kwargs):
        self.team, self.user = team, user
        if team:
            kwargs.setdefault("initial", {name: getattr(team, name) for name in ("name", "kind", "people", "skills", "duty_phone")})
        super().__init__(*args, **kwargs)
        if team:
            self.fields["active"] = forms.BooleanField(label=_("在用"), required=False, initial=team.active)

    def clean_duty_phone(self):
        phone = self.cleaned_data["duty_phone"]
        if not is_phone(phone):
            raise forms.ValidationError(_("电话号码不正确，请填写带区号的固定电话或手机号。"))
        return phone

    def clean_name(self):
        name, office = self.cleaned_data["name"], self.team.office_id if self.team else self.user.acting_post.office_id
        if Team.objects.filter(office=office, name=name).exclude(pk=self.team and self.team.pk).exists():
            raise forms.ValidationError(_("本单位已经登记了这支队伍。"))
        return name
