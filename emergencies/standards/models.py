"""What was changed of the standards, by whom and why. The standards themselves are models of venues and drills."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class StandardChange(models.Model):
    """One change, in words. It is written once."""

    about = models.CharField(_("内容"), max_length=80)
    told = models.TextField(_("变更"))
    reason = models.TextField(_("理由"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("变更人"))
    at = models.DateTimeField(_("时间"))

    class Meta:
        verbose_name = verbose_name_plural = _("标准变更记录")
        ordering = ("-at", "-pk")

    def __str__(self):
        return f"{self.about} {self.told}"
