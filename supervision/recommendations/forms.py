"""What is typed about a recommendation: by the sender, by a clerk from paper, and in the steps."""

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from governance.deadlines.ledger import open_one
from governance.files.forms import AttachmentsField, HeldField
from governance.people.enums import Role
from governance.web.days import DayField, days_from_today
from governance.web.offices import OfficeField
from governance.web.steps import StepForm, choice_field
from supervision.oversight.enums import Ground
from supervision.recommendations import terms
from supervision.recommendations.enums import Way
from supervision.recommendations.models import Recommendation
from supervision.recommendations.rules import reaches, service_faults
from supervision.recommendations.services import senders_for, units_of

YEAR = 365  # days
NOTE_LABELS = {
    "answer": _("整改和答复情况"),
    "ask_extension": _("延期理由"),
    "grant_extension": _("审批意见"),
    "refuse_extension": _("不同意的理由"),
    "object": _("异议理由"),
    "uphold": _("复核意见"),
    "set_day": _("调整理由"),
    "remind": _("催办内容"),
    "accept": _("评价意见"),
    "accept_partly": _("未采纳的部分和意见"),
    "ask_again": _("未采纳的理由和要求"),
    "refer": _("转督导的理由"),
    "withdraw": _("撤回理由"),
}
RECEIVER_HELP = _("如：办公室主任。只写职务。")
RECEIVER_MISSING = _("请填写签收人职务；留置送达的可以不填。")


def _day(label, *, required=True, ahead=False, help_text=""):
    since, until = (days_from_today(1), days_from_today(YEAR)) if ahead else (days_from_today(-3 * YEAR), days_from_today(0))
    return DayField(label=label, required=required, since=since, until=until, help_text=help_text)


def _text(label, *, most, rows=0, required=True, help_text=""):
    widget = forms.Textarea(attrs={"rows": rows, "maxlength": most}) if rows else None
    return forms.CharField(label=label, max_length=most, required=required, help_text=help_text, widget=widget)


def _amount(case, user):
    """Days or months, as the limit of this one is counted."""
    clock = open_one(case, terms.ANSWER)
    unit = clock.limit.get_unit_display() if clock else _now("日")
    return forms.IntegerField(label=_now("申请延长（%(unit)s）") % {"unit": unit}, min_value=1, max_value=90)


def _judging_files(case, user):
    return AttachmentsField(label=_("评价材料"), required=False, help_text=_("评价函等，可不上传。"))


def _proof(case, user):
    return AttachmentsField(label=_("整改证明材料"), required=True, help_text=_("复函扫描件、整改前后照片、制度文件等。"))


def _ground(case, user):
    return forms.TypedChoiceField(label=_("情形（条例第五十八条）"), choices=Ground.choices, coerce=int, initial=Ground.NEGLECT)


BUILDERS = {
    "receiver": lambda case, user: _text(_("签收人职务"), most=40, required=not case.on_paper, help_text=RECEIVER_HELP),
    "received_on": lambda case, user: _day(_("收到日期")),
    "way": lambda case, user: paper_way(),
    "reply_number": lambda case, user: _text(_("复函文号"), most=60, required=False),
    "amount": _amount,
    "answer_by": lambda case, user: _day(_("答复日期"), required=False, ahead=True, help_text=_("不填的，按规定期限计算。")),
    "ground": _ground,
}


def paper_way():
    field = choice_field(Recommendation, "way")
    field.choices = [("", _("请选择")), *[choice for choice in Way.choices if choice[0] != Way.PORTAL]]
    return field


class RecommendationStepForm(StepForm):
    """The form of any step of a recommendation."""

    def __init__(self, *args, step, **kwargs):
        builders = {**BUILDERS, "files": _proof if step.name == "answer" else _judging_files}
        super().__init__(*args, step=step, builders=builders, note_label=NOTE_LABELS.get(step.name, _("说明")), **kwargs)
        if step.name == "set_day":
            self.fields["answer_by"].required, self.fields["answer_by"].help_text = True, ""

    def clean(self):
        values = super().clean()
        if self.step.name == "record_paper":
            tell_service_faults(self, values)
        return values


