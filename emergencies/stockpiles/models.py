"""Warehouses, stock cards, batches, and the double entry of every movement: what leaves one account enters another."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from emergencies.catalogue.models import StockItem
from emergencies.stockpiles.enums import FINAL, OF_WAREHOUSE, OPEN_ENDED, TONES, Account, Cause, State
from emergencies.stockpiles.flow import FLOW
from emergencies.stockpiles.permissions import VIEW
from governance.access.scope import Scoped
from governance.cases.models import Case, CaseQuerySet
from governance.people.models import Office
from governance.places.models import Place
from governance.search.query import generated_vector_field


class WarehouseQuerySet(Scoped):
    def in_use(self):
        return self.filter(active=True)

    def for_list(self):
        return self.select_related("place", "office").order_by("place_path", "pk")


class Warehouse(models.Model):
    """A store of a department. `office_ids`: its keeper and the departments that command what lies there."""

    view_capability = VIEW

    name = models.CharField(_("仓库名称"), max_length=40)
    place = models.ForeignKey(Place, models.PROTECT, related_name="+", verbose_name=_("区划"))
    place_path = models.CharField(max_length=24, db_collation="C", editable=False)
    office = models.ForeignKey(Office, models.PROTECT, related_name="+", verbose_name=_("管理单位"))
    office_ids = ArrayField(models.BigIntegerField(), default=list, editable=False)
    command_ids = ArrayField(models.BigIntegerField(), default=list, editable=False)
    address = models.CharField(_("详细地址"), max_length=120)
    work_phone = models.CharField(_("值班电话"), max_length=20)
    active = models.BooleanField(_("在用"), default=True)

    objects = WarehouseQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("应急物资仓库")
        ordering = ("place_path", "pk")
        constraints = [models.UniqueConstraint(fields=["office", "name"], name="warehouse_named_once")]
        indexes = [
            models.Index(fields=["place_path"], name="warehouse_path"),
            GinIndex(fields=["office_ids"], name="warehouse_offices", fastupdate=False),
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("stockpiles_warehouse", args=[self.pk])


class StockCardQuerySet(CaseQuerySet):
    line_more = ("on_hand", "need", "item__unit", "expiring", "expires_on")

    def for_detail(self):
        return self.select_related("place", "office", "item", "warehouse")

    def for_step(self):
        return self.select_related("place", "office", "item", "warehouse")

    def required(self):
        """Cards with a need that was set."""
        return self.ongoing().filter(need__gt=0)

    def stocked(self):
        return self.ongoing().filter(on_hand__gt=0)


class StockCard(Case):
    """What one warehouse keeps of one item. `on_hand`, `expires_on` and `rotate_on` repeat what lies there, in the same transaction."""

    flow = FLOW
    view_capability = VIEW
    tones = TONES

    state = models.CharField(_("状态"), max_length=8, choices=State.choices, default=State.EMPTY)
    item = models.ForeignKey(StockItem, models.PROTECT, related_name="cards", verbose_name=_("品种"))
    warehouse = models.ForeignKey(Warehouse, models.PROTECT, related_name="cards", verbose_name=_("仓库"))
    command_ids = ArrayField(models.BigIntegerField(), default=list, editable=False)
    need = models.PositiveIntegerField(_("储备定额"), default=0)
    on_hand = models.PositiveIntegerField(_("库存"), default=0)
    expires_on = models.DateField(_("最早到期"), null=True)
    rotate_on = models.DateField(_("轮换期限"), null=True)
    dated_on = models.DateField(_("已计时的轮换期限"), null=True)  # the day the clock that runs was started for
    expiring = models.BooleanField(_("临近轮换"), default=False)
    search = generated_vector_field("title")

    objects = StockCardQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("储备卡")
        ordering = ("-opened_at", "-id")
        constraints = [
            models.UniqueConstraint(fields=["warehouse", "item"], condition=~Q(state__in=FINAL), name="stock_card_once"),
            models.CheckConstraint(
                condition=Q(state__in=FINAL, closed_at__isnull=False) | (~Q(state__in=FINAL) & Q(closed_at=None)),
                name="stock_card_closed_has_its_moment",
            ),
        ]
        indexes = [
            models.Index(fields=["place_path", "due_at"], name="stock_card_path_ongoing", condition=~Q(state__in=FINAL)),
            models.Index(fields=["opened_at", "id"], name="stock_card_opened"),
            GinIndex(fields=["office_ids"], name="stock_card_offices", fastupdate=False),
            GinIndex(fields=["search"], name="stock_card_search"),
        ]

    @property
    def summary(self):
        return f"{self.warehouse.name} · {self.on_hand}/{self.need} {self.item.unit}"

    @property
    def missing(self):
        return max(0, self.need - self.on_hand)


class StockBatch(models.Model):
    """What was received together: one item, one number of its maker, one day it expires."""

    item = models.ForeignKey(StockItem, models.PROTECT, related_name="batches", verbose_name=_("品种"))
    lot = models.CharField(_("批号"), max_length=40)
    produced_on = models.DateField(_("生产日期"), null=True)
    expires_on = models.DateField(_("到期日期"), null=True)
    rotate_on = models.DateField(_("轮换期限"), null=True)
    receipt = models.CharField(_("入库单"), max_length=40, blank=True)
    received_at = models.DateTimeField(_("入库时间"))

    class Meta:
        verbose_name = verbose_name_plural = _("批次")
        ordering = ("expires_on", "pk")
        constraints = [
            models.CheckConstraint(condition=Q(rotate_on=None) | Q(rotate_on__lte=F("expires_on")), name="stock_batch_rotated_in_time")
        ]

    def __str__(self):
        return self.lot


class StockAccount(models.Model):
    """One side of a movement: a shelf or a picking place of a warehouse, or a place all warehouses share."""

    kind = models.CharField(_("科目"), max_length=12, choices=Account.choices)
    warehouse = models.ForeignKey(Warehouse, models.PROTECT, null=True, related_name="accounts", verbose_name=_("仓库"))

    class Meta:
        verbose_name = verbose_name_plural = _("库存科目")
        constraints = [
            models.UniqueConstraint(fields=["kind", "warehouse"], nulls_distinct=False, name="stock_account_once"),
            models.CheckConstraint(
                condition=Q(kind__in=OF_WAREHOUSE, warehouse__isnull=False) | (~Q(kind__in=OF_WAREHOUSE) & Q(warehouse=None)),
                name="stock_account_of_a_warehouse",
            ),
        ]

    def __str__(self):
        return f"{self.kind} {self.warehouse_id or ''}"

    @property
    def is_bounded(self):
        """Whether it can never stand below zero."""
        return self.kind not in OPEN_ENDED

    @property
    def label(self):
        return f"{self.warehouse.name}{self.get_kind_display()}" if self.warehouse_id else self.get_kind_display()


class StockMovement(models.Model):
    """So much of a batch from one account to another, by which document. Written once: the database refuses to change it."""

    batch = models.ForeignKey(StockBatch, models.PROTECT, related_name="movements", verbose_name=_("批次"))
    source = models.ForeignKey(StockAccount, models.PROTECT, related_name="+", verbose_name=_("转出"))
    target = models.ForeignKey(StockAccount, models.PROTECT, related_name="+", verbose_name=_("转入"))
    quantity = models.PositiveIntegerField(_("数量"))
    cause = models.CharField(_("事由"), max_length=10, choices=Cause.choices)
    document = models.CharField(_("单据"), max_length=40)
    at = models.DateTimeField(_("时间"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("经办人"))

    class Meta:
        verbose_name = verbose_name_plural = _("库存流水")
        ordering = ("-pk",)
        constraints = [
            models.CheckConstraint(condition=Q(quantity__gt=0), name="stock_movement_moves_something"),
            models.CheckConstraint(condition=~Q(source=F("target")), name="stock_movement_goes_elsewhere"),
            models.CheckConstraint(condition=~Q(document=""), name="stock_movement_has_a_document"),
        ]
        indexes = [models.Index(fields=["document"], name="stock_movement_document")]

    def __str__(self):
        return f"{self.document} {self.quantity}"


class StockBalance(models.Model):
    """How much of a batch stands in an account: the sum of its movements, kept by the transaction that moves it."""

    account = models.ForeignKey(StockAccount, models.PROTECT, related_name="balances", verbose_name=_("科目"))
    batch = models.ForeignKey(StockBatch, models.PROTECT, related_name="balances", verbose_name=_("批次"))
    quantity = models.BigIntegerField(_("数量"), default=0)
    bounded = models.BooleanField(default=True, editable=False)

    class Meta:
        verbose_name = verbose_name_plural = _("库存余额")
        ordering = ("pk",)
        constraints = [
            models.UniqueConstraint(fields=["account", "batch"], name="stock_balance_once"),
            models.CheckConstraint(condition=Q(bounded=False) | Q(quantity__gte=0), name="stock_balance_never_below_zero"),
        ]

    def __str__(self):
        return f"{self.account_id} {self.batch_id}: {self.quantity}"
