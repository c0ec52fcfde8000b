"""The working calendar as data: days that differ from their place in the week, years, and office hours."""

from datetime import date

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from governance.calendar.enums import DayKind


class CalendarYearQuerySet(models.QuerySet):
    def official(self):
        return self.filter(official=True)


class CalendarYear(models.Model):
    """A loaded year. Limits that touch a year without official notice are provisional."""

    year = models.PositiveSmallIntegerField(_("年份"), unique=True)
    official = models.BooleanField(_("已有正式通知"), default=False)
    source = models.CharField(_("依据"), max_length=200)
    loaded_at = models.DateTimeField(_("载入时间"))

    objects = CalendarYearQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("工作日历年度")
        ordering = ("year",)
        constraints = [
            models.CheckConstraint(condition=Q(year__gte=2000, year__lte=2200), name="calendar_year_is_plausible"),
        ]

    def __str__(self):
        return str(self.year)


class CalendarDayQuerySet(models.QuerySet):
    def in_year(self, year):
        return self.filter(date__range=(date(year, 1, 1), date(year, 12, 31)))

    def local(self):
        """What the local government added (全国年节及纪念日放假办法 §4: festivals of minority peoples)."""
        return self.filter(kind=DayKind.LOCAL)


class CalendarDay(models.Model):
    """A day that is worked or free of work against its place in the week, or has a name worth showing.

    `year` is the year whose notice arranges the day (New Year's rest may begin in December); a local holiday has none.
    """

    date = models.DateField(_("日期"), unique=True)
    year = models.ForeignKey(CalendarYear, models.PROTECT, null=True, related_name="days", verbose_name=_("所属年度"))
    kind = models.CharField(_("类型"), max_length=10, choices=DayKind.choices)
    name = models.CharField(_("名称"), max_length=60)
    source = models.CharField(_("依据"), max_length=200)

    objects = CalendarDayQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("节假日")
        ordering = ("date",)
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=DayKind.values), name="calendar_day_kind_is_known"),
            models.CheckConstraint(
                condition=Q(kind=DayKind.LOCAL, year=None) | (~Q(kind=DayKind.LOCAL) & Q(year__isnull=False)),
                name="calendar_day_local_or_arranged",
            ),
            models.CheckConstraint(
                condition=~Q(kind=DayKind.MAKE_UP) | Q(date__iso_week_day__gte=6),
                name="calendar_day_made_up_on_a_weekend",
            ),
        ]

    def __str__(self):
        return f"{self.date:%F} {self.name} {self.get_kind_display()}"


class OfficePeriod(models.Model):
    """Office hours of a working day. The periods of one `valid_from` hold together until those of the next one."""

    opens = models.TimeField(_("上班"))
    closes = models.TimeField(_("下班"))
    valid_from = models.DateField(_("自"))

    class Meta:
        verbose_name = verbose_name_plural = _("办公时间")
        ordering = ("valid_from", "opens")
        constraints = [
            models.UniqueConstraint(fields=["valid_from", "opens"], name="office_period_opens_once"),
            models.CheckConstraint(condition=Q(closes__gt=F("opens")), name="office_period_closes_after_it_opens"),
        ]

    def __str__(self):
        return f"{self.opens:%H:%M}–{self.closes:%H:%M}"
