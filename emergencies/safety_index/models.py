"""The method of the safety index in versions, the inhabitants it divides by, and its editions with every input they were computed from.

Places are measured, nobody's person: an input is a number of cases of a place.
"""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from emergencies.safety_index.enums import FINAL, PUBLIC, RUNNING, TONES, Shows, State, Tone
from emergencies.safety_index.flow import FLOW
from emergencies.safety_index.permissions import VIEW
from emergencies.safety_index.rules import Gauge, per_unit, points
from governance.cases.models import Case, CaseQuerySet
from governance.deadlines.enums import Mark
from governance.places.models import Place
from governance.search.query import generated_vector_field


class MethodQuerySet(models.QuerySet):
    def in_force(self, month):
        """The latest version for editions of that month, or None."""
        return self.filter(valid_from__lte=month).order_by("-valid_from", "-pk").first()


class Method(models.Model):
    """A version of the method (编制办法). Never overwritten: another follows it, from a month on.

    `window` months of cases are counted, those of the month included. A place with fewer than `least_people` inhabitants has no public
    result. A sub-index has risen where the last `rise_window` months have at least `rise_least` cases and more than `rise_share` per cent
    more than the months before them.
    """

    version = models.CharField(_("版本"), max_length=20, unique=True)
    valid_from = models.DateField(_("自哪个月起"))
    window = models.PositiveSmallIntegerField(_("统计月数"), validators=[MinValueValidator(1), MaxValueValidator(24)])
    least_people = models.PositiveIntegerField(_("公布结果的最少人口"))
    rise_window = models.PositiveSmallIntegerField(_("比较月数"), validators=[MinValueValidator(1), MaxValueValidator(12)])
    rise_least = models.PositiveSmallIntegerField(_("上升提示的最少件数"), validators=[MinValueValidator(5)])
    rise_share = models.PositiveSmallIntegerField(_("上升提示的升幅（%）"))
    source = models.CharField(_("来源说明"), max_length=300)
    mark = models.CharField(_("来源"), max_length=1, choices=Mark.choices)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("发布人"))
    at = models.DateTimeField(_("发布时间"), null=True)

    objects = MethodQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("平安指数编制办法")
        ordering = ("-valid_from", "-pk")
        constraints = [models.CheckConstraint(condition=Q(valid_from__day=1), name="index_method_begins_with_a_month")]

    def __str__(self):
        return self.version


class Component(models.Model):
    """A sub-index of a version: which declared figures are counted, its weight, and its two ends in cases per 10,000 inhabitants.

    `sources` are codes of figures, `code:rest` for what the numerator of a rate leaves of its denominator; they are added up.
    """

    method = models.ForeignKey(Method, models.CASCADE, related_name="components", verbose_name=_("版本"))
    code = models.CharField(_("代码"), max_length=20)
    label = models.CharField(_("分项"), max_length=30)
    sources = ArrayField(models.CharField(max_length=60), verbose_name=_("取数指标"))
    counted = models.CharField(_("统计内容"), max_length=120)
    weight = models.PositiveSmallIntegerField(_("权重"), validators=[MaxValueValidator(100)])
    best = models.DecimalField(_("满分上限（件/万人）"), max_digits=8, decimal_places=2)
    worst = models.DecimalField(_("零分下限（件/万人）"), max_digits=8, decimal_places=2)
    advice = models.TextField(_("防范提示"), max_length=600)

    class Meta:
        verbose_name = verbose_name_plural = _("平安指数分项")
        ordering = ("method", "pk")
        constraints = [
            models.UniqueConstraint(fields=["method", "code"], name="index_component_once"),
            models.CheckConstraint(condition=Q(worst__gt=F("best")), name="index_component_has_two_ends"),
        ]

    def __str__(self):
        return self.label

    @property
    def gauge(self):
        return Gauge(self.code, self.weight, self.best, self.worst)


class Band(models.Model):
    """A grade of the index: from how many points on, its word and its colour."""

    method = models.ForeignKey(Method, models.CASCADE, related_name="bands", verbose_name=_("版本"))
    tone = models.CharField(_("颜色"), max_length=10, choices=Tone.choices)
    label = models.CharField(_("等级"), max_length=12)
    least = models.PositiveSmallIntegerField(_("起点（分）"), validators=[MaxValueValidator(100)])

    class Meta:
        verbose_name = verbose_name_plural = _("平安指数等级")
        ordering = ("method", "-least")
        constraints = [models.UniqueConstraint(fields=["method", "tone"], name="index_band_once")]

    def __str__(self):
        return self.label


class PopulationQuerySet(models.QuerySet):
    def at(self, year):
        """The latest number of each place up to that year."""
        return self.filter(year__lte=year).order_by("place_id", "-year").distinct("place_id")


class Population(models.Model):
    """常住人口 of a place in a year. A number that was used stays: another year's is another row."""

    place = models.ForeignKey(Place, models.PROTECT, related_name="+", verbose_name=_("区划"))
    year = models.PositiveSmallIntegerField(_("年份"), validators=[MinValueValidator(2000), MaxValueValidator(2100)])
    people = models.PositiveIntegerField(_("常住人口（人）"), validators=[MinValueValidator(1)])
    source = models.CharField(_("来源"), max_length=120)
    mark = models.CharField(_("来源类别"), max_length=1, choices=Mark.choices)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("录入人"))
    at = models.DateTimeField(_("录入时间"), null=True)

    objects = PopulationQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("常住人口")
        ordering = ("place__path", "-year")
        constraints = [models.UniqueConstraint(fields=["place", "year"], name="population_once_a_year")]

    def __str__(self):
        return f"{self.place} {self.year}"


