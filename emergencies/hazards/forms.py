"""What people type: a hazard they found, and the forms of its steps."""

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from emergencies.hazards import terms
from emergencies.hazards.data.routing import bureau_for, latest_day, sites_near
from emergencies.hazards.enums import Grade
from emergencies.hazards.models import Criterion, RewardStandard, Sector, Stage
from governance.files.forms import AttachmentsField
from governance.files.rules import IMAGES
from governance.people.enums import OfficeKind, OfficeType
from governance.people.models import Office
from governance.places.rules import ancestors
from governance.web.casework.creating import PlacedForm
from governance.web.days import DayField, days_from_today
from governance.web.holding import Photographed, PhotographedStep
from governance.web.offices import OfficeField
from governance.web.steps import GroupedChoiceField, StepForm

STAGES = range(1, 5)
YEAR = 365  # days
PROVED = {"remove_on_spot", "report_removed", "report_governed", "verify", "accept"}  # nothing counts as removed without a photograph
STAGE_PARTS = (("text", _("第%(n)s阶段任务"), 200), ("owner", _("第%(n)s阶段责任人"), 40), ("until", _("第%(n)s阶段完成期限"), None))
NOTE_LABELS = {
    "grade_general": _("整改要求"),
    "grade_major": _("判定理由"),
    "remove_on_spot": _("当场整改情况"),
    "pass_on": _("转办理由"),
    "dismiss": _("核查情况"),
    "raise_grade": _("升级理由"),
    "lower_grade": _("降级理由"),
    "return_plan": _("需要修改的内容"),
    "list": _("督办要求"),
    "finish_stage": _("完成情况"),
    "progress": _("进展"),
    "ask_extension": _("延期理由"),
    "grant_extension": _("审批意见"),
    "refuse_extension": _("不同意的理由"),
    "report_removed": _("整改情况"),
    "report_governed": _("治理完成情况"),
    "verify": _("复查意见"),
    "accept": _("验收意见"),
    "fail": _("不合格之处"),
    "fail_major": _("不合格之处"),
    "strike": _("销号意见"),
    "refuse_strike": _("不同意的理由"),
    "remind": _("催办要求"),
    "refuse_reward": _("不予奖励的理由"),
    "pay_reward": _("发放方式和日期"),
}
NOTE_HELP = {
    "dismiss": _("举报人会看到这段话。"),
    "grade_general": _("举报人会看到整改期限；责任单位会看到整改要求。"),
    "grade_major": _("写明符合标准的事实；判定后转行业主管部门，责任单位须在期限内采取临时措施、报送治理方案。"),
    "pay_reward": _("不写银行卡号、身份证号。"),
}


def _sector(case, user):
    return forms.ModelChoiceField(Sector.objects.in_use(), label=_("行业"), initial=case.sector_id, empty_label=None)


def _criterion(case, user):
    return forms.ModelChoiceField(
        Criterion.objects.fitting(case.sector), label=_("判定标准"), empty_label=None, widget=forms.RadioSelect,
        help_text=_("对照“%(sector)s”和各行业通用的标准，点选符合的一条。") % {"sector": case.sector},
        error_messages={"required": _("请点选符合的标准；都不符合的，按一般隐患办理。")},
    )  # fmt: skip


def _site(case, user):
    field = OfficeField(
        label=_("责任单位（本平台有账号的）"), required=False, venues=True, initial=case.site,
        help_text=_("选定后，该单位可以看到这条隐患并报送整改结果；看不到是谁反映的。没有账号的不填。"),
    )  # fmt: skip
    field.offer(sites_near(case.place_path))
    return field


def _responsible(case, user):
    hint = _("单位、物业或者产权人的名称；个人家中的写“某小区某号楼住户”，不写姓名。")
    return forms.CharField(label=_("责任单位名称"), max_length=80, required=False, initial=case.responsible, help_text=hint)


