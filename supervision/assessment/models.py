"""A scheme of the year, its items, and what each unit got by it: every point with the figures it was made of."""

from decimal import Decimal

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from governance.files.models import Attachment
from governance.people.models import Office
from governance.places.models import Place
from governance.privacy.fields import SealedField
from supervision.assessment.enums import (
    GRADE_TONES,
    SHOWN_INSIDE,
    STANDING_TONES,
    TONES,
    Direction,
    Duty,
    Grade,
    ItemKind,
    Level,
    Slot,
    Source,
    Standing,
    State,
    Unit,
)

PERCENT = {"max_digits": 5, "decimal_places": 2}
POINTS = {"max_digits": 6, "decimal_places": 2}


class SchemeQuerySet(models.QuerySet):
    def locked(self):
        return self.filter(state=State.LOCKED)

    def newest_first(self):
        return self.order_by("-year", "kind", "level", "-version")

    def sisters_of(self, scheme):
        """Every version for the same units and year, the scheme itself too."""
        return self.filter(year=scheme.year, kind=scheme.kind, level=scheme.level)

    def issued(self):
        """What the units it assesses may read."""
        return self.exclude(state=State.DRAFT)


class Scheme(models.Model):
    """The yearly assessment of one kind of unit (Art. 57). Its items are open while it is drafted, its results until it is locked."""

    year = models.PositiveSmallIntegerField(_("年度"), validators=[MinValueValidator(2022), MaxValueValidator(2099)])
    kind = models.CharField(_("对象类别"), max_length=10, choices=Unit.choices, default=Unit.PLACE, db_default="place")
    level = models.CharField(_("对象层级"), max_length=10, choices=Level.choices)
    version = models.PositiveSmallIntegerField(_("版次"), default=1)
    state = models.CharField(_("状态"), max_length=10, choices=State.choices, default=State.DRAFT)
    basis = models.CharField(_("制定依据"), max_length=200, default="《呼和浩特市社会治理促进条例》第五十七条")
    excellent = models.DecimalField(_("优秀，不低于"), default=Decimal(90), **PERCENT)
    good = models.DecimalField(_("良好，不低于"), default=Decimal(80), **PERCENT)
    passed = models.DecimalField(_("合格，不低于"), default=Decimal(60), **PERCENT)
    adjust_most = models.DecimalField(_("加减分合计不超过"), default=Decimal(5), validators=[MinValueValidator(0)], **PERCENT)
    most_apart = models.DecimalField(
        _("两人评分相差超过（%）由第三人复评"), default=Decimal(10), db_default=Decimal(10), validators=[MinValueValidator(0)], **PERCENT
    )
    published_at = models.DateTimeField(_("印发时间"), null=True)
    disclosed_at = models.DateTimeField(_("内部公布时间"), null=True)
    computed_at = models.DateTimeField(_("计算时间"), null=True)
    locked_at = models.DateTimeField(_("锁定时间"), null=True)
    locked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")

    objects = SchemeQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("考核方案")
        ordering = ("-year", "kind", "level", "-version")
        constraints = [
            models.UniqueConstraint(fields=["year", "kind", "level", "version"], name="scheme_version_once"),
            models.UniqueConstraint(fields=["year", "kind", "level"], condition=Q(state=State.LOCKED), name="scheme_locked_once_a_year"),
            models.CheckConstraint(
                condition=Q(excellent__gt=F("good"), good__gt=F("passed"), passed__gt=0, excellent__lte=100), name="scheme_classes_descend"
            ),
            models.CheckConstraint(
                condition=Q(state=State.LOCKED, locked_at__isnull=False) | (~Q(state=State.LOCKED) & Q(locked_at=None)),
                name="scheme_locked_has_its_moment",
            ),
        ]

    def __str__(self):
        return _("%(year)s年度%(unit)s社会治理考核") % {"year": self.year, "unit": self.unit_label}

    @property
    def unit_label(self):
        """旗县区, or 旗县区部门."""
        return f"{self.get_level_display()}{_('部门') if self.kind == Unit.BUREAU else ''}"

    @property
    def tone(self):
        return TONES[self.state]

    @property
    def is_shown_inside(self):
        return self.state in SHOWN_INSIDE


class SchemeItemQuerySet(models.QuerySet):
    def of_kind(self, *kinds):
        return self.filter(kind__in=kinds)


