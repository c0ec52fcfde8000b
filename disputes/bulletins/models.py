"""The monthly bulletin (每月通报): the figures of a month as they were published, with the counts they were made of."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from disputes.bulletins.enums import TONES, State


class BulletinQuerySet(models.QuerySet):
    def out(self):
        """What everyone may read: what stands now, and what it replaced."""
        return self.exclude(state=State.DRAFT)

    def standing(self):
        return self.filter(state=State.PUBLISHED)

    def drafts(self):
        return self.filter(state=State.DRAFT)

    def of_month(self, month):
        return self.filter(month=month).order_by("-version")


class Bulletin(models.Model):
    """One version of a month's bulletin. Published it is never written again: a correction is a new version with its reason.

    `inputs` are the counts by place ({indicator: {code: [numerator, denominator]}}), never shown; `figures` is what is published.
    """

    month = models.DateField(_("月份"))
    version = models.PositiveSmallIntegerField(_("版次"), default=1)
    state = models.CharField(_("状态"), max_length=10, choices=State.choices, default=State.DRAFT)
    foreword = models.TextField(_("说明"), blank=True, max_length=1000)
    reason = models.CharField(_("更正原因"), max_length=200, blank=True)
    inputs = models.JSONField(default=dict)
    figures = models.JSONField(default=dict)
    digest = models.CharField(_("校验值"), max_length=64, blank=True)
    counted_at = models.DateTimeField(_("统计时间"))
    published_at = models.DateTimeField(_("公布时间"), null=True)
    published_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("公布人"))
    published_office = models.CharField(_("公布单位"), max_length=60, blank=True)

    objects = BulletinQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("每月通报")
        ordering = ("-month", "-version")
        constraints = [
            models.UniqueConstraint(fields=["month", "version"], name="bulletin_version_once"),
            models.UniqueConstraint(fields=["month"], condition=Q(state=State.DRAFT), name="bulletin_one_draft"),
            models.UniqueConstraint(fields=["month"], condition=Q(state=State.PUBLISHED), name="bulletin_one_stands"),
            models.CheckConstraint(
                condition=Q(state=State.DRAFT, published_at=None) | (~Q(state=State.DRAFT) & Q(published_at__isnull=False)),
                name="bulletin_published_has_its_moment",
            ),
            models.CheckConstraint(condition=Q(version=1) | ~Q(reason=""), name="bulletin_correction_has_reason"),
        ]

    def __str__(self):
        return f"{self.month:%Y-%m} v{self.version}"

    @property
    def key(self):
        """How the month stands in an address."""
        return f"{self.month:%Y-%m}"

    @property
    def tone(self):
        return TONES[self.state]

    @property
    def is_draft(self):
        return self.state == State.DRAFT