def _rectify_by(case, user):
    if case.grade == Grade.MAJOR or case.state == "planning":
        return DayField(label=_("治理完成日期"), since=days_from_today(0), until=days_from_today(2 * YEAR), initial=case.rectify_by)
    longest = latest_day(terms.GENERAL.limit, at=timezone.now())
    hint = _("一般隐患最迟的整改期限见“办理时限”；能更早的写更早。")
    return DayField(label=_("整改期限"), since=days_from_today(0), until=longest, initial=longest, help_text=hint)


def _office(case, user):
    near = Office.objects.in_use().filter(kind=OfficeKind.DEPARTMENTAL, type=OfficeType.BUREAU, place__path__in=ancestors(case.place_path))
    towns = Office.objects.in_use().filter(type=OfficeType.TOWNSHIP, place__path__in=ancestors(case.place_path))
    wanted = (near | towns).exclude(pk=case.office_id).select_related("place").order_by("-place__path", "code")
    suggested = bureau_for(case.sector, case.place_path)
    return GroupedChoiceField(
        wanted, group_of=lambda row: row.place.short_name, label_of=lambda row: row.short_name, label=_("转往"),
        initial=suggested and suggested.pk, help_text=_("已按行业选好主管部门，可以改选。"),
    )  # fmt: skip


def _photographs(case, user):
    return AttachmentsField(label=_("现场照片"), allowed=IMAGES, required=False, help_text=_("最多6张，不拍人员证件。"))


def _stage(case, user):
    stages = Stage.objects.of(case).to_do()
    return forms.ModelChoiceField(stages, label=_("治理阶段"), empty_label=None, widget=forms.RadioSelect, initial=stages.first())


def _amount(case, user):
    return forms.IntegerField(label=_("申请延长（天）"), min_value=1, max_value=180)


def _text(label, *, longest, rows=3, hint=""):
    widget = forms.Textarea(attrs={"rows": rows}) if rows else None
    return lambda case, user: forms.CharField(label=label, min_length=2, max_length=longest, widget=widget, help_text=hint)


def _reward_amount(case, user):
    standard = RewardStandard.objects.filter(grade=case.grade).first()
    bounds = {"min_value": standard.least, "max_value": standard.most} if standard else {"min_value": 1}
    return forms.IntegerField(label=_("奖励金额（元）"), help_text=standard.told if standard else "", **bounds)


BUILDERS = {
    "sector": _sector,
    "criterion": _criterion,
    "site": _site,
    "responsible": _responsible,
    "rectify_by": _rectify_by,
    "office": _office,
    "photographs": _photographs,
    "stage": _stage,
    "amount": _amount,
    "measures": _text(_("已采取的措施"), longest=1000, hint=_("如：停用、停业、警戒、疏散、专人值守。")),
    "aim": _text(_("治理目标和任务"), longest=1000),
    "way": _text(_("治理方法和措施"), longest=2000, rows=4),
    "money": _text(_("经费和物资"), longest=200, rows=0),
    "people": _text(_("责任机构和人员"), longest=200, rows=0),
    "precautions": _text(_("安全措施和应急预案"), longest=1000, hint=_("治理期间怎样保证安全，出了险情怎样处置。")),
    "reward_amount": _reward_amount,
}