class SchemeItem(models.Model):
    """What is assessed, with its weight. An indicator: none of it at the floor, all at the target, or by `bands`; a manual item: what its
    reviewers give; a bonus or a deduction: at most so much, with proof."""

    scheme = models.ForeignKey(Scheme, models.CASCADE, related_name="items")
    position = models.PositiveSmallIntegerField()
    kind = models.CharField(_("类别"), max_length=10, choices=ItemKind.choices, default=ItemKind.INDICATOR, db_default="indicator")
    indicator = models.CharField(_("指标"), max_length=60, blank=True)
    label = models.CharField(_("名称"), max_length=60)
    criteria = models.CharField(_("评分标准"), max_length=300, blank=True, default="", db_default="")
    direction = models.CharField(_("方向"), max_length=6, choices=Direction.choices, default=Direction.HIGHER)
    weight = models.DecimalField(_("权重"), **PERCENT)
    floor = models.DecimalField(_("底线值（%）"), default=Decimal(0), **PERCENT)
    target = models.DecimalField(_("目标值（%）"), default=Decimal(100), **PERCENT)
    bands = models.JSONField(_("分档"), default=list, blank=True)

    objects = SchemeItemQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("考核指标")
        ordering = ("position",)
        constraints = [
            models.UniqueConstraint(fields=["scheme", "indicator"], condition=~Q(indicator=""), name="scheme_item_once"),
            models.UniqueConstraint(fields=["scheme", "kind", "label"], name="scheme_item_label_once"),
            models.CheckConstraint(
                condition=Q(kind=ItemKind.INDICATOR) & ~Q(indicator="") | ~Q(kind=ItemKind.INDICATOR) & Q(indicator=""),
                name="scheme_item_indicator_fits_its_kind",
            ),
            models.CheckConstraint(condition=Q(weight__gt=0, weight__lte=100), name="scheme_item_has_weight"),
            models.CheckConstraint(
                condition=Q(direction=Direction.HIGHER, target__gt=F("floor")) | Q(direction=Direction.LOWER, target__lt=F("floor")),
                name="scheme_item_band_fits_its_direction",
            ),
        ]

    def __str__(self):
        return self.label


class Reviewer(models.Model):
    """Who scores a manual item, by name."""

    item = models.ForeignKey(SchemeItem, models.CASCADE, related_name="reviewers")
    slot = models.PositiveSmallIntegerField(_("席位"), choices=Slot.choices)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("评审人"))

    class Meta:
        verbose_name = verbose_name_plural = _("评审人")
        ordering = ("slot",)
        constraints = [
            models.UniqueConstraint(fields=["item", "slot"], name="reviewer_slot_once"),
            models.UniqueConstraint(fields=["item", "user"], name="reviewer_is_another"),
        ]

    def __str__(self):
        return f"{self.get_slot_display()} {self.user}"


class ResultQuerySet(models.QuerySet):
    def ranked(self):
        return self.select_related("place", "office").order_by(F("rank").asc(nulls_last=True), "place__path", "office__code")

    def locked(self):
        return self.filter(scheme__state=State.LOCKED)

    def failed(self):
        return self.filter(grade=Grade.FAILED)


class Result(models.Model):
    """What one unit got. `base` comes from the items, `total` with what was added or taken off by hand and corrected by decisions.

    The unit is the place itself, or an office at it.
    """

    scheme = models.ForeignKey(Scheme, models.CASCADE, related_name="results")
    place = models.ForeignKey(Place, models.PROTECT, related_name="+", verbose_name=_("考核单位"))
    office = models.ForeignKey(Office, models.PROTECT, null=True, related_name="+", verbose_name=_("考核部门"))
    base = models.DecimalField(_("基础得分"), null=True, **POINTS)
    adjusted = models.DecimalField(_("加减分"), default=Decimal(0), **POINTS)
    corrected = models.DecimalField(_("异议更正"), default=Decimal(0), db_default=Decimal(0), **POINTS)
    total = models.DecimalField(_("总分"), null=True, **POINTS)
    grade = models.CharField(_("等次"), max_length=10, choices=Grade.choices, blank=True)
    rank = models.PositiveSmallIntegerField(_("名次"), null=True)
    is_small = models.BooleanField(_("有指标基数不足30"), default=False)

    objects = ResultQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("考核结果")
        constraints = [
            models.UniqueConstraint(fields=["scheme", "place"], condition=Q(office=None), name="result_once"),
            models.UniqueConstraint(fields=["scheme", "office"], condition=Q(office__isnull=False), name="result_of_an_office_once"),
            models.CheckConstraint(condition=Q(total=None) | Q(total__gte=0, total__lte=100), name="result_total_is_out_of_100"),
        ]

    def __str__(self):
        return f"{self.short_name} {self.total}"

    @property
    def tone(self):
        return GRADE_TONES[Grade(self.grade)]

    @property
    def unit(self):
        """The office, or the place where that itself is assessed."""
        return self.office or self.place

    @property
    def round(self):
        """What the unit goes through, or None where nobody reviews it."""
        return getattr(self, "appraisal", None)

    @property
    def code(self):
        return self.unit.code

    @property
    def short_name(self):
        return self.unit.short_name

    @property
    def full_name(self):
        return self.office.name if self.office else self.place.full_name


