"""What people type: an incident that was told to them, and the forms of its steps."""

from datetime import timedelta

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from emergencies.incidents.data.drafting import drafted
from emergencies.incidents.enums import UNDER_WAY, Figure, Grade, HealthMeasure, Response, Source
from emergencies.incidents.flow import COUNTS, FIGURES, SIX_POINTS
from emergencies.incidents.models import EpidemicCount, Incident, IncidentKind
from emergencies.incidents.permissions import VIEW
from emergencies.incidents.services import source_of
from governance.files.forms import AttachmentsField
from governance.files.rules import IMAGES
from governance.people.enums import OfficeKind, OfficeType
from governance.people.models import Office
from governance.places.rules import ancestors
from governance.privacy.phones import is_phone
from governance.web.casework.creating import PlacedForm
from governance.web.days import DayField, MomentField, days_from_today
from governance.web.holding import Photographed
from governance.web.offices import OfficeField, offices_of
from governance.web.steps import GroupedChoiceField, StepForm

MOST = 1_000_000  # nothing counted here comes near it
YEAR, A_MONTH = 365, 31
POINTS = {
    "unit": (_("一、发生单位概况"), 2, _("名称、性质、人数、生产经营情况。没有单位的写明地点性质。")),
    "scene": (_("二、时间、地点和现场情况"), 3, ""),
    "course": (_("三、简要经过"), 4, ""),
    "casualties": (_("四、伤亡人数和初步估计的损失"), 2, _("含下落不明人数。已按登记的数字填好，请核对；不写姓名。")),
    "measures": (_("五、已经采取的措施"), 3, ""),
    "other": (_("六、其他应当报告的情况"), 2, _("没有的写“无”。")),
}
NOTE_LABELS = {
    "verify": _("核实情况"),
    "dismiss": _("核实情况"),
    "merge": _("合并理由"),
    "transfer": _("移交理由"),
    "reclassify": _("更正理由"),
    "judge_grade": _("判定理由"),
    "raise_response": _("启动依据和要求"),
    "end_response": _("终止理由"),
    "hand_command": _("移交理由和注意事项"),
    "take_measure": _("范围和内容"),
    "lift_measure": _("解除理由"),
    "count_cases": _("流行病学摘要"),
    "end": _("处置结果"),
    "reopen": _("恢复处置的理由"),
    "close": _("办结意见"),
    "remind": _("催办要求"),
}
NOTE_HELP = {
    "dismiss": _("报告人会看到这段话。"),
    "count_cases": _("只写人数、时间、地点、共同暴露等，不写任何人的姓名、住址、电话。"),
    "transfer": _("移交后由对方继续处置，报告时限不中断。"),
    "judge_grade": _("写明依据的标准和事实。按数字已达到的等级不能判定得更低。"),
}


def kind_field(**words):
    return GroupedChoiceField(IncidentKind.objects.in_use(), group_of=lambda row: row.get_category_display(), label=_("事件类型"), **words)


def _kind(case, user):
    return kind_field(initial=case.kind_id)


class NamedIncident(forms.ModelChoiceField):
    def label_from_instance(self, row):
        return f"{row.number} {row.title}"


def _same_as(case, user):
    rows = Incident.objects.visible_to(user, VIEW).filter(state__in=UNDER_WAY, occurred_at__gte=case.occurred_at - timedelta(days=3))
    return NamedIncident(
        rows.exclude(pk=case.pk).order_by("-occurred_at"), label=_("并入的事件"), empty_label=_("请选择"),
        help_text=_("前后三天内正在处置的事件。"),
    )  # fmt: skip


def _office(case, user):
    near = Office.objects.in_use().filter(place__path__in=ancestors(case.place_path))
    wanted = near.filter(kind=OfficeKind.DEPARTMENTAL, type=OfficeType.BUREAU) | near.filter(type=OfficeType.TOWNSHIP)
    rows = wanted.exclude(pk=case.office_id).select_related("place").order_by("-place__path", "code")
    return GroupedChoiceField(rows, group_of=lambda row: row.place.short_name, label_of=lambda row: row.short_name, label=_("移交给"))


def _point(name):
    label, rows, hint = POINTS[name]
    widget = forms.Textarea(attrs={"rows": rows})
    return lambda case, user: forms.CharField(
        label=label, max_length=2000, widget=widget, help_text=hint, initial=drafted(case)[name],
        error_messages={"required": _("请填写；没有的写“无”。")},
    )  # fmt: skip


def _count(label, value=0):
    return forms.IntegerField(label=label, min_value=0, max_value=MOST, initial=value)


def _figure(name):
    return lambda case, user: _count(Figure(name).label, getattr(case, name))


def _epidemic(name):
    def build(case, user):
        last = EpidemicCount.objects.filter(incident=case).order_by("-at", "-pk").first()
        return _count(EpidemicCount._meta.get_field(name).verbose_name, getattr(last, name) if last else 0)

    return build


def _grade(case, user):
    return forms.ChoiceField(label=_("等级"), choices=Grade.choices, initial=case.grade, widget=forms.RadioSelect)


def _response(case, user):
    level = case.response or Response.FOURTH
    return forms.ChoiceField(label=_("应急响应"), choices=Response.choices, initial=level, widget=forms.RadioSelect)


def _command_office(case, user):
    field = OfficeField(label=_("指挥单位"), initial=case.command_office or user.acting_post.office)
    field.offer(offices_of(case.place_path))
    return field


