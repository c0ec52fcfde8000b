"""What an auditor took away: each export is a row with a chain of its own."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from governance.access.scope import Scoped
from governance.people.models import Office
from governance.permissions import AUDIT


class AuditExport(models.Model):
    """One export: what was asked for, how much it was, and the SHA-256 its files are held against. Written once."""

    view_capability = AUDIT

    number = models.CharField(_("编号"), max_length=40, unique=True)
    office = models.ForeignKey(Office, models.PROTECT, related_name="+", verbose_name=_("单位"))
    place_path = models.CharField(max_length=24, db_collation="C", editable=False)
    office_ids = ArrayField(models.BigIntegerField(), default=list, editable=False)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("导出人"))
    at = models.DateTimeField(_("导出时间"))
    asked = models.JSONField(_("查阅条件"), default=dict)
    events = models.PositiveIntegerField(_("记录数"))
    cases = models.PositiveIntegerField(_("事项数"))
    complete = models.BooleanField(_("全部导出"))
    digest = models.CharField(_("清单校验值（SHA-256）"), max_length=64)
    version = models.IntegerField(default=0)

    objects = Scoped.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("办理记录导出")
        ordering = ("-at", "-pk")
        indexes = [models.Index(fields=["place_path", "at"], name="audit_export_path")]

    def __str__(self):
        return self.number
