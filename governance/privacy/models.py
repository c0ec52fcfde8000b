"""The record of each opening of a sealed fact."""

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils.translation import gettext_lazy as _

from governance.privacy.enums import UNATTENDED, Purpose


class OpeningQuerySet(models.QuerySet):
    def of(self, case):
        """Openings of one case's facts."""
        return self.filter(content_type=ContentType.objects.get_for_model(case), object_id=case.pk)

    def newest_first(self):
        return self.order_by("-at", "-pk")


class Opening(models.Model):
    """Who saw which personal fact, when and what for (personal information law art. 51 and 55).

    Written once: the database refuses UPDATE, DELETE and TRUNCATE on this table.
    """

    # An index of Meta begins with it.
    content_type = models.ForeignKey(ContentType, models.PROTECT, related_name="+", db_index=False, verbose_name=_("事项类型"))
    object_id = models.BigIntegerField(_("事项序号"))
    case_number = models.CharField(_("事项编号"), max_length=32, db_index=True)
    field = models.CharField(_("信息项"), max_length=64)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="openings",
        verbose_name=_("查看人"),
    )
    post = models.ForeignKey(
        "governance.Post", models.PROTECT, null=True, blank=True, related_name="openings", verbose_name=_("查看时岗位")
    )
    purpose = models.CharField(_("目的"), max_length=16, choices=Purpose)
    reason = models.CharField(_("说明"), max_length=500, blank=True)
    at = models.DateTimeField(_("时间"))

    objects = OpeningQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("个人信息查看记录")
        indexes = [
            models.Index(fields=["content_type", "object_id"], name="opening_case"),
            models.Index(fields=["by", "at"], name="opening_by_at"),
            models.Index(fields=["at"], name="opening_at"),
        ]
        constraints = [
            models.CheckConstraint(condition=models.Q(purpose__in=Purpose.values), name="opening_has_a_purpose"),
            models.CheckConstraint(
                condition=models.Q(by__isnull=False) | models.Q(purpose__in=UNATTENDED),
                name="opening_by_somebody_or_oneself",
            ),
            models.CheckConstraint(condition=~models.Q(purpose=Purpose.LEGAL) | ~models.Q(reason=""), name="opening_by_law_has_a_reason"),
        ]

    def __str__(self):
        return f"{self.case_number} {self.field}"

    @property
    def by_nobody_label(self):
        """What is said where no member of staff opened it."""
        return _("系统") if self.purpose in (Purpose.NOTIFY, Purpose.BIND) else _("本人或系统")
