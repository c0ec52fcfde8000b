"""What leading groups type: the forms of the steps, and a finding written by hand."""

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from governance import registry
from governance.calendar.workdays import Unit
from governance.deadlines.ledger import open_one
from governance.deadlines.models import UNIT_LABELS
from governance.files.forms import AttachmentsField
from governance.files.rules import IMAGES, PDF
from governance.privacy.identity import is_credit_code
from governance.web.days import DayField, MomentField, days_from_today
from governance.web.steps import GroupedChoiceField, StepForm
from supervision.oversight.enums import Gravity, Ground, Outside, State, Way
from supervision.oversight.rules import names_a_person, service_faults
from supervision.oversight.services import foldable, is_raised, looks_like, supervised_by
from supervision.oversight.terms import LISTED_TERM

LISTED_DAYS, LONGEST_LISTING = 90, 366  # days: what is offered, and what a calendar can hold; the limit row decides
SCANS = (*IMAGES, PDF.mime)

NOTE_LABELS = {
    "confirm": _("核实情况"),
    "dismiss": _("不予督导的理由"),
    "notify": _("通报内容"),
    "summon": _("约谈事由"),
    "talk": _("约谈纪要"),
    "order": _("整改要求"),
    "list": _("挂牌理由"),
    "fold": _("并入的理由"),
    "miss_talk": _("未到场情况"),
    "report_stage": _("完成情况"),
    "ask_extension": _("延期理由"),
    "grant_extension": _("审批意见"),
    "refuse_extension": _("不同意的理由"),
    "report": _("整改情况"),
    "rectify": _("整改完成情况"),
    "pass_inspection": _("验收意见"),
    "fail_inspection": _("不合格的理由"),
    "remove": _("解除意见"),
    "close": _("解除意见"),
}
NOTE_HELP = {
    "order": _("将写入通知书，作为第一项整改事项；送达前可以修改。"),
    "notify": _("将写入通报，发给责任单位。"),
    "summon": _("将写入约谈通知书。"),
    "talk": _("将写入约谈记录。只写职务，不写个人姓名。"),
    "list": _("将写入挂牌督办通知书；阶段目标在决定之后填写。"),
}
FAULTS = {
    "receiver": _("请填写签收人职务；拒绝签收的，请勾选“拒绝签收”。"),
    "witness": _("拒绝签收的，请填写见证人单位及职务。"),
    "way": _("拒绝签收的，应当留置送达。"),
}
FOR_EVERYONE = _("将在“督办公开”栏目公开。只写单位、事由和期限，不写个人姓名、电话、证件号码。")
PRIVATE_TEXT = _("公开内容中有电话或证件号码，请删去。")


def _ground(case, user):
    field = forms.TypedChoiceField(label=_("情形（条例第五十八条）"), choices=Ground.choices, coerce=int)
    field.initial = case.ground
    return field


def _gravity(case, user):
    field = forms.ChoiceField(label=_("情节"), choices=Gravity.choices, initial=looks_like(case, at=timezone.now()))
    field.help_text = _("已按逾期次数和该单位一年内的督导记录给出建议，可以修改。情节决定建议的督导形式。")
    return field


def _into(case, user):
    field = forms.ModelChoiceField(foldable(case), label=_("并入"), empty_label=_("请选择"), help_text=_("同一单位的在办线索。"))
    field.label_from_instance = lambda row: f"{row.number} {row.duty}"
    return field


def _talk_at(case, user):
    """Ahead while it is announced, behind once it is recorded."""
    was_held = case.state == State.SUMMONED
    since, until = (days_from_today(-365), days_from_today(0)) if was_held else (days_from_today(0), days_from_today(365))
    return MomentField(label=_("约谈时间"), initial=case.talk_at, since=since, until=until)


def text_field(label, *, most, required=True, help_text="", initial=""):
    """One line."""
    return forms.CharField(label=label, max_length=most, required=required, help_text=help_text, initial=initial)


def long_field(label, *, required=True, help_text=""):
    """A few lines."""
    return forms.CharField(label=label, max_length=1000, required=required, help_text=help_text, widget=forms.Textarea(attrs={"rows": 3}))


