"""Incidents (突发事件), their kinds and grade standards, the measures against a disease, and its counts."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Q
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from emergencies.incidents.enums import (
    FINAL,
    GRADED,
    TAKEN_UP,
    TONES,
    Category,
    Figure,
    Grade,
    HealthMeasure,
    Reached,
    Response,
    Source,
    State,
)
from emergencies.incidents.flow import COUNTS, FLOW
from emergencies.incidents.permissions import VIEW
from emergencies.incidents.rules import EMERGENCY
from emergencies.plans.enums import Scenario
from governance.cases.models import Case, CaseQuerySet
from governance.deadlines.enums import Mark
from governance.people.enums import OfficeKind, OfficeType
from governance.people.models import Office
from governance.privacy.fields import SealedField
from governance.search.query import generated_vector_field

ON_THE_GROUND = (OfficeType.TOWNSHIP, OfficeType.VILLAGE)  # they are called upon; they command where they lead, or were handed it


class IncidentKindQuerySet(models.QuerySet):
    def in_use(self):
        return self.filter(active=True)


class IncidentKind(models.Model):
    """A kind of incident: `trade` names the bureau that leads, `scenario` the plans that apply, `supplement` the limit of supplements."""

    code = models.CharField(_("代码"), max_length=20, unique=True)
    name = models.CharField(_("名称"), max_length=30)
    category = models.CharField(_("类别"), max_length=8, choices=Category.choices)
    trade = models.CharField(_("牵头行业"), max_length=30)
    scenario = models.CharField(_("适用预案"), max_length=12, choices=Scenario.choices)
    supplement = models.CharField(_("补报期限"), max_length=40, default="supplement")
    keywords = ArrayField(models.CharField(max_length=20), default=list, blank=True, verbose_name=_("关键词"))
    position = models.PositiveSmallIntegerField(_("次序"), default=0)
    active = models.BooleanField(_("在用"), default=True)

    objects = IncidentKindQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("事件类型")
        ordering = ("position", "pk")

    def __str__(self):
        return self.name


class GradeStandardQuerySet(models.QuerySet):
    def fitting(self, kind):
        """Those of the kind itself; where it has none, those of its category."""
        own = self.filter(kind=kind)
        return own if own.exists() else self.filter(kind=None, category=kind.category)


class GradeStandard(models.Model):
    """What figure makes an incident of a kind, or of a category, one of a grade. Where there is none the grade is judged, with reasons."""

    kind = models.ForeignKey(IncidentKind, models.PROTECT, null=True, blank=True, related_name="standards", verbose_name=_("事件类型"))
    category = models.CharField(_("类别"), max_length=8, choices=Category.choices)
    grade = models.CharField(_("等级"), max_length=14, choices=Grade.choices)
    figure = models.CharField(_("数字"), max_length=12, choices=Figure.choices)
    least = models.PositiveIntegerField(_("至少"))
    second = models.CharField(_("并且"), max_length=12, choices=Figure.choices, blank=True)
    also = models.PositiveIntegerField(_("至少"), default=0)
    citation = models.CharField(_("依据"), max_length=120)
    mark = models.CharField(_("来源"), max_length=1, choices=Mark.choices)

    objects = GradeStandardQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("事件分级标准")
        ordering = ("category", "kind", "pk")
        constraints = [
            models.UniqueConstraint(
                fields=["category", "kind", "grade", "figure", "second"], name="grade_standard_once", nulls_distinct=False
            ),
            models.CheckConstraint(condition=~Q(category=Category.SOCIAL), name="grade_standard_not_of_social_safety"),
        ]

    def __str__(self):
        return f"{self.category} {self.grade} {self.figure} {self.least}"


class IncidentQuerySet(CaseQuerySet):
    line_more = ("kind__name", "grade", "source", "response", "landmark")

    def for_detail(self):
        return self.select_related("place", "office", "kind", "site", "reporter__place", "command_office", "same_as")

    def for_step(self):
        return self.select_related("place", "office__place", "kind", "site", "reporter__place", "command_office")

    def with_contact(self):
        return self.exclude(reporter_name="", reporter_phone="")

    def handled(self):
        """Verified, and not over."""
        return self.filter(state=State.HANDLING)

    def real(self):
        """Neither untrue nor told twice."""
        return self.exclude(state__in=[State.DISMISSED, State.MERGED])

    def on_map(self):
        return self.filter(latitude__isnull=False, longitude__isnull=False)


class Incident(Case):
    """Art. 31. `office` leads, `site` is the unit it happened at where that has an account, `unit_name` its name.

    `reporter` is the office whose turn it is to report upwards, `reached` the highest level that was told. `computed` is the grade by
    figures, `grade` the one that counts: the same, or a graver one with reasons. Who reported it is sealed. `kept` says whether every
    report so far was in time; None before the first.
    """

    flow = FLOW
    view_capability = VIEW
    tones = TONES
    tracking_page = "incident_tracked"

    state = models.CharField(_("状态"), max_length=12, choices=State.choices, default=State.REGISTERED)
    kind = models.ForeignKey(IncidentKind, models.PROTECT, related_name="incidents", verbose_name=_("事件类型"))
    category = models.CharField(_("类别"), max_length=8, choices=Category.choices)
    source = models.CharField(_("来源"), max_length=12, choices=Source.choices)
    source_number = models.CharField(_("来源编号"), max_length=60, blank=True)
    source_name = models.CharField(_("来源单位"), max_length=80, blank=True)
    occurred_at = models.DateTimeField(_("发生时间"))
    description = models.TextField(_("事件情况"))
    landmark = models.CharField(_("详细位置"), max_length=120, blank=True)
    latitude = models.FloatField(_("纬度"), null=True, blank=True)
    longitude = models.FloatField(_("经度"), null=True, blank=True)
    site = models.ForeignKey(Office, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("发生单位（有账号的）"))
    unit_name = models.CharField(_("发生单位"), max_length=80, blank=True)
    dead = models.PositiveIntegerField(Figure.DEAD.label, default=0)
    missing = models.PositiveIntegerField(Figure.MISSING.label, default=0)
    badly_hurt = models.PositiveIntegerField(Figure.BADLY_HURT.label, default=0)
    lightly_hurt = models.PositiveIntegerField(Figure.LIGHTLY_HURT.label, default=0)
    ill = models.PositiveIntegerField(Figure.ILL.label, default=0)
    moved = models.PositiveIntegerField(Figure.MOVED.label, default=0)
    loss = models.PositiveIntegerField(Figure.LOSS.label, default=0)
    computed = models.CharField(_("按数字计算的等级"), max_length=14, choices=Grade.choices, blank=True)
    grade = models.CharField(_("等级"), max_length=14, choices=Grade.choices, blank=True)
    response = models.CharField(_("应急响应"), max_length=1, choices=Response.choices, blank=True)
    response_at = models.DateTimeField(_("响应启动"), null=True, blank=True)
    command_office = models.ForeignKey(Office, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("指挥单位"))
    commander = models.CharField(_("指挥长"), max_length=40, blank=True)
    command_at = models.DateTimeField(_("指挥开始"), null=True, blank=True)
    reporter = models.ForeignKey(Office, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("待报告单位"))
    reached = models.CharField(_("已报至"), max_length=8, choices=Reached.choices, blank=True)
    kept = models.BooleanField(_("按时报告"), null=True)
    verified_at = models.DateTimeField(_("核实时间"), null=True, blank=True)
    first_report_at = models.DateTimeField(_("首报时间"), null=True, blank=True)
    final_report_at = models.DateTimeField(_("终报时间"), null=True, blank=True)
    supplement_until = models.DateTimeField(_("补报截止"), null=True, blank=True)
    ended_at = models.DateTimeField(_("处置结束"), null=True, blank=True)
    same_as = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="merged", verbose_name=_("并入"))
    reporter_name = SealedField(_("报告人"), kind="name", blank=True, default="")
    reporter_phone = SealedField(_("联系电话"), kind="phone", blank=True, default="")
    query_code_index = models.CharField(max_length=64, blank=True, editable=False)
    submission = models.UUIDField(_("提交凭证"), null=True, unique=True, editable=False)
    search = generated_vector_field("title", "description", "landmark", "unit_name")

    objects = IncidentQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("突发事件")
        ordering = ("-opened_at", "-id")
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=FINAL, closed_at__isnull=False) | (~Q(state__in=FINAL) & Q(closed_at=None)),
                name="incident_closed_has_its_moment",
            ),
            models.CheckConstraint(
                condition=~Q(category=Category.SOCIAL) | Q(grade="", computed=""), name="incident_of_social_safety_has_no_grade"
            ),
            models.CheckConstraint(condition=~Q(state__in=TAKEN_UP) | Q(verified_at__isnull=False), name="incident_taken_up_is_verified"),
            models.CheckConstraint(condition=~Q(state=State.MERGED) | Q(same_as__isnull=False), name="incident_merged_names_the_other"),
            models.CheckConstraint(condition=~Q(state=State.CLOSED) | Q(final_report_at__isnull=False), name="incident_closed_is_reported"),
            models.CheckConstraint(condition=Q(response="") | Q(response_at__isnull=False), name="incident_response_has_its_moment"),
            models.UniqueConstraint(fields=["source", "source_number"], condition=~Q(source_number=""), name="incident_source_once"),
        ]
        indexes = [
            models.Index(fields=["place_path", "due_at"], name="incident_path_ongoing", condition=~Q(state__in=FINAL)),
            models.Index(fields=["place_path", "occurred_at"], name="incident_path_occurred"),
            models.Index(fields=["opened_at", "id"], name="incident_opened"),
            models.Index(fields=["closed_at"], name="incident_to_erase", condition=~Q(reporter_phone="")),
            GinIndex(fields=["office_ids"], name="incident_offices", fastupdate=False),
            GinIndex(fields=["search"], name="incident_search"),
        ]

    @property
    def summary(self):
        return self.description

    @property
    def whose(self):
        """The unit it happened at, as far as it is known."""
        return self.unit_name or (self.site.name if self.site_id else "")

    @property
    def has_contact(self):
        return bool(self.reporter_phone or self.reporter_name)

    @property
    def is_graded(self):
        return self.category in GRADED

    @property
    def is_health(self):
        return self.category == Category.HEALTH

    @property
    def figures(self):
        return {name: getattr(self, name) for name in Figure.values}

    def is_run_by(self, office):
        """One command (Art. 31): who leads, who commands, and who is on duty above. A township or a village that neither leads nor was
        handed the command does not give orders, whether or not it took its task; nor does another office that was merely given one.
        `office` is a key."""
        if office in (self.office_id, self.command_office_id):
            return True
        if self.command_office_id is None and office == self.reporter_id:
            return True
        on_duty = Q(kind=OfficeKind.TERRITORIAL) & ~Q(type__in=ON_THE_GROUND) | Q(trade=EMERGENCY)
        return Office.objects.filter(on_duty, pk=office).exists()

    @cached_property
    def has_measures(self):
        return self.is_health and self.health_measures.filter(lifted_at=None).exists()


class HealthStep(models.Model):
    """防控措施 against the spread: what, where, on what ground, until when; lifted with a result."""

    incident = models.ForeignKey(Incident, models.PROTECT, related_name="health_measures", verbose_name=_("事件"))
    measure = models.CharField(_("措施"), max_length=14, choices=HealthMeasure.choices)
    text = models.TextField(_("范围和内容"))
    until = models.DateField(_("截止"), null=True, blank=True)
    at = models.DateTimeField(_("开始时间"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("决定人"))
    lifted_at = models.DateTimeField(_("解除时间"), null=True, blank=True)
    result = models.TextField(_("解除理由"), blank=True)

    class Meta:
        verbose_name = verbose_name_plural = _("防控措施")
        ordering = ("at", "pk")

    def __str__(self):
        return f"{self.get_measure_display()} {self.at:%F}"


class EpidemicCount(models.Model):
    """A day's summary of an outbreak: counts alone, no person. Written once; a later count follows it."""

    incident = models.ForeignKey(Incident, models.PROTECT, related_name="counts", verbose_name=_("事件"))
    at = models.DateTimeField(_("统计时间"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("填报人"))
    suspected = models.PositiveIntegerField(_("疑似病例"))
    confirmed = models.PositiveIntegerField(_("确诊病例"))
    severe = models.PositiveIntegerField(_("重症"))
    recovered = models.PositiveIntegerField(_("治愈"))
    ill_dead = models.PositiveIntegerField(_("病亡"))
    contacts = models.PositiveIntegerField(_("密切接触者"))
    observed = models.PositiveIntegerField(_("医学观察"))
    tested = models.PositiveIntegerField(_("检测"))
    text = models.TextField(_("流行病学摘要"))

    class Meta:
        verbose_name = verbose_name_plural = _("流行病学统计")
        ordering = ("at", "pk")

    def __str__(self):
        return f"{self.incident_id} {self.at:%F %H:%M}"

    @property
    def figures(self):
        return {name: getattr(self, name) for name in COUNTS}
