"""Reports of incidents (突发事件信息报告). Written once: the database refuses every change, and nothing but another report follows."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from emergencies.incident_reports.enums import Kind
from emergencies.incidents.enums import Grade, Reached
from emergencies.incidents.models import Incident
from governance.people.models import Office


class IncidentReportQuerySet(models.QuerySet):
    def of_seen(self, incidents):
        """Those of the incidents of a queryset."""
        return self.filter(incident__in=incidents.order_by().values("pk"))

    def for_list(self):
        return self.select_related("incident__place", "office", "told", "by", "receipt__office")

    def late(self):
        return self.filter(due_at__isnull=False, at__gt=F("due_at"))

    def unsigned(self):
        return self.filter(told__isnull=False, receipt=None)


class IncidentReport(models.Model):
    """One report in six points (生产安全事故报告和调查处理条例 第十二条), with the figures as they stood. `told` got it; beyond the city
    nobody here does, then `level` says whom it went to. `due_at` is the end of the clock it met, None where none ran."""

    incident = models.ForeignKey(Incident, models.PROTECT, related_name="reports", verbose_name=_("事件"))
    serial = models.PositiveSmallIntegerField(_("次序"))
    kind = models.CharField(_("报告种类"), max_length=12, choices=Kind.choices)
    office = models.ForeignKey(Office, models.PROTECT, null=True, related_name="+", verbose_name=_("报告单位"))
    told = models.ForeignKey(Office, models.PROTECT, null=True, related_name="+", verbose_name=_("接收单位"))
    level = models.CharField(_("报至"), max_length=8, choices=Reached.choices)
    unit = models.TextField(_("发生单位概况"))
    scene = models.TextField(_("时间、地点和现场情况"))
    course = models.TextField(_("简要经过"))
    casualties = models.TextField(_("伤亡人数和初步估计的损失"))
    measures = models.TextField(_("已经采取的措施"))
    other = models.TextField(_("其他应当报告的情况"))
    figures = models.JSONField(_("当时的数字"))
    grade = models.CharField(_("当时的等级"), max_length=14, choices=Grade.choices, blank=True)
    at = models.DateTimeField(_("报告时间"))
    due_at = models.DateTimeField(_("应当报告的时间"), null=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("报告人"))

    objects = IncidentReportQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("突发事件信息报告")
        ordering = ("incident", "serial")
        constraints = [
            models.UniqueConstraint(fields=["incident", "serial"], name="incident_report_once"),
            models.UniqueConstraint(fields=["incident"], condition=Q(kind=Kind.FIRST), name="incident_report_one_first"),
        ]
        indexes = [models.Index(fields=["-at", "-id"], name="incident_report_newest")]

    def __str__(self):
        return self.number

    def get_absolute_url(self):
        return reverse("incident_reports_detail", args=[self.incident.number, self.serial])

    @property
    def number(self):
        return f"{self.incident.number}-B{self.serial}"

    @property
    def title(self):
        """续报 are counted: 续报第2号."""
        return f"{self.get_kind_display()}（第{self.serial}号）"

    @property
    def was_late(self):
        return self.due_at is not None and self.at > self.due_at

    @property
    def addressee(self):
        return self.told.name if self.told_id else _("%(level)s有关部门") % {"level": self.get_level_display()}

    @property
    def is_signed(self):
        return hasattr(self, "receipt")


class ReportReceipt(models.Model):
    """The office that was told signed for it. Written once."""

    report = models.OneToOneField(IncidentReport, models.PROTECT, related_name="receipt", verbose_name=_("报告"))
    office = models.ForeignKey(Office, models.PROTECT, related_name="+", verbose_name=_("签收单位"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("签收人"))
    at = models.DateTimeField(_("签收时间"))

    class Meta:
        verbose_name = verbose_name_plural = _("报告签收")

    def __str__(self):
        return f"{self.report_id} {self.at:%F %H:%M}"
