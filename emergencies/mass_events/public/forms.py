"""What an organiser types without an account: the application on one page, what is put right, the report after the event."""

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from emergencies.mass_events.enums import Kind, Point
from emergencies.mass_events.forms import number_field
from emergencies.mass_events.rules import FROM, deciding_level
from emergencies.mass_events.services import earliest_start, is_in_time
from governance.files.forms import AttachmentsField, HeldField
from governance.files.rules import DOCX, IMAGES, MOST_FILES, PDF
from governance.files.services import too_many
from governance.places.models import Place
from governance.privacy.phones import is_phone
from governance.web.days import MINUTES
from governance.web.formats import cn_date
from governance.web.guard.forms import GuardedForm
from governance.web.tracking.forms import PlaceChosen, StoryField, WordForm

POINT = "point_"
PAPERS = (PDF.mime, DOCX.mime, *IMAGES)
HINTS = {
    Point.WHAT: _("活动分几天几场、有哪些内容、由谁组织。"),
    Point.STAFF: _("多少人、各在什么岗位、穿什么服装或戴什么标志。"),
    Point.FIRE: _("消防设施、疏散通道、用火用电、专人值守。"),
    Point.CROWD: _("场所核定容量、预计人数、怎样控制人数。"),
    Point.BUFFER: _("缓冲区设在哪里、怎样隔离和标识。"),
    Point.ENTRY: _("怎样验票、安检，禁止带入哪些物品。"),
    Point.TRAFFIC: _("停车场、车辆路线、疏导人员。"),
    Point.ORDER: _("出入口、分区、观众疏导、散场办法。"),
    Point.RESCUE: _("指挥、报警、疏散、医疗救护和联络。"),
}


def moment_field(label, hint=""):
    widget = forms.DateTimeInput(attrs={"type": "datetime-local"}, format=MINUTES)
    return forms.DateTimeField(label=label, help_text=hint, input_formats=[MINUTES, "%Y-%m-%d %H:%M"], widget=widget)


def body_field(label, hint="", **more):
    return forms.CharField(label=label, max_length=80, min_length=2, help_text=hint, **more)


def person_field(label):
    return forms.CharField(label=label, max_length=40, widget=forms.TextInput(attrs={"autocomplete": "name"}))


def phone_field(label):
    return forms.CharField(label=label, max_length=20, widget=forms.TelInput(attrs={"autocomplete": "tel"}))


def point_field(point, number):
    return StoryField(
        label=f"{number}. {point.label}", help_text=HINTS[point], min_length=5, max_length=1000, widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"min_length": _("请写具体一些，至少 5 个字。"), "required": _("安全工作方案的九项都要写。")},
    )  # fmt: skip


class Papers:
    """Files of a form, with those held from a refused try."""

    @property
    def papers(self):
        dropped = self.data.getlist("drop") if hasattr(self.data, "getlist") else ()
        held = [upload for upload in self.cleaned_data.get("held") or () if upload.token not in dropped]
        return [*held, *(self.cleaned_data.get("files") or ())]

    def check_papers(self):
        if len(self.papers) > MOST_FILES:
            self.add_error("files", too_many())


