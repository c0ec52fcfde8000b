"""Kept figures: what each indicator counted, by place and month, so that a dashboard reads rows instead of counting millions."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from supervision.indicators.rules import STOCK


class FigureQuerySet(models.QuerySet):
    def between(self, first, last):
        """Figures of the months from `first` to `last`, both included."""
        return self.filter(month__gte=first, month__lte=last)

    def shown(self, first, last):
        """Those of the months, and the stocks, which have none."""
        return self.filter(Q(month__gte=first, month__lte=last) | Q(month=STOCK))

    def totals(self, *group):
        """Numerator and denominator summed by the given columns."""
        return self.values(*group).annotate(numerator=models.Sum("numerator"), denominator=models.Sum("denominator")).order_by(*group)


class Figure(models.Model):
    """One indicator at one place (and everything below it) in one month of registration."""

    indicator = models.CharField(_("指标"), max_length=60)
    place_path = models.CharField(_("路径"), max_length=24, db_collation="C")
    parent_path = models.CharField(_("上级路径"), max_length=24, db_collation="C", blank=True)
    month = models.DateField(_("月份"))
    numerator = models.IntegerField(_("分子"), default=0)
    denominator = models.IntegerField(_("分母"), default=0)
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
