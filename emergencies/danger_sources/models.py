"""Major danger sources (重大危险源): the substances and thresholds they are judged by, what a unit keeps, its records and checks."""

from django.conf import settings
from django.contrib.postgres.indexes import GinIndex
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from emergencies.danger_sources.enums import FINAL, TONES, Level, Result, State, Watched
from emergencies.danger_sources.flow import FLOW
from emergencies.danger_sources.permissions import VIEW
from emergencies.danger_sources.rules import Held, Thresholds
from governance.cases.models import Case, CaseQuerySet
from governance.deadlines.enums import Mark
from governance.files.models import Attachment
from governance.people.models import Office
from governance.search.query import generated_vector_field


class LevelStandardQuerySet(models.QuerySet):
    def in_force(self, at):
        """The latest version that holds at that moment, or None."""
        return self.filter(valid_from__lte=at).order_by("-valid_from").first()


class LevelStandard(models.Model):
    """A version of what makes a level: from which R on, and how people outside weigh. Another version follows it, it is never overwritten."""

    version = models.CharField(_("版本"), max_length=30, unique=True)
    valid_from = models.DateTimeField(_("自"))
    one_from = models.DecimalField(_("一级起点"), max_digits=8, decimal_places=2)
    two_from = models.DecimalField(_("二级起点"), max_digits=8, decimal_places=2)
    three_from = models.DecimalField(_("三级起点"), max_digits=8, decimal_places=2)
    exposure = models.JSONField(_("厂外人员校正系数"))  # [[least number of people, "α"], …]
    citation = models.CharField(_("依据"), max_length=120)
    mark = models.CharField(_("来源"), max_length=1, choices=Mark.choices)

    objects = LevelStandardQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("危险源分级标准")
        ordering = ("-valid_from",)
        constraints = [
            models.CheckConstraint(
                condition=Q(three_from__gt=0, two_from__gt=models.F("three_from"), one_from__gt=models.F("two_from")),
                name="level_standard_rises",
            )
        ]

    def __str__(self):
        return self.version

    @property
    def thresholds(self):
        return Thresholds(self.one_from, self.two_from, self.three_from)


class SubstanceQuerySet(models.QuerySet):
    def in_use(self):
        return self.filter(active=True)


class Substance(models.Model):
    """A dangerous substance with its threshold in tonnes and the weight of its nature."""

    code = models.CharField(_("代码"), max_length=30, unique=True)
    name = models.CharField(_("名称"), max_length=60)
    threshold = models.DecimalField(_("临界量（吨）"), max_digits=10, decimal_places=3, validators=[MinValueValidator(0.001)])
    beta = models.DecimalField(_("校正系数β"), max_digits=5, decimal_places=2)
    citation = models.CharField(_("依据"), max_length=120)
    mark = models.CharField(_("来源"), max_length=1, choices=Mark.choices)
    active = models.BooleanField(_("在用"), default=True)

    objects = SubstanceQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("危险物质")
        ordering = ("pk",)
        constraints = [models.CheckConstraint(condition=Q(threshold__gt=0, beta__gt=0), name="substance_weighs_something")]

    def __str__(self):
        return self.name


class DangerSourceQuerySet(CaseQuerySet):
    line_more = ("level", "ratio", "site__short_name", "checked_at", "plan_filed_at")

    def for_detail(self):
        return self.select_related("place", "office", "site", "plan", "standard")

    def for_step(self):
        return self.select_related("place", "office", "site")

    def filed(self):
        return self.filter(state=State.FILED)

    def without_plan(self):
        return self.filed().filter(plan_filed_at=None)

    def on_map(self):
        return self.filter(latitude__isnull=False, longitude__isnull=False)