class ApplicationForm(Papers, GuardedForm):
    """One page. `submission` marks the form, so that it is sent once."""

    title = forms.CharField(label=_("活动名称"), max_length=60, min_length=2)
    kind = forms.ChoiceField(label=_("活动类型"), choices=[("", _("请选择")), *Kind.choices])
    starts_at, ends_at = moment_field(_("开始时间")), moment_field(_("结束时间"), _("多日活动填最后一场的结束时间。"))
    expected = number_field(_("预计参加人数"), hint=_("1000人以上需要许可；5000人以上由市公安局决定。"))
    capacity = number_field(_("场所核定容量（人）"), hint=_("参加人数不得超过场所核定容量。"))
    place = forms.ModelChoiceField(
        Place.objects.in_use(), label=_("在哪里"), widget=PlaceChosen,
        error_messages={"required": _("请选择在哪个旗县区。"), "invalid_choice": _("请重新选择地点。")},
    )  # fmt: skip
    landmark = forms.CharField(label=_("举办地点"), max_length=120, min_length=2, help_text=_("如：某路12号某体育馆"))
    site_keeper = body_field(_("场所管理者"), _("同意提供场所的单位；书面同意请作为材料上传。"))
    organiser = body_field(_("承办者（单位名称）"))
    organiser_code = forms.RegexField(
        r"^[0-9A-HJ-NPQRTUWXY]{18}$", label=_("统一社会信用代码"), required=False, strip=True,
        help_text=_("18位，可以不填，以上传的证照为准。"),
        error_messages={"invalid": _("统一社会信用代码是18位数字和大写字母，请核对。")},
    )  # fmt: skip
    contact_name, contact_phone = person_field(_("联系人")), phone_field(_("联系电话"))
    safety_name, safety_phone = person_field(_("安全责任人")), phone_field(_("安全责任人电话"))
    files = AttachmentsField(
        label=_("申请材料"),
        allowed=PAPERS,
        help_text=_("承办者证照、活动方案、安全工作方案、场所管理者同意的证明等，PDF、Word 或照片，最多 6 个。"),
    )
    held = HeldField()
    submission = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["held"].at = timezone.now()
        self.fields.update({POINT + point.value: point_field(point, number) for number, point in enumerate(Point, start=1)})

    def points(self):
        """The nine fields, in the order of the law."""
        return [self[POINT + point.value] for point in Point]

    def clean(self):
        values, now = super().clean(), timezone.now()
        self.check_papers()
        starts, expected, capacity = values.get("starts_at"), values.get("expected"), values.get("capacity")
        if starts and values.get("ends_at") and values["ends_at"] <= starts:
            self.add_error("ends_at", _("结束时间须在开始时间之后。"))
        if starts and not is_in_time(starts, at=now):
            first, limit = earliest_start(at=now)
            told = {"amount": limit.amount_label, "citation": limit.citation_label, "day": cn_date(first)}
            self.add_error("starts_at", _("须在举办日的%(amount)s前申请（%(citation)s）。现在申请，最早可以在%(day)s举办。") % told)
        if expected and not deciding_level(expected):
            self.add_error("expected", _("预计不足%(least)s人的活动不需要申请许可，请自行落实安全措施。") % {"least": FROM})
        if expected and capacity and expected > capacity:
            self.add_error("capacity", _("场所核定容量小于预计参加人数，请核对或者更换场所。"))
        for name in ("contact_phone", "safety_phone"):
            if values.get(name) and not is_phone(values[name]):
                self.add_error(name, _("电话号码不正确，请填写手机号，或带区号的固定电话。"))
        return values

    def facts(self):
        """What `services.apply` asks for."""
        asked = self.cleaned_data
        own = {name: asked[name] for name in self.base_fields if name in asked and name not in {*GuardedForm.base_fields, "files", "held"}}
        plan = {point.value: asked[POINT + point.value] for point in Point}
        return {**own, "safety_plan": plan, "files": self.papers}


class WithdrawalForm(WordForm):
    note = StoryField(
        label=_("撤回、取消的原因"), max_length=500, widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("请写明原因。")},
    )  # fmt: skip


class SupplementForm(Papers, WordForm):
    """What the police asked to be put right."""

    note = StoryField(
        label=_("补正的内容"), max_length=2000, min_length=2, widget=forms.Textarea(attrs={"rows": 5}),
        error_messages={"required": _("请写明补正了什么。")},
    )  # fmt: skip
    files = AttachmentsField(label=_("补正的材料"), allowed=PAPERS, help_text=_("PDF、Word 或照片，最多 6 个，可以不选。"))
    held = HeldField()

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["held"].at = timezone.now()

    def clean(self):
        values = super().clean()
        self.check_papers()
        return values

    @property
    def given(self):
        return {"files": self.papers}


class ReportForm(WordForm):
    """How the event went, as the organiser tells it."""

    actual_people = number_field(_("实际参加人数"))
    note = StoryField(
        label=_("活动总结"), min_length=10, max_length=2000, widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("安全措施落实情况、有没有发生突发情况、今后怎样改进。不写个人姓名。"),
        error_messages={"required": _("请写活动总结。"), "min_length": _("请再写具体一些，至少 10 个字。")},
    )  # fmt: skip

    @property
    def given(self):
        return {"actual_people": self.cleaned_data["actual_people"]}