class Adjustment(models.Model):
    """Points added or taken off by hand, with the proof. They count once they are accepted."""

    scheme = models.ForeignKey(Scheme, models.CASCADE, related_name="adjustments")
    result = models.ForeignKey(Result, models.CASCADE, null=True, related_name="adjustments", verbose_name=_("考核单位"))
    place = models.ForeignKey(Place, models.PROTECT, related_name="+", verbose_name=_("区划"))
    item = models.ForeignKey(SchemeItem, models.PROTECT, null=True, related_name="+", verbose_name=_("加减分项目"))
    source = models.CharField(_("来源"), max_length=10, choices=Source.choices, default=Source.OFFICE, db_default="office")
    standing = models.CharField(_("认定"), max_length=10, choices=Standing.choices, default=Standing.ACCEPTED, db_default="accepted")
    points = models.DecimalField(_("分值"), help_text=_("加分填正数，减分填负数。"), **PERCENT)
    reason = models.CharField(_("事由"), max_length=100)
    proof = models.TextField(_("证明材料"), help_text=_("写明文件名称、文号或者通报出处。"))
    file = models.ForeignKey(Attachment, models.PROTECT, null=True, related_name="+", verbose_name=_("证明文件"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField(_("登记时间"))
    settled_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("认定人"))
    settled_at = models.DateTimeField(_("认定时间"), null=True)
    answer = models.CharField(_("认定意见"), max_length=200, blank=True, default="", db_default="")

    class Meta:
        verbose_name = verbose_name_plural = _("加减分")
        ordering = ("at", "pk")
        constraints = [models.CheckConstraint(condition=~Q(points=0), name="adjustment_is_not_zero")]

    def __str__(self):
        return f"{self.place} {self.points:+}"

    @property
    def tone(self):
        return STANDING_TONES[Standing(self.standing)]


class Score(models.Model):
    """What one reviewer gave one unit for one manual item, apart from the others."""

    result = models.ForeignKey(Result, models.CASCADE, related_name="scores")
    item = models.ForeignKey(SchemeItem, models.CASCADE, related_name="scores")
    slot = models.PositiveSmallIntegerField(_("席位"), choices=Slot.choices)
    points = models.DecimalField(_("评分"), validators=[MinValueValidator(0)], **PERCENT)
    remark = models.CharField(_("理由"), max_length=200, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("评审人"))
    at = models.DateTimeField(_("评分时间"))

    class Meta:
        verbose_name = verbose_name_plural = _("评分")
        ordering = ("slot",)
        constraints = [
            models.UniqueConstraint(fields=["result", "item", "slot"], name="score_slot_once"),
            models.UniqueConstraint(fields=["result", "item", "by"], name="score_by_another"),
        ]

    def __str__(self):
        return f"{self.item} {self.points}"


class Responsible(models.Model):
    """Whom Art. 58 keeps from being honoured because this unit failed: named by who reviews it. Somebody without an account is sealed."""

    result = models.ForeignKey(Result, models.CASCADE, related_name="responsible")
    kind = models.CharField(_("类别"), max_length=8, choices=Duty.choices)
    duty = models.CharField(_("职务"), max_length=60)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("账号"))
    name = SealedField(_("姓名"), kind="name", blank=True, default="")
    name_index = models.CharField(max_length=64, blank=True, db_index=True, editable=False)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(_("登记时间"))

    class Meta:
        verbose_name = verbose_name_plural = _("主管人员和直接责任人员")
        ordering = ("kind", "pk")
        constraints = [
            models.UniqueConstraint(fields=["result", "user"], condition=Q(user__isnull=False), name="responsible_once"),
            models.CheckConstraint(condition=Q(user__isnull=False) | ~Q(name_index=""), name="responsible_is_somebody"),
        ]

    def __str__(self):
        return f"{self.shown_name} {self.duty}"

    @property
    def shown_name(self):
        """In full where it is an account's; the mask of a sealed one."""
        return str(self.user) if self.user_id else str(self.name)


class ResultItem(models.Model):
    """The points of one item, with the figures they were made of."""

    result = models.ForeignKey(Result, models.CASCADE, related_name="items")
    item = models.ForeignKey(SchemeItem, models.CASCADE, related_name="+")
    numerator = models.IntegerField(_("分子"), default=0)
    denominator = models.IntegerField(_("分母"), default=0)
    value = models.DecimalField(_("数值（%）"), null=True, **POINTS)
    points = models.DecimalField(_("得分"), null=True, **PERCENT)
    is_small = models.BooleanField(_("基数不足30"), default=False)

    class Meta:
        verbose_name = verbose_name_plural = _("指标得分")
        ordering = ("item__position",)
        constraints = [models.UniqueConstraint(fields=["result", "item"], name="result_item_once")]

    def __str__(self):
        return f"{self.item}: {self.points}"
