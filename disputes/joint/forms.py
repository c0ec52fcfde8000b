"""What the committee, the invited bodies and the organiser type."""

from django import forms
from django.utils.translation import gettext_lazy as _

from disputes.complaints.forms import handling_offices, several_offices
from disputes.joint.enums import Stance
from governance.people.models import Office
from governance.places.enums import Level
from governance.places.models import Place
from governance.places.rules import ancestors
from governance.web.steps import GroupedBoxesField, GroupedChoiceField, StepForm

NOTE_LABELS = {
    "answer": _("意见"),
    "invite": _("增加的理由"),
    "go_ahead": _("不再等待的理由"),
    "change_lead": _("变更的理由"),
    "conclude": _("联合调解结果"),
    "call_off": _("终止的理由"),
}
NOTE_HELP = {"answer": _("写明能做什么，如：派谁参加、提供什么材料、对责任的看法。")}


def _offices(case, user):
    known = [*case.office_ids, *case.barred_ids]
    return several_offices(case.place, *case.areas.all(), label=_("增加的单位"), help_text=_("请勾选还要邀请的单位。"), but=known)


def _lead(case, user):
    rows = Office.objects.filter(pk__in=case.office_ids).order_by("place__path", "code")
    field = forms.ModelChoiceField(rows, label=_("牵头单位"), empty_label=_("请选择"))
    field.label_from_instance = lambda row: row.short_name
    return field


BUILDERS = {
    "stance": lambda case, user: forms.ChoiceField(label=_("答复"), choices=Stance.choices, widget=forms.RadioSelect),
    "offices": _offices,
    "lead": _lead,
}


class JointStepForm(StepForm):
    """The form of any step of a joint mediation."""

    def __init__(self, *args, step, **kwargs):
        label, hint = NOTE_LABELS.get(step.name, _("说明")), NOTE_HELP.get(step.name, "")
        super().__init__(*args, step=step, builders=BUILDERS, note_label=label, note_help=hint, **kwargs)


class JointForm(forms.Form):
    """Who is invited, who leads, and why one committee is not enough."""

    matter = forms.CharField(label=_("联合调解事由"), max_length=1000, widget=forms.Textarea(attrs={"rows": 3}))

    def __init__(self, *args, mediation, **kwargs):
        super().__init__(*args, **kwargs)
        place, but = mediation.place, [mediation.office_id, *mediation.barred_ids]
        self.fields["matter"].error_messages["required"] = _("请写明为什么需要联合调解。")
        self.fields["offices"] = several_offices(
            place, label=_("邀请单位"), help_text=_("可多选。"), but=[key for key in but if key], required=False
        )
        areas = Place.objects.in_use().filter(level__in=[Level.COUNTY, Level.TOWNSHIP]).exclude(path__in=ancestors(place.path))
        self.fields["areas"] = GroupedBoxesField(
            areas.order_by("path").select_related("parent"), group_of=lambda row: row.parent if row.level == Level.TOWNSHIP else row,
            label_of=lambda row: row.short_name, short=0, label=_("另涉地区"), required=False,
            help_text=_("当事人、纠纷涉及其他地区的才选；由共同上一级综治中心组织，并邀请当地单位参加。"),
        )  # fmt: skip
        self.fields["offices"].depends = self.fields["areas"].depends = True  # one of them is wanted
        self.fields["lead"] = GroupedChoiceField(
            handling_offices(place).exclude(pk__in=[key for key in but if key]), group_of=lambda row: row.place.short_name,
            label_of=lambda row: row.short_name, required=False, label=_("牵头单位"), help_text=_("不选的，由本调委会牵头。"),
        )  # fmt: skip

    def clean(self):
        values = super().clean()
        chosen, lead = values.get("offices") or (), values.get("lead")
        if not chosen and not values.get("areas"):
            self.add_error("offices", _("请至少邀请一个单位，或者选择另涉地区。"))
        if lead and lead not in chosen:
            self.add_error("lead", _("牵头单位也要在邀请单位中勾选。"))
        return values
