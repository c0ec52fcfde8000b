"""A receipt (入库单) with its lines: what arrived, and how much of it was found fit."""

from django.conf import settings
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from emergencies.catalogue.models import StockItem
from emergencies.intakes.enums import FINAL, TONES, Origin, State
from emergencies.intakes.flow import FLOW
from emergencies.intakes.permissions import VIEW
from emergencies.purchases.models import PurchasePlan
from emergencies.stockpiles.models import StockBatch, Warehouse
from governance.cases.models import Case, CaseQuerySet
from governance.search.query import generated_vector_field


class StockIntakeQuerySet(CaseQuerySet):
    line_more = ("origin", "supplier")

    def for_detail(self):
        return self.select_related("place", "office", "warehouse", "plan", "registrar", "inspector")

    def for_step(self):
        return self.select_related("place", "office", "warehouse", "plan")


class StockIntake(Case):
    """What arrived at a warehouse with one delivery."""

    flow = FLOW
    view_capability = VIEW
    tones = TONES

    state = models.CharField(_("状态"), max_length=12, choices=State.choices, default=State.REGISTERED)
    warehouse = models.ForeignKey(Warehouse, models.PROTECT, related_name="+", verbose_name=_("仓库"))
    origin = models.CharField(_("来源"), max_length=12, choices=Origin.choices)
    supplier = models.CharField(_("供货、捐赠或者调出单位"), max_length=60)
    plan = models.ForeignKey(PurchasePlan, models.PROTECT, null=True, blank=True, related_name="intakes", verbose_name=_("购置计划"))
    registrar = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("登记人"))
    inspector = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("验收人"))
    submission = models.UUIDField(_("提交凭证"), null=True, unique=True, editable=False)
    search = generated_vector_field("title", "supplier")

    objects = StockIntakeQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("应急物资入库")
        ordering = ("-opened_at", "-id")
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=FINAL, closed_at__isnull=False) | (~Q(state__in=FINAL) & Q(closed_at=None)),
                name="stock_intake_closed_has_its_moment",
            ),
        ]
        indexes = [
            models.Index(fields=["place_path", "due_at"], name="stock_intake_path_ongoing", condition=~Q(state__in=FINAL)),
            models.Index(fields=["opened_at", "id"], name="stock_intake_opened"),
            GinIndex(fields=["office_ids"], name="stock_intake_offices", fastupdate=False),
            GinIndex(fields=["search"], name="stock_intake_search"),
        ]


class IntakeLine(models.Model):
    """One batch of one item. `accepted` is empty until it was inspected; `batch` is what it became."""

    intake = models.ForeignKey(StockIntake, models.CASCADE, related_name="lines", verbose_name=_("入库单"))
    item = models.ForeignKey(StockItem, models.PROTECT, related_name="+", verbose_name=_("品种"))
    lot = models.CharField(_("批号"), max_length=40)
    produced_on = models.DateField(_("生产日期"), null=True)
    expires_on = models.DateField(_("到期日期"), null=True)
    quantity = models.PositiveIntegerField(_("到货数量"))
    accepted = models.PositiveIntegerField(_("合格数量"), null=True)
    batch = models.OneToOneField(StockBatch, models.PROTECT, null=True, related_name="line", verbose_name=_("批次"))

    class Meta:
        verbose_name = verbose_name_plural = _("入库明细")
        ordering = ("pk",)
        constraints = [
            models.CheckConstraint(condition=Q(quantity__gt=0), name="intake_line_is_something"),
            models.CheckConstraint(condition=Q(accepted=None) | Q(accepted__lte=F("quantity")), name="intake_line_accepted_of_what_came"),
        ]

    def __str__(self):
        return f"{self.item} {self.lot}"