def public_field(label):
    return forms.CharField(label=label, max_length=300, widget=forms.Textarea(attrs={"rows": 3}), help_text=FOR_EVERYONE)


def _listed_until(case, user):
    since, until = days_from_today(1), days_from_today(LONGEST_LISTING)
    help_text = _("最长不超过“办理时限”中的挂牌督办期限。")
    return DayField(label=_("挂牌督办至"), initial=days_from_today(LISTED_DAYS), since=since, until=until, help_text=help_text)


def _amount(case, user):
    clock = open_one(case, LISTED_TERM)
    unit = UNIT_LABELS[Unit(clock.limit.unit)] if clock else ""
    help_text = _("应在期限届满的二十个工作日前提出（以“办理时限”为准）。")
    return forms.IntegerField(label=_("申请延长（%(unit)s）") % {"unit": unit}, min_value=1, max_value=366, help_text=help_text)


def _stage(case, user):
    field = forms.ModelChoiceField(case.stages.filter(reported_at=None), label=_("阶段目标"), empty_label=_("请选择"))
    field.label_from_instance = lambda row: f"{row.position}. {row.what}"
    return field


def _paper(case, user):
    """What still waits to be served; for a scan, any paper."""
    rows = case.papers.unserved() if case.unserved else case.papers.all()
    field = forms.ModelChoiceField(rows, label=_("文书"), empty_label=_("请选择"))
    field.label_from_instance = lambda row: row.label
    return field


def _any_paper(case, user):
    field = forms.ModelChoiceField(case.papers.all(), label=_("文书"), empty_label=_("请选择"))
    field.label_from_instance = lambda row: row.label
    return field


def scans_field(label, *, required=False):
    """Sheets with signatures and seals, scanned or photographed."""
    return AttachmentsField(label=label, required=required, allowed=SCANS, help_text=_("PDF 或照片。"))


RECEIVER_HELP, WITNESS_HELP = _("如：办公室主任。只写职务。"), _("拒绝签收时填写。")
SERVICE = {  # a proof of service, of whatever document
    "receiver": lambda case, user: text_field(_("签收人职务"), most=40, required=False, help_text=RECEIVER_HELP),
    "refused": lambda case, user: forms.BooleanField(label=_("拒绝签收"), required=False),
    "witness": lambda case, user: text_field(_("见证人单位及职务"), most=60, required=False, help_text=WITNESS_HELP),
}
BUILDERS = {
    **SERVICE,
    "ground": _ground,
    "gravity": _gravity,
    "into": _into,
    "talk_at": _talk_at,
    "where": lambda case, user: text_field(_("约谈地点"), most=80),
    "host": lambda case, user: text_field(_("约谈人职务"), most=60, help_text=_("如：领导小组办公室主任。只写职务。")),
    "talk_with": lambda case, user: text_field(_("被约谈人职务"), most=60, help_text=_("如：主要负责人。只写职务。")),
    "recorder": lambda case, user: text_field(_("记录人职务"), most=60),
    "statement": lambda case, user: long_field(_("单位说明")),
    "promise": lambda case, user: long_field(_("整改承诺"), help_text=_("写明措施、责任岗位和完成时间。")),
    "listed_until": _listed_until,
    "stage": _stage,
    "amount": _amount,
    "files": lambda case, user: AttachmentsField(label=_("整改证明材料"), required=False),
    "photos": lambda case, user: AttachmentsField(label=_("现场照片"), required=False, allowed=tuple(IMAGES)),
    "paper": _paper,
    "way": lambda case, user: forms.ChoiceField(label=_("送达方式"), choices=[("", _("请选择")), *Way.choices]),
    "scans": lambda case, user: scans_field(_("签收回证扫描件")),
    "public_text": lambda case, user: public_field(_("公开内容")),
    "removal_text": lambda case, user: public_field(_("解除公开内容")),
}
SCANNED = {**BUILDERS, "paper": _any_paper, "scans": lambda case, user: scans_field(_("签名、盖章的扫描件"), required=True)}