def _commander(case, user):
    hint = _("职务和姓名，如：副区长某某。只写公务身份。")
    return forms.CharField(label=_("指挥长"), min_length=2, max_length=40, help_text=hint)


def _measure(case, user):
    return forms.ChoiceField(label=_("防控措施"), choices=HealthMeasure.choices)


def _measure_until(case, user):
    hint = _("期限未定的可以不填，解除时记录。")
    return DayField(label=_("措施截止"), required=False, since=days_from_today(0), until=days_from_today(YEAR), help_text=hint)


def _lifted(case, user):
    rows = case.health_measures.filter(lifted_at=None)
    return forms.ModelChoiceField(rows, label=_("解除的措施"), empty_label=None, widget=forms.RadioSelect)


BUILDERS = {
    "kind": _kind,
    "same_as": _same_as,
    "office": _office,
    **{name: _point(name) for name in SIX_POINTS},
    **{name: _figure(name) for name in FIGURES},
    **{name: _epidemic(name) for name in COUNTS},
    "grade": _grade,
    "response": _response,
    "command_office": _command_office,
    "commander": _commander,
    "measure": _measure,
    "measure_until": _measure_until,
    "lifted": _lifted,
}


class IncidentStepForm(StepForm):
    """The form of any step of an incident; that of a report is the six points of the law, filled in as far as they are known."""

    def __init__(self, *args, step, **kwargs):
        words = {"note_label": NOTE_LABELS.get(step.name, _("说明")), "note_help": NOTE_HELP.get(step.name, "")}
        super().__init__(*args, step=step, builders=BUILDERS, **words, **kwargs)


class TakenDownForm(Photographed, PlacedForm):
    """What was told of an incident, taken down by whoever was told. `submission` marks the form, so that it is one incident."""

    kind = kind_field()
    description = forms.CharField(
        label=_("事件情况"), min_length=5, max_length=2000, widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("什么事、什么样、有没有人受伤或被困、正在怎么处置；不写个人姓名、电话。"),
    )  # fmt: skip
    occurred_at = MomentField(label=_("发生时间"), help_text=_("不清楚的写接报时间。"))
    landmark = forms.CharField(label=_("详细位置"), max_length=120, help_text=_("如：某路12号院3号楼2单元"))
    latitude = forms.FloatField(required=False, widget=forms.HiddenInput, min_value=-90, max_value=90)
    longitude = forms.FloatField(required=False, widget=forms.HiddenInput, min_value=-180, max_value=180)
    unit_name = forms.CharField(label=_("发生单位"), max_length=80, required=False, help_text=_("没有单位的不填。"))
    source = forms.ChoiceField(label=_("来源"), choices=[one for one in Source.choices if one[0] != Source.PUBLIC])
    source_number = forms.CharField(
        label=_("来源编号"), max_length=60, required=False, help_text=_("来电、来文单位自己的编号，同一编号只登记一次。")
    )
    source_name = forms.CharField(label=_("来源单位"), max_length=80, required=False)
    dead = forms.IntegerField(label=Figure.DEAD.label, min_value=0, max_value=MOST, initial=0)
    missing = forms.IntegerField(label=Figure.MISSING.label, min_value=0, max_value=MOST, initial=0)
    badly_hurt = forms.IntegerField(label=Figure.BADLY_HURT.label, min_value=0, max_value=MOST, initial=0)
    lightly_hurt = forms.IntegerField(label=Figure.LIGHTLY_HURT.label, min_value=0, max_value=MOST, initial=0)
    ill = forms.IntegerField(label=Figure.ILL.label, min_value=0, max_value=MOST, initial=0)
    name = forms.CharField(label=_("报告人"), max_length=40, required=False)
    phone = forms.CharField(
        label=_("联系电话"), max_length=20, required=False, widget=forms.TelInput(),
        help_text=_("报告人和电话加密保存，说明用途后才能查看。"),
    )  # fmt: skip
    photographs = AttachmentsField(label=_("现场照片"), allowed=IMAGES, required=False, help_text=_("最多6张，不拍人员证件。"))

    def __init__(self, *args, site=None, places, **kwargs):
        super().__init__(*args, places=places, **kwargs)
        self.site = site
        self.ask_held()
        since = {"since": days_from_today(-A_MONTH), "until": days_from_today(0)}
        for name, value in since.items():
            setattr(self.fields["occurred_at"], name, value)
        self.fields["occurred_at"].initial = timezone.now
        self.fields["source"].initial = source_of(self.user)
        if site:
            for name in ("place", "unit_name", "source", "source_number", "source_name"):
                del self.fields[name]

    def clean_occurred_at(self):
        moment = self.cleaned_data["occurred_at"]
        if moment > timezone.now() + timedelta(minutes=1):
            raise forms.ValidationError(_("发生时间不能晚于现在。"))
        return moment

    def clean_phone(self):
        phone = self.cleaned_data["phone"]
        if phone and not is_phone(phone):
            raise forms.ValidationError(_("电话号码不正确，请填写手机号，或带区号的固定电话。"))
        return phone

    def clean(self):
        values = super().clean()
        self.check_photographs(needed=False)
        if values.get("latitude") is None or values.get("longitude") is None:
            values["latitude"] = values["longitude"] = None
        return values

    def facts(self):
        """What the service is told."""
        left_out = {"photographs", "held"}
        told = {name: value for name, value in self.cleaned_data.items() if name not in left_out}
        return {**told, "site": self.site, "place": self.site.place} if self.site else told