class EditionQuerySet(CaseQuerySet):
    line_more = ("month", "method__version", "corrects_id")

    def for_detail(self):
        return self.select_related("place", "office", "method", "compiler", "approver", "corrects")

    def for_step(self):
        return self.select_related("place", "office", "method")

    def public(self):
        return self.filter(state__in=PUBLIC)

    def standing(self):
        """What holds: published and not corrected."""
        return self.filter(state=State.PUBLISHED)


class Edition(Case):
    """The index of one month, computed for the place itself, the places right below it and those below them.

    `closed` are sub-indices that rest on too few cases this time and count for nobody. `told` says in words what changed. A correction is
    an edition of its own that names the one it `corrects`.
    """

    flow = FLOW
    view_capability = VIEW
    tones = TONES

    state = models.CharField(_("状态"), max_length=10, choices=State.choices, default=State.DRAFTED)
    month = models.DateField(_("月份"))
    method = models.ForeignKey(Method, models.PROTECT, related_name="editions", verbose_name=_("编制办法"))
    computed_at = models.DateTimeField(_("取数时间"), null=True)
    closed = ArrayField(models.CharField(max_length=20), default=list, blank=True, verbose_name=_("不计入的分项"))
    told = models.TextField(_("变化说明"), blank=True, max_length=1000)
    compiler = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("送审人"))
    approver = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("审定人"))
    published_at = models.DateTimeField(_("发布时间"), null=True)
    corrects = models.ForeignKey("self", models.PROTECT, null=True, related_name="corrections", verbose_name=_("更正的一期"))
    search = generated_vector_field("title")

    objects = EditionQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("平安指数")
        ordering = ("-month", "-id")
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=FINAL, closed_at__isnull=False) | (~Q(state__in=FINAL) & Q(closed_at=None)),
                name="safety_index_closed_has_its_moment",
            ),
            models.CheckConstraint(condition=Q(month__day=1), name="safety_index_of_a_month"),
            models.CheckConstraint(condition=~Q(state__in=PUBLIC) | Q(published_at__isnull=False), name="safety_index_published_when"),
            models.UniqueConstraint(fields=["place", "month"], condition=Q(state__in=RUNNING), name="safety_index_one_running"),
            models.UniqueConstraint(fields=["place", "month"], condition=Q(state=State.PUBLISHED), name="safety_index_one_standing"),
        ]
        indexes = [
            models.Index(fields=["opened_at", "id"], name="safety_index_opened"),
            models.Index(fields=["place_path", "due_at"], name="safety_index_path"),
            GinIndex(fields=["office_ids"], name="safety_index_offices", fastupdate=False),
            GinIndex(fields=["search"], name="safety_index_search", fastupdate=False),
        ]

    @property
    def summary(self):
        return self.told


class Score(models.Model):
    """What came out for one place, and the number of inhabitants it was divided by. `earlier` is the month before by the same method."""

    edition = models.ForeignKey(Edition, models.CASCADE, related_name="scores", verbose_name=_("平安指数"))
    place = models.ForeignKey(Place, models.PROTECT, related_name="+", verbose_name=_("区划"))
    people = models.PositiveIntegerField(_("常住人口（人）"), null=True)
    index = models.DecimalField(_("指数"), max_digits=4, decimal_places=1, null=True)
    earlier = models.DecimalField(_("上月指数"), max_digits=4, decimal_places=1, null=True)
    band = models.ForeignKey(Band, models.PROTECT, null=True, related_name="+", verbose_name=_("等级"))
    shows = models.CharField(_("公布内容"), max_length=10, choices=Shows.choices, default=Shows.NOTHING)

    class Meta:
        verbose_name = verbose_name_plural = _("平安指数结果")
        ordering = ("place__path",)
        constraints = [models.UniqueConstraint(fields=["edition", "place"], name="index_score_once")]

    def __str__(self):
        return f"{self.place} {self.index}"

    @property
    def change(self):
        """Against the month before; None where there is nothing to compare with."""
        return None if None in (self.index, self.earlier) else self.index - self.earlier


class Input(models.Model):
    """An input: how many cases of one sub-index a place has in the window, in the last months of it, and in the months before those."""

    edition = models.ForeignKey(Edition, models.CASCADE, related_name="readings", verbose_name=_("平安指数"))
    place = models.ForeignKey(Place, models.PROTECT, related_name="+", verbose_name=_("区划"))
    component = models.ForeignKey(Component, models.PROTECT, related_name="+", verbose_name=_("分项"))
    count = models.PositiveIntegerField(_("件数"))
    recent = models.PositiveIntegerField(_("近期件数"))
    before = models.PositiveIntegerField(_("此前同期件数"), null=True)
    rose = models.BooleanField(_("明显上升"), default=False)

    class Meta:
        verbose_name = verbose_name_plural = _("平安指数数据")
        ordering = ("place__path", "component")
        constraints = [models.UniqueConstraint(fields=["edition", "place", "component"], name="index_reading_once")]

    def __str__(self):
        return f"{self.place} {self.component} {self.count}"

    def rate(self, people):
        return per_unit(self.count, people)

    def points(self, people):
        return points(self.component.gauge, self.count, people)