class HazardStepForm(PhotographedStep, StepForm):
    """The form of any step of a hazard; that of the plan takes up to four stages, each with owner and date."""

    def __init__(self, *args, step, **kwargs):
        words = {"note_label": NOTE_LABELS.get(step.name, _("说明")), "note_help": NOTE_HELP.get(step.name, "")}
        super().__init__(*args, step=step, builders=BUILDERS, **words, **kwargs)
        if "photographs" in self.fields:
            self.fields["photographs"].depends = self.needs_photographs
        for name in {"site", "responsible"} & self.fields.keys():
            self.fields[name].depends = True
        if step.name == "submit_plan":
            self._ask_stages()

    @property
    def needs_photographs(self):
        return self.step.name in PROVED

    def _ask_stages(self):
        for number in STAGES:
            for part, label, longest in STAGE_PARTS:
                words = {"label": label % {"n": number}, "required": False}
                day = DayField(since=days_from_today(0), until=days_from_today(2 * YEAR), **words) if longest is None else None
                self.fields[f"{part}_{number}"] = day or forms.CharField(max_length=longest, **words)
        self.fields["text_1"].help_text = _("分阶段治理的，逐段写明任务、责任人和期限；一次完成的可以不填。")
        stages = [f"{part}_{number}" for number in STAGES for part, *_rest in STAGE_PARTS]
        self.order_fields(["version", *self.step.fields, *stages, "note"])

    def given(self):
        found = super().given()
        return {**found, "stages": self._stages()} if self.step.name == "submit_plan" else found

    def _stages(self):
        rows = [{part: self.cleaned_data[f"{part}_{number}"] for part, *_rest in STAGE_PARTS} for number in STAGES]
        return [row for row in rows if row["text"]]

    def clean(self):
        values = super().clean()
        if {"site", "responsible"} <= self.fields.keys() and not {"site", "responsible"} & self.errors.keys():
            self._check_whose(values)
        if self.step.name == "submit_plan":
            self._check_stages(values)
        return values

    def _check_whose(self, values):
        if not values.get("site") and not values.get("responsible", "").strip():
            self.add_error("responsible", _("请写明由谁整改。"))
        elif values.get("site") and not values["responsible"]:
            values["responsible"] = values["site"].name

    def _check_stages(self, values):
        """A stage is whole or not there, and ends within the plan."""
        for number in STAGES:
            row = {part: values.get(f"{part}_{number}") for part, *_rest in STAGE_PARTS}
            for part, value in row.items() if any(row.values()) else ():
                if not value and f"{part}_{number}" not in self.errors:
                    self.add_error(f"{part}_{number}", _("阶段任务、责任人和完成期限须一并填写。"))
            if row["until"] and values.get("rectify_by") and row["until"] > values["rectify_by"]:
                self.add_error(f"until_{number}", _("不能晚于治理完成日期。"))


class FoundForm(Photographed, PlacedForm):
    """What an office or a site found. `submission` marks the form, so that it is one hazard."""

    sector = forms.ModelChoiceField(Sector.objects.in_use(), label=_("行业"), empty_label=_("请选择"))
    description = forms.CharField(
        label=_("隐患情况"), min_length=5, max_length=2000, widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("部位、现象、可能造成的后果；不写个人姓名。"),
    )  # fmt: skip
    landmark = forms.CharField(label=_("详细位置"), max_length=120, help_text=_("如：某路12号院3号楼2单元"))
    latitude = forms.FloatField(required=False, widget=forms.HiddenInput, min_value=-90, max_value=90)
    longitude = forms.FloatField(required=False, widget=forms.HiddenInput, min_value=-180, max_value=180)
    responsible = forms.CharField(label=_("责任单位名称"), max_length=80, required=False, help_text=_("知道的写上，核查时还可以更正。"))
    photographs = AttachmentsField(label=_("现场照片"), allowed=IMAGES, required=False, help_text=_("最多6张，不拍人员证件。"))

    def __init__(self, *args, site=None, places, **kwargs):
        super().__init__(*args, places=places, **kwargs)
        self.site = site
        self.ask_held()
        if site:
            del self.fields["place"], self.fields["responsible"]

    def clean(self):
        values = super().clean()
        self.check_photographs(needed=False)
        if values.get("latitude") is None or values.get("longitude") is None:
            values["latitude"] = values["longitude"] = None
        return values

    def facts(self):
        """What the service is told."""
        told = {name: self.cleaned_data[name] for name in ("sector", "description", "landmark", "latitude", "longitude", "submission")}
        if self.site:
            return {**told, "site": self.site, "place": self.site.place}
        return {**told, "place": self.cleaned_data["place"], "responsible": self.cleaned_data["responsible"]}
