"""A yearly purchase plan of reserves and its lines: need, stock, and what is bought."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from emergencies.catalogue.models import StockItem
from emergencies.purchases.enums import FINAL, SETTLED, TONES, State
from emergencies.purchases.flow import FLOW
from emergencies.purchases.permissions import VIEW
from governance.cases.models import Case, CaseQuerySet
from governance.search.query import generated_vector_field


class PurchasePlanQuerySet(CaseQuerySet):
    line_more = ("year",)

    def settled(self):
        """Approved, whether or not all of it has arrived."""
        return self.filter(state__in=SETTLED)


class PurchasePlan(Case):
    """The plan of a department for its area and one year. `awaited_ids` are the offices that have not agreed yet."""

    flow = FLOW
    view_capability = VIEW
    tones = TONES

    state = models.CharField(_("状态"), max_length=10, choices=State.choices, default=State.DRAFTED)
    year = models.PositiveSmallIntegerField(_("年度"), validators=[MinValueValidator(2000), MaxValueValidator(2200)])
    drafter = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("编制人"))
    awaited_ids = ArrayField(models.BigIntegerField(), default=list, editable=False)
    approved_at = models.DateTimeField(_("审定时间"), null=True)
    search = generated_vector_field("title")

    objects = PurchasePlanQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("应急物资购置计划")
        ordering = ("-opened_at", "-id")
        constraints = [
            models.UniqueConstraint(fields=["office", "year"], condition=~Q(state=State.WITHDRAWN), name="purchase_plan_once_a_year"),
            models.CheckConstraint(
                condition=Q(state__in=FINAL, closed_at__isnull=False) | (~Q(state__in=FINAL) & Q(closed_at=None)),
                name="purchase_plan_closed_has_its_moment",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=SETTLED) | Q(approved_at__isnull=False), name="purchase_plan_approved_has_its_moment"
            ),
        ]
        indexes = [
            models.Index(fields=["place_path", "due_at"], name="purchase_plan_path_ongoing", condition=~Q(state__in=FINAL)),
            models.Index(fields=["opened_at", "id"], name="purchase_plan_opened"),
            GinIndex(fields=["office_ids"], name="purchase_plan_offices", fastupdate=False),
            GinIndex(fields=["search"], name="purchase_plan_search"),
        ]


class PurchaseLine(models.Model):
    """One item: need, stock, what leaves by rotation within the year, what the sum says (`proposed`), and what is bought."""

    plan = models.ForeignKey(PurchasePlan, models.CASCADE, related_name="lines", verbose_name=_("购置计划"))
    item = models.ForeignKey(StockItem, models.PROTECT, related_name="+", verbose_name=_("品种"))
    need = models.PositiveIntegerField(_("需求"))
    stock = models.PositiveIntegerField(_("库存"))
    leaving = models.PositiveIntegerField(_("年内待轮换"))
    proposed = models.PositiveIntegerField(_("测算购置"))
    amount = models.PositiveIntegerField(_("计划购置"))
    arrived = models.PositiveIntegerField(_("已入库"), default=0)

    class Meta:
        verbose_name = verbose_name_plural = _("购置明细")
        ordering = ("pk",)
        constraints = [models.UniqueConstraint(fields=["plan", "item"], name="purchase_line_once")]

    def __str__(self):
        return f"{self.item} {self.amount}"

    @property
    def left(self):
        return max(0, self.amount - self.arrived)
