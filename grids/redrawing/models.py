"""A redrawing of the mesh: which grids ended, which took their place, and who takes over what was open."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from governance.access.scope import Scoped
from governance.places.models import Place
from grids.mesh.models import Grid
from grids.redrawing.enums import Way


class RedrawingQuerySet(Scoped):
    def for_list(self):
        return self.select_related("place", "by", "heir").prefetch_related("closed", "opened")

    def owed(self, day):
        """In force by that day, and what was open still lies with the old grids."""
        return self.filter(day__lte=day, carried_at=None)


class Redrawing(models.Model):
    """Grids of one village split, merged or closed from a day on. The old grids stay, and all that ended stays with them."""

    way = models.CharField(_("方式"), max_length=6, choices=Way.choices)
    place = models.ForeignKey(Place, models.PROTECT, related_name="+", verbose_name=_("村（社区）"))
    place_path = models.CharField(max_length=24, db_collation="C", editable=False)
    office_ids = ArrayField(models.BigIntegerField(), default=list, editable=False)  # handed to none: it belongs to its place
    day = models.DateField(_("生效日期"))
    reason = models.CharField(_("调整原因"), max_length=200)
    closed = models.ManyToManyField(Grid, related_name="redrawn", verbose_name=_("停用网格"))
    opened = models.ManyToManyField(Grid, related_name="drawn", blank=True, verbose_name=_("启用网格"))
    heir = models.ForeignKey(Grid, models.PROTECT, null=True, related_name="inherited", verbose_name=_("接续网格"))
    carried_at = models.DateTimeField(_("移交时间"), null=True)
    carried = models.PositiveIntegerField(_("移交未办结事件"), default=0)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("经办人"))
    at = models.DateTimeField(_("登记时间"))

    objects = RedrawingQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("网格调整")
        ordering = ("-day", "-pk")
        indexes = [models.Index(fields=["place_path", "day"], name="redrawing_path_day")]

    def __str__(self):
        return f"{self.get_way_display()} · {self.day}"
