"""Kept figures: what each indicator counted, by place and month, so that a dashboard reads rows instead of counting millions."""

from django.conf import settings
from django.db import DEFAULT_DB_ALIAS, models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from governance.places.models import Place
from supervision.indicators.rules import STOCK


class FigureQuerySet(models.QuerySet):
    def between(self, first, last):
        """Figures of the months from `first` to `last`, both included."""
        return self.filter(month__gte=first, month__lte=last)

    def shown(self, first, last):
        """Those of the months, and the stocks, which have none."""
        return self.filter(Q(month__gte=first, month__lte=last) | Q(month=STOCK))

    def written(self):
        """As they were written: pages read a replica's (governance/replica.py), whoever counts and compares must not."""
        return self.using(DEFAULT_DB_ALIAS)

    def totals(self, *group):
        """Numerator and denominator summed by the given columns."""
        return self.values(*group).annotate(numerator=models.Sum("numerator"), denominator=models.Sum("denominator")).order_by(*group)


class Figure(models.Model):
    """One indicator at one place (and everything below it) in one month of registration.

    `left_out` are the cases of the month that the rate does not count; 0 where the indicator does not tell them.
    """

    indicator = models.CharField(_("指标"), max_length=60)
    place_path = models.CharField(_("路径"), max_length=24, db_collation="C")
    parent_path = models.CharField(_("上级路径"), max_length=24, db_collation="C", blank=True)
    month = models.DateField(_("月份"))
    numerator = models.IntegerField(_("分子"), default=0)
    denominator = models.IntegerField(_("分母"), default=0)
    left_out = models.IntegerField(_("未计入"), default=0, db_default=0)
    computed_at = models.DateTimeField(_("计算时间"))

    objects = FigureQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("指标数据")
        constraints = [
            models.UniqueConstraint(fields=["place_path", "month", "indicator"], name="figure_once"),
            models.CheckConstraint(condition=Q(numerator__gte=0, denominator__gte=0), name="figure_is_not_negative"),
        ]
        indexes = [models.Index(fields=["parent_path", "month"], name="figure_parent_month")]

    def __str__(self):
        return f"{self.indicator} {self.place_path} {self.month:%Y-%m}"


class DayFigure(models.Model):
    """One indicator that is kept by day, at one place down to townships, on one day of registration."""

    indicator = models.CharField(_("指标"), max_length=60)
    place_path = models.CharField(_("路径"), max_length=24, db_collation="C")
    parent_path = models.CharField(_("上级路径"), max_length=24, db_collation="C", blank=True)
    day = models.DateField(_("日期"))
    numerator = models.IntegerField(_("分子"), default=0)
    denominator = models.IntegerField(_("分母"), default=0)

    class Meta:
        verbose_name = verbose_name_plural = _("每日指标数据")
        constraints = [
            models.UniqueConstraint(fields=["place_path", "day", "indicator"], name="day_figure_once"),
            models.CheckConstraint(condition=Q(numerator__gte=0, denominator__gte=0), name="day_figure_is_not_negative"),
        ]
        indexes = [models.Index(fields=["parent_path", "day"], name="day_figure_parent")]

    def __str__(self):
        return f"{self.indicator} {self.place_path} {self.day:%F}"


class Floor(models.Model):
    """底线: the share below which a rate becomes a draft finding, from a month on; without a share it has none. A change is a new row: the
    last one written for the latest month counts. A rate without any row has the floor it was declared with.
    """

    indicator = models.CharField(_("指标"), max_length=60)
    share = models.PositiveSmallIntegerField(_("底线（%）"), null=True)
    since = models.DateField(_("自"))
    reason = models.CharField(_("依据或者理由"), max_length=200)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("修改人"))
    at = models.DateTimeField(_("修改时间"))

    class Meta:
        verbose_name = verbose_name_plural = _("指标底线")
        ordering = ("indicator", "-since", "-pk")
        constraints = [
            models.CheckConstraint(condition=Q(share=None) | Q(share__gte=1, share__lte=100), name="floor_is_a_share"),
            models.CheckConstraint(condition=Q(since__day=1), name="floor_begins_with_a_month"),
        ]

    def __str__(self):
        return f"{self.indicator} {self.share}% {self.since:%Y-%m}"


class StaleMonth(models.Model):
    """A procedure's month whose figures must be counted again; written in the transaction of whatever changed a case."""

    procedure = models.CharField(max_length=40)
    month = models.DateField()
    place_path = models.CharField(max_length=24, db_collation="C")

    class Meta:
        verbose_name = verbose_name_plural = _("待重算月份")
        indexes = [models.Index(fields=["procedure", "month"], name="stale_month")]

    def __str__(self):
        return f"{self.procedure} {self.month:%Y-%m}"


class FigureCheck(models.Model):
    """One run over all kept figures: how many were held against their rows, and what differed. Written every night, and by hand."""

    at = models.DateTimeField(_("核对时间"))
    checked = models.PositiveIntegerField(_("核对的数据"))
    different = models.PositiveIntegerField(_("与重新统计不一致"))
    unopened = models.PositiveIntegerField(_("与打开的明细不一致"))
    waiting = models.PositiveIntegerField(_("等待计入"))
    examples = models.JSONField(_("举例"), default=list)
    mended = models.BooleanField(_("已重新统计"), default=False)

    class Meta:
        verbose_name = verbose_name_plural = _("数据核对")
        ordering = ("-at", "-pk")

    def __str__(self):
        return f"{self.at:%F %H:%M}: {self.different}"

    @property
    def agrees(self):
        return not self.different and not self.unopened


class AreaMap(models.Model):
    """The authorised outlines of the places right below one, brought in from a file; without one the schematic map is shown.

    A map that is shown in public or at work carries the number of its review (审图号, 地图管理条例 §§15, 22).
    """

    place = models.OneToOneField(Place, models.CASCADE, related_name="+", verbose_name=_("地区"))
    approval = models.CharField(_("审图号"), max_length=60)
    source = models.CharField(_("来源"), max_length=120)
    width = models.PositiveSmallIntegerField()
    height = models.PositiveSmallIntegerField()
    shapes = models.JSONField(default=dict)  # {code: {"d": the outline as an SVG path, "at": [x, y] of its label}}
    added_at = models.DateTimeField(_("导入时间"))
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("导入人"))

    class Meta:
        verbose_name = verbose_name_plural = _("看板地图")

    def __str__(self):
        return f"{self.place} {self.approval}"
