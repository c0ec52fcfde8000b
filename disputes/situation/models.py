"""The situation of disputes as counts: by month, place and matter; repeated parties as two numbers; the method of the warnings."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from disputes.situation.rules import Method
from governance.deadlines.enums import Mark


class Source(models.TextChoices):
    COMPLAINTS = "complaints", _("诉求")
    MEDIATION = "mediation", _("调解")


class MonthCount(models.Model):
    """How many cases of a matter were registered in a month at a place and everything below it. Nothing is kept of none."""

    month = models.DateField(_("月份"))
    place_path = models.CharField(_("路径"), max_length=24, db_collation="C")
    parent_path = models.CharField(_("上级路径"), max_length=24, db_collation="C", blank=True)
    source = models.CharField(_("来源"), max_length=10, choices=Source.choices)
    matter = models.CharField(_("事项"), max_length=20)
    count = models.PositiveIntegerField(_("件数"))

    class Meta:
        verbose_name = verbose_name_plural = _("形势分析月度数据")
        constraints = [
            models.UniqueConstraint(fields=["place_path", "month", "source", "matter"], name="month_count_once"),
            models.CheckConstraint(condition=Q(count__gt=0), name="month_count_is_something"),
        ]
        indexes = [
            models.Index(fields=["parent_path", "month"], name="month_count_parent"),
            models.Index(fields=["month", "place_path"], name="month_count_month"),
        ]

    def __str__(self):
        return f"{self.month:%Y-%m} {self.place_path} {self.matter}"


class RepeatCount(models.Model):
    """How many telephones stand in two or more, and in three or more, cases of twelve months. Two numbers, never a list.

    A number below five is not even kept.
    """

    place_path = models.CharField(_("路径"), max_length=24, db_collation="C", unique=True)
    since = models.DateField(_("自"))
    twice = models.PositiveIntegerField(_("两件以上的当事人"), null=True)
    thrice = models.PositiveIntegerField(_("三件以上的当事人"), null=True)
    computed_at = models.DateTimeField(_("统计时间"))

    class Meta:
        verbose_name = verbose_name_plural = _("重复当事人数量")

    def __str__(self):
        return f"{self.place_path} {self.since:%F}"


class WarningMethodQuerySet(models.QuerySet):
    def in_force(self, at):
        """The latest version that holds at that moment, or None."""
        return self.filter(valid_from__lte=at).order_by("-valid_from", "-pk").first()


class WarningMethod(models.Model):
    """A version of how rising numbers are found. Never overwritten: another version follows it."""

    version = models.CharField(_("版本"), max_length=20, unique=True)
    valid_from = models.DateTimeField(_("自"))
    months = models.PositiveSmallIntegerField(_("对比前几个月"))
    least = models.PositiveSmallIntegerField(_("最少件数"))
    chance = models.FloatField(_("偶然性界限"))
    ratio = models.FloatField(_("与预期相比的倍数"))
    source = models.CharField(_("来源说明"), max_length=200)
    mark = models.CharField(_("来源"), max_length=1, choices=Mark.choices, default=Mark.DEFAULT)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("发布人"))

    objects = WarningMethodQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("预警方法")
        ordering = ("-valid_from", "-pk")
        constraints = [
            models.CheckConstraint(
                condition=Q(chance__gt=0, chance__lt=1, ratio__gte=1, months__gte=1, least__gte=1), name="warning_method_is_meant"
            )
        ]

    def __str__(self):
        return self.version

    @property
    def rule(self):
        return Method(self.months, self.least, self.chance, self.ratio)

    @property
    def percent(self):
        """The limit of chance in per cent, as people read it."""
        return f"{self.chance * 100:g}%"
