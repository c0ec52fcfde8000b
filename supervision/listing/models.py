"""The stages of a listed supervision (阶段目标): what is to be reached by which day."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from governance.files.models import Attachment
from supervision.oversight.models import Finding


class Stage(models.Model):
    """One stage, with a clock of its own on the finding."""

    finding = models.ForeignKey(Finding, models.CASCADE, related_name="stages")
    position = models.PositiveSmallIntegerField(_("序号"))
    what = models.CharField(_("阶段目标"), max_length=200)
    by = models.DateField(_("完成期限"))
    told = models.CharField(_("完成情况"), max_length=500, blank=True)
    reported_at = models.DateTimeField(_("报告时间"), null=True)
    overdue_at = models.DateTimeField(_("逾期"), null=True)
    proofs = models.ManyToManyField(Attachment, related_name="+", verbose_name=_("证明材料"))

    class Meta:
        verbose_name = verbose_name_plural = _("阶段目标")
        ordering = ("position",)
        constraints = [models.UniqueConstraint(fields=["finding", "position"], name="stage_position_once")]

    def __str__(self):
        return self.what