def add_service_faults(form, values):
    """What a proof of service lacks, said beside its field."""
    facts = {name: values.get(name) or "" for name in ("way", "receiver", "witness")}
    for name in service_faults(refused=bool(values.get("refused")), **facts):
        form.add_error(name, FAULTS[name])


class FindingStepForm(StepForm):
    """The form of any step of a finding."""

    def __init__(self, *args, step, **kwargs):
        label = NOTE_LABELS.get(step.name, _("说明"))
        builders = SCANNED if step.name == "file_scan" else BUILDERS
        super().__init__(*args, step=step, builders=builders, note_label=label, note_help=NOTE_HELP.get(step.name, ""), **kwargs)
        if step.name == "sign":
            self.fields["receiver"].required = True

    def clean(self):
        values = super().clean()
        for name in ("public_text", "removal_text"):
            if names_a_person(values.get(name) or ""):
                self.add_error(name, PRIVATE_TEXT)
        if self.step.name == "serve":
            add_service_faults(self, values)
        return values


class VerdictForm(forms.Form):
    """What was found out, the same of every draft that was chosen."""

    note = forms.CharField(
        label=_("核实情况或者不予督导的理由"), max_length=500, widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("逐条写入所选线索。情况不同的，请分别办理。"), error_messages={"required": _("请写明核实情况或者理由。")},
    )  # fmt: skip

    def __init__(self, *args, cases, user, **kwargs):
        super().__init__(*args, **kwargs)


class FindingForm(forms.Form):
    """A finding by hand, on one of the four grounds; the matter it is about may be named by its number."""

    ground = forms.TypedChoiceField(label=_("情形（条例第五十八条）"), choices=Ground.choices, coerce=int, widget=forms.RadioSelect)
    duty = forms.CharField(label=_("未履行的职责"), max_length=200, help_text=_("一句话写明什么没有做到。"))
    facts = forms.CharField(label=_("情况说明"), max_length=2000, widget=forms.Textarea(attrs={"rows": 5}))
    subject = forms.CharField(label=_("所涉事项编号"), max_length=40, required=False, help_text=_("可不填。填写后两件事项互相可查。"))
    outside_kind = forms.ChoiceField(
        label=_("政府以外的单位类别"), choices=[("", _("不是，责任单位就是上面所选单位")), *Outside.choices], required=False,
        help_text=_("由上面所选的主管部门依照条例第六十二条责令整改。对个人的情况不在这里登记。"),
    )  # fmt: skip
    outside = forms.CharField(label=_("政府以外的单位名称"), max_length=60, required=False)
    outside_code = forms.CharField(label=_("统一社会信用代码"), max_length=18, required=False)

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.user = user
        offices = supervised_by(user.acting_post.office).order_by("place__path", "type", "code")
        self.fields["unit"] = GroupedChoiceField(
            offices, group_of=lambda row: row.place.short_name, label_of=lambda row: row.short_name, label=_("责任单位"),
            help_text=_("只列出本领导小组监督的单位（条例第五十八条）。"),
        )  # fmt: skip
        self.order_fields(["unit", "ground", "duty", "facts", "subject", "outside_kind", "outside", "outside_code"])
        for name in ("outside", "outside_code"):
            self.fields[name].depends = True

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

    def clean_outside(self):
        name = self.cleaned_data["outside"].strip()
        if self.cleaned_data.get("outside_kind") and not name:
            raise forms.ValidationError(_("请填写政府以外的单位名称。"))
        if name and not self.cleaned_data.get("outside_kind"):
            raise forms.ValidationError(_("请选择单位类别。"))
        return name

    def clean_outside_code(self):
        code = self.cleaned_data["outside_code"].strip().upper()
        if code and not is_credit_code(code):
            raise forms.ValidationError(_("统一社会信用代码不正确，请核对。"))
        return code

    def _case(self, number):
        """The case of that number, of whatever procedure, as far as the person may see it."""
        for model in registry.case_models().values():
            found = model.objects.visible_to(self.user, model.view_capability).filter(number=number).first()
            if found:
                return found
        return None
