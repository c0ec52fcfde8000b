"""A count of a warehouse with its lines: what the book said at that moment, what was found, and why they differ."""

from django.conf import settings
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from emergencies.stockpiles.models import StockBatch, Warehouse
from emergencies.stocktakes.enums import FINAL, TONES, State
from emergencies.stocktakes.flow import FLOW
from emergencies.stocktakes.permissions import VIEW
from governance.cases.models import Case, CaseQuerySet
from governance.search.query import generated_vector_field


class StocktakeQuerySet(CaseQuerySet):
    line_more = ("differing",)

    def for_detail(self):
        return self.select_related("place", "office", "warehouse", "counter")

    def for_step(self):
        return self.select_related("place", "office", "warehouse")


class Stocktake(Case):
    """One count. `differing` is how many batches were found to differ."""

    flow = FLOW
    view_capability = VIEW
    tones = TONES

    state = models.CharField(_("状态"), max_length=8, choices=State.choices, default=State.DUE)
    warehouse = models.ForeignKey(Warehouse, models.PROTECT, related_name="stocktakes", verbose_name=_("仓库"))
    counter = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("盘点人"))
    counted_at = models.DateTimeField(_("盘点时间"), null=True)
    differing = models.PositiveIntegerField(_("有差异的批次"), default=0)
    search = generated_vector_field("title")

    objects = StocktakeQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("应急物资盘点")
        ordering = ("-opened_at", "-id")
        constraints = [
            models.UniqueConstraint(fields=["warehouse"], condition=~Q(state__in=FINAL), name="stocktake_one_at_a_time"),
            models.CheckConstraint(
                condition=Q(state__in=FINAL, closed_at__isnull=False) | (~Q(state__in=FINAL) & Q(closed_at=None)),
                name="stocktake_closed_has_its_moment",
            ),
        ]
        indexes = [
            models.Index(fields=["place_path", "due_at"], name="stocktake_path_ongoing", condition=~Q(state__in=FINAL)),
            models.Index(fields=["opened_at", "id"], name="stocktake_opened"),
            GinIndex(fields=["office_ids"], name="stocktake_offices", fastupdate=False),
            GinIndex(fields=["search"], name="stocktake_search"),
        ]


class StocktakeLine(models.Model):
    """One batch as it was found on the shelf. A difference always has its reason."""

    stocktake = models.ForeignKey(Stocktake, models.CASCADE, related_name="lines", verbose_name=_("盘点"))
    batch = models.ForeignKey(StockBatch, models.PROTECT, related_name="+", verbose_name=_("批次"))
    book = models.PositiveIntegerField(_("账面"))
    counted = models.PositiveIntegerField(_("实盘"))
    reason = models.CharField(_("差异原因"), max_length=200, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = _("盘点明细")
        ordering = ("pk",)
        constraints = [
            models.UniqueConstraint(fields=["stocktake", "batch"], name="stocktake_line_once"),
            models.CheckConstraint(condition=Q(book=F("counted")) | ~Q(reason=""), name="stocktake_difference_has_a_reason"),
        ]

    def __str__(self):
        return f"{self.batch} {self.counted}"

    @property
    def difference(self):
        return self.counted - self.book