def tell_service_faults(form, values):
    for name in service_faults(way=values.get("way") or "", receiver=values.get("receiver") or ""):
        form.add_error(name, RECEIVER_MISSING)


class WrittenForm(forms.Form):
    """What the document says, whoever types it."""

    document = _text(_("文号"), most=60, help_text=_("如：新检建〔2026〕12号。"))
    issued_on = DayField(label=_("成文日期"))
    title = _text(_("标题"), most=60, help_text=_("一句话写明建议整改什么。"))
    problem = _text(_("发现的问题"), most=3000, rows=6)
    advice = _text(_("建议内容"), most=3000, rows=6)
    basis = _text(_("依据"), most=300, required=False)
    is_urgent = forms.BooleanField(label=_("情况紧急"), required=False, help_text=_("损害正在扩大、需要尽快整改的；答复期限相应缩短。"))
    answer_by = DayField(label=_("建议书载明的答复日期"), required=False, help_text=_("不填的，按规定期限计算。"))
    files = AttachmentsField(label=_("建议书和材料"), help_text=_("盖章的建议书扫描件等。"))
    held = HeldField()

    def __init__(self, *args, at, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["held"].at = at
        self.fields["issued_on"].since, self.fields["issued_on"].until = days_from_today(-3 * YEAR), days_from_today(0)
        self.fields["answer_by"].since, self.fields["answer_by"].until = days_from_today(1), days_from_today(YEAR)

    def facts(self):
        """What the services are given; `files` were held before."""
        return {name: value for name, value in self.cleaned_data.items() if name != "files"}


def unit_field(offered=()):
    return OfficeField(label=_("被建议单位"), venues=True, offered=offered, help_text=_("写单位的全称或简称。"))


class SendForm(WrittenForm):
    """A recommendation sent on the portal by the body itself."""

    def __init__(self, *args, sender, **kwargs):
        super().__init__(*args, **kwargs)
        self.sender = sender
        self.fields["unit"] = unit_field(units_of(sender.place.path))
        self.order_fields(["unit"])

    def clean_unit(self):
        unit = self.cleaned_data["unit"]
        if unit.pk == self.sender.pk:
            raise forms.ValidationError(_("不能向本机关发出建议。"))
        if not reaches(self.sender.place.path, unit.place.path):
            raise forms.ValidationError(_("该单位不在本机关的管辖区域内，请由有管辖权的机关发出。"))
        return unit


class PaperForm(WrittenForm):
    """A recommendation that came on paper, taken down by the unit or by the leading group's office for it."""

    received_on = DayField(label=_("收到日期"), help_text=_("答复期限从这一天起算。"))
    receiver = _text(_("签收人职务"), most=40, required=False, help_text=RECEIVER_HELP)

    def __init__(self, *args, post, **kwargs):
        super().__init__(*args, **kwargs)
        self.post = post
        place = post.office.place
        self.fields["sender"] = forms.ModelChoiceField(
            senders_for(place.path).order_by("place__path", "type", "code"), label=_("发出机关"), empty_label=_("请选择")
        )
        self.fields["received_on"].since, self.fields["received_on"].until = days_from_today(-YEAR), days_from_today(0)
        self.fields["way"] = paper_way()
        self.fields["answer_by"].since = None
        if post.role == Role.LEADING_OFFICE:
            self.fields["unit"] = unit_field(units_of(place.path))
        self.order_fields(["sender", "unit", "received_on", "way", "receiver"])

    def clean_unit(self):
        unit = self.cleaned_data["unit"]
        if not reaches(self.post.office.place.path, unit.place.path):
            raise forms.ValidationError(_("该单位不在本区域内。"))
        return unit

    def clean(self):
        values = super().clean()
        tell_service_faults(self, values)
        if values.get("sender") and values["sender"] == self.unit:
            self.add_error("sender", _("发出机关和被建议单位不能是同一个。"))
        if values.get("answer_by") and values.get("received_on") and values["answer_by"] < values["received_on"]:
            self.add_error("answer_by", _("答复日期不能早于收到日期。"))
        return values

    @property
    def unit(self):
        return self.cleaned_data["unit"] if "unit" in self.fields and self.cleaned_data.get("unit") else self.post.office

    def facts(self):
        return {**super().facts(), "unit": self.unit}