class DangerSource(Case):
    """A unit in which dangerous substances reach their threshold (安全生产法 §117). `office` is the bureau it is filed with, `site` runs it."""

    flow = FLOW
    view_capability = VIEW
    tones = TONES

    state = models.CharField(_("状态"), max_length=12, choices=State.choices, default=State.DECLARED)
    site = models.ForeignKey(Office, models.PROTECT, related_name="+", verbose_name=_("运营单位"))
    unit = models.CharField(_("单元（罐区、库房、装置）"), max_length=80)
    landmark = models.CharField(_("详细地址"), max_length=120)
    latitude = models.FloatField(_("纬度"), null=True, blank=True)
    longitude = models.FloatField(_("经度"), null=True, blank=True)
    exposed = models.PositiveIntegerField(_("厂界外500米内常住人数"), default=0)
    manager = models.CharField(_("安全负责人"), max_length=40)
    work_phone = models.CharField(_("值班电话"), max_length=20)
    standard = models.ForeignKey(LevelStandard, models.PROTECT, related_name="+", verbose_name=_("分级标准"))
    ratio = models.DecimalField(_("与临界量比值"), max_digits=12, decimal_places=3)
    danger = models.DecimalField(_("分级指标R"), max_digits=12, decimal_places=2)
    level = models.CharField(_("级别"), max_length=1, choices=Level.choices, blank=True)
    plan_on = models.DateField(_("预案日期"), null=True, blank=True)
    plan_filed_at = models.DateTimeField(_("预案备案"), null=True, blank=True)
    plan = models.ForeignKey(Attachment, models.PROTECT, null=True, related_name="+", verbose_name=_("应急预案"))
    filed_at = models.DateTimeField(_("备案时间"), null=True, blank=True)
    checked_at = models.DateTimeField(_("最近检查"), null=True, blank=True)
    assessed_on = models.DateField(_("安全评估日期"), null=True, blank=True)
    submission = models.UUIDField(_("提交凭证"), null=True, unique=True, editable=False)
    search = generated_vector_field("title", "unit", "landmark")

    objects = DangerSourceQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("重大危险源")
        ordering = ("-opened_at", "-id")
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=FINAL, closed_at__isnull=False) | (~Q(state__in=FINAL) & Q(closed_at=None)),
                name="danger_source_closed_has_its_moment",
            ),
            models.CheckConstraint(condition=~Q(state=State.FILED) | Q(filed_at__isnull=False), name="danger_source_filed_has_its_moment"),
        ]
        indexes = [
            models.Index(fields=["place_path", "due_at"], name="danger_source_path_ongoing", condition=~Q(state__in=FINAL)),
            models.Index(fields=["opened_at", "id"], name="danger_source_opened"),
            GinIndex(fields=["office_ids"], name="danger_source_offices", fastupdate=False),
            GinIndex(fields=["search"], name="danger_source_search"),
        ]

    @property
    def summary(self):
        return f"{self.unit} · {self.landmark}"

    @property
    def is_major(self):
        return self.level != Level.NONE


class Kept(models.Model):
    """A substance a unit keeps: the most it can hold, in tonnes."""

    source = models.ForeignKey(DangerSource, models.CASCADE, related_name="kept", verbose_name=_("重大危险源"))
    substance = models.ForeignKey(Substance, models.PROTECT, related_name="+", verbose_name=_("物质"))
    quantity = models.DecimalField(_("最大存在量（吨）"), max_digits=12, decimal_places=3)

    class Meta:
        verbose_name = verbose_name_plural = _("存放物质")
        ordering = ("pk",)
        constraints = [
            models.UniqueConstraint(fields=["source", "substance"], name="kept_substance_once"),
            models.CheckConstraint(condition=Q(quantity__gt=0), name="kept_is_something"),
        ]

    def __str__(self):
        return f"{self.substance} {self.quantity}"

    @property
    def held(self):
        return Held(self.quantity, self.substance.threshold, self.substance.beta)


class ReadingQuerySet(models.QuerySet):
    def of(self, source):
        return self.filter(source=source).select_related("by").order_by("-at", "-pk")


class Reading(models.Model):
    """One monitoring record. Written once."""

    source = models.ForeignKey(DangerSource, models.PROTECT, related_name="readings", verbose_name=_("重大危险源"))
    at = models.DateTimeField(_("时间"))
    watched = models.CharField(_("监测项目"), max_length=12, choices=Watched.choices)
    reading = models.CharField(_("监测值"), max_length=60)
    normal = models.BooleanField(_("在正常范围内"))
    note = models.TextField(_("说明"), blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("登记人"))

    objects = ReadingQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("监测记录")
        ordering = ("-at", "-pk")
        constraints = [models.CheckConstraint(condition=Q(normal=True) | ~Q(note=""), name="reading_out_of_range_is_explained")]

    def __str__(self):
        return f"{self.get_watched_display()} {self.reading}"


class YearlyCheck(models.Model):
    """A check of the source by the bureau, as it was made."""

    source = models.ForeignKey(DangerSource, models.PROTECT, related_name="checks", verbose_name=_("重大危险源"))
    at = models.DateTimeField(_("检查时间"))
    result = models.CharField(_("检查结论"), max_length=10, choices=Result.choices)
    told = models.TextField(_("检查情况"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("检查人"))
    office = models.ForeignKey(Office, models.PROTECT, null=True, related_name="+", verbose_name=_("检查单位"))

    class Meta:
        verbose_name = verbose_name_plural = _("年度检查")
        ordering = ("-at", "-pk")

    def __str__(self):
        return f"{self.source_id} {self.result}"
