"""What leading groups type: the forms of the steps, and a finding written by hand."""

from django import forms
from django.utils.translation import gettext_lazy as _

from governance import registry
from governance.web.days import MomentField, days_from_today
from governance.web.steps import GroupedChoiceField, StepForm
from supervision.oversight.enums import Ground, State
from supervision.oversight.rules import names_a_person
from supervision.oversight.services import is_raised, supervised_by

NOTE_LABELS = {
    "confirm": _("核实情况"),
    "dismiss": _("不予督导的理由"),
    "notify": _("通报内容"),
    "summon": _("约谈事由"),
    "talk": _("约谈纪要"),
    "order": _("整改要求"),
    "list": _("挂牌理由"),
    "rectify": _("整改完成情况"),
    "pass_inspection": _("验收意见"),
    "fail_inspection": _("不合格的理由"),
    "remove": _("解除意见"),
    "close": _("解除意见"),
}
NOTE_HELP = {"order": _("将写入通知书，作为第一项整改事项；送达前可以修改。")}
FOR_EVERYONE = _("将在“督办公开”栏目公开。只写单位、事由和期限，不写个人姓名、电话、证件号码。")
PRIVATE_TEXT = _("公开内容中有电话或证件号码，请删去。")


def _ground(case, user):
    field = forms.TypedChoiceField(label=_("情形（条例第五十八条）"), choices=Ground.choices, coerce=int)
    field.initial = case.ground
    return field


def _talk_at(case, user):
    """Ahead while it is announced, behind once it is recorded."""
    was_held = case.state == State.SUMMONED
    since, until = (days_from_today(-365), days_from_today(0)) if was_held else (days_from_today(0), days_from_today(365))
    return MomentField(label=_("约谈时间"), initial=case.talk_at, since=since, until=until)


def _talk_with(case, user):
    return forms.CharField(label=_("被约谈人职务"), max_length=60, initial=case.talk_with, help_text=_("如：主要负责人。只写职务。"))


def public_field(label):
    return forms.CharField(label=label, max_length=300, widget=forms.Textarea(attrs={"rows": 3}), help_text=FOR_EVERYONE)


BUILDERS = {
    "ground": _ground,
    "talk_at": _talk_at,
    "talk_with": _talk_with,
    "public_text": lambda case, user: public_field(_("公开内容")),
    "removal_text": lambda case, user: public_field(_("解除公开内容")),
}


class FindingStepForm(StepForm):
    """The form of any step of a finding."""

    def __init__(self, *args, step, **kwargs):
        label = NOTE_LABELS.get(step.name, _("说明"))
        super().__init__(*args, step=step, builders=BUILDERS, note_label=label, note_help=NOTE_HELP.get(step.name, ""), **kwargs)

    def clean(self):
        values = super().clean()
        for name in ("public_text", "removal_text"):
            if names_a_person(values.get(name) or ""):
                self.add_error(name, PRIVATE_TEXT)
        return values


class FindingForm(forms.Form):
    """A finding by hand, on one of the four grounds; the matter it is about may be named by its number."""

    ground = forms.TypedChoiceField(label=_("情形（条例第五十八条）"), choices=Ground.choices, coerce=int, widget=forms.RadioSelect)
    duty = forms.CharField(label=_("未履行的职责"), max_length=200, help_text=_("一句话写明什么没有做到。"))
    facts = forms.CharField(label=_("情况说明"), max_length=2000, widget=forms.Textarea(attrs={"rows": 5}))
    subject = forms.CharField(label=_("所涉事项编号"), max_length=40, required=False, help_text=_("可不填。填写后两件事项互相可查。"))

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.user = user
        offices = supervised_by(user.acting_post.office).order_by("place__path", "type", "code")
        self.fields["unit"] = GroupedChoiceField(
            offices, group_of=lambda row: row.place.short_name, label_of=lambda row: row.short_name, label=_("责任单位"),
            help_text=_("只列出本领导小组监督的单位（条例第五十八条）。"),
        )  # fmt: skip
        self.order_fields(["unit", "ground", "duty", "facts", "subject"])

    def clean_subject(self):
        number = self.cleaned_data["subject"].strip()
        if not number:
            return None
        case = self._case(number)
        if case is None:
            raise forms.ValidationError(_("没有找到这个编号的事项，请核对。"))
        if is_raised(case):
            raise forms.ValidationError(_("该事项已有一条在办的线索，请在那条线索上办理。"))
        return case

    def _case(self, number):
        """The case of that number, of whatever procedure, as far as the person may see it."""
        for model in registry.case_models().values():
            found = model.objects.visible_to(self.user, model.view_capability).filter(number=number).first()
            if found:
                return found
        return None
