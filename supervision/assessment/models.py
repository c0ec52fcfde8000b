"""A scheme of the year, its items, and what each unit got by it: every point with the figures it was made of."""

from decimal import Decimal

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from governance.places.models import Place
from supervision.assessment.enums import GRADE_TONES, TONES, Direction, Grade, Level, State

PERCENT = {"max_digits": 5, "decimal_places": 2}
POINTS = {"max_digits": 6, "decimal_places": 2}


class SchemeQuerySet(models.QuerySet):
    def locked(self):
        return self.filter(state=State.LOCKED)

    def newest_first(self):
        return self.order_by("-year", "level", "-version")


class Scheme(models.Model):
    """The yearly assessment of one kind of unit (Art. 57). Its items are open while it is drafted, its results until it is locked."""

    year = models.PositiveSmallIntegerField(_("年度"), validators=[MinValueValidator(2022), MaxValueValidator(2099)])
    level = models.CharField(_("考核对象"), max_length=10, choices=Level.choices)
    version = models.PositiveSmallIntegerField(_("版次"), default=1)
    state = models.CharField(_("状态"), max_length=10, choices=State.choices, default=State.DRAFT)
    basis = models.CharField(_("制定依据"), max_length=200, default="《呼和浩特市社会治理促进条例》第五十七条")
    excellent = models.DecimalField(_("优秀，不低于"), default=Decimal(90), **PERCENT)
    good = models.DecimalField(_("良好，不低于"), default=Decimal(80), **PERCENT)
    passed = models.DecimalField(_("合格，不低于"), default=Decimal(60), **PERCENT)
    adjust_most = models.DecimalField(_("加减分合计不超过"), default=Decimal(5), validators=[MinValueValidator(0)], **PERCENT)
    published_at = models.DateTimeField(_("印发时间"), null=True)
    computed_at = models.DateTimeField(_("计算时间"), null=True)
    locked_at = models.DateTimeField(_("锁定时间"), null=True)
    locked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")

    objects = SchemeQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("考核方案")
        ordering = ("-year", "level", "-version")
        constraints = [
            models.UniqueConstraint(fields=["year", "level", "version"], name="scheme_version_once"),
            models.UniqueConstraint(fields=["year", "level"], condition=Q(state=State.LOCKED), name="scheme_locked_once_a_year"),
            models.CheckConstraint(
                condition=Q(excellent__gt=F("good"), good__gt=F("passed"), passed__gt=0, excellent__lte=100), name="scheme_classes_descend"
            ),
            models.CheckConstraint(
                condition=Q(state=State.LOCKED, locked_at__isnull=False) | (~Q(state=State.LOCKED) & Q(locked_at=None)),
                name="scheme_locked_has_its_moment",
            ),
        ]

    def __str__(self):
        return _("%(year)s年度%(level)s社会治理考核") % {"year": self.year, "level": self.get_level_display()}

    @property
    def tone(self):
        return TONES[self.state]


class SchemeItem(models.Model):
    """An indicator with its weight: none of it at the floor, all of it at the target."""

    scheme = models.ForeignKey(Scheme, models.CASCADE, related_name="items")
    position = models.PositiveSmallIntegerField()
    indicator = models.CharField(_("指标"), max_length=60)
    label = models.CharField(_("名称"), max_length=60)
    direction = models.CharField(_("方向"), max_length=6, choices=Direction.choices, default=Direction.HIGHER)
    weight = models.DecimalField(_("权重"), **PERCENT)
    floor = models.DecimalField(_("底线值（%）"), **PERCENT)
    target = models.DecimalField(_("目标值（%）"), **PERCENT)

    class Meta:
        verbose_name = verbose_name_plural = _("考核指标")
        ordering = ("position",)
        constraints = [
            models.UniqueConstraint(fields=["scheme", "indicator"], name="scheme_item_once"),
            models.CheckConstraint(condition=Q(weight__gt=0, weight__lte=100), name="scheme_item_has_weight"),
            models.CheckConstraint(
                condition=Q(direction=Direction.HIGHER, target__gt=F("floor")) | Q(direction=Direction.LOWER, target__lt=F("floor")),
                name="scheme_item_band_fits_its_direction",
            ),
        ]

    def __str__(self):
        return self.label


class Adjustment(models.Model):
    """Points added or taken off by hand, with the proof."""

    scheme = models.ForeignKey(Scheme, models.CASCADE, related_name="adjustments")
    place = models.ForeignKey(Place, models.PROTECT, related_name="+", verbose_name=_("考核单位"))
    points = models.DecimalField(_("分值"), help_text=_("加分填正数，减分填负数。"), **PERCENT)
    reason = models.CharField(_("事由"), max_length=100)
    proof = models.TextField(_("证明材料"), help_text=_("写明文件名称、文号或者通报出处。"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField(_("登记时间"))

    class Meta:
        verbose_name = verbose_name_plural = _("加减分")
        ordering = ("at", "pk")
        constraints = [models.CheckConstraint(condition=~Q(points=0), name="adjustment_is_not_zero")]

    def __str__(self):
        return f"{self.place} {self.points:+}"


class ResultQuerySet(models.QuerySet):
    def ranked(self):
        return self.select_related("place").order_by(F("rank").asc(nulls_last=True), "place__path")


class Result(models.Model):
    """What one unit got. `base` comes from the indicators, `total` with what was added or taken off by hand."""

    scheme = models.ForeignKey(Scheme, models.CASCADE, related_name="results")
    place = models.ForeignKey(Place, models.PROTECT, related_name="+", verbose_name=_("考核单位"))
    base = models.DecimalField(_("指标得分"), null=True, **POINTS)
    adjusted = models.DecimalField(_("加减分"), default=Decimal(0), **POINTS)
    total = models.DecimalField(_("总分"), null=True, **POINTS)
    grade = models.CharField(_("等次"), max_length=10, choices=Grade.choices, blank=True)
    rank = models.PositiveSmallIntegerField(_("名次"), null=True)
    is_small = models.BooleanField(_("有指标基数不足30"), default=False)

    objects = ResultQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("考核结果")
        constraints = [
            models.UniqueConstraint(fields=["scheme", "place"], name="result_once"),
            models.CheckConstraint(condition=Q(total=None) | Q(total__gte=0, total__lte=100), name="result_total_is_out_of_100"),
        ]

    def __str__(self):
        return f"{self.place} {self.total}"

    @property
    def tone(self):
        return GRADE_TONES[Grade(self.grade)]


class ResultItem(models.Model):
    """The points of one item, with the figures they were made of."""

    result = models.ForeignKey(Result, models.CASCADE, related_name="items")
    item = models.ForeignKey(SchemeItem, models.CASCADE, related_name="+")
    numerator = models.IntegerField(_("分子"))
    denominator = models.IntegerField(_("分母"))
    value = models.DecimalField(_("数值（%）"), null=True, **POINTS)
    points = models.DecimalField(_("得分"), null=True, **PERCENT)
    is_small = models.BooleanField(_("基数不足30"), default=False)

    class Meta:
        verbose_name = verbose_name_plural = _("指标得分")
        ordering = ("item__position",)
        constraints = [models.UniqueConstraint(fields=["result", "item"], name="result_item_once")]

    def __str__(self):
        return f"{self.item}: {self.points}"
