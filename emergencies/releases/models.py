"""A release order (动用指令), its lines, and what was picked for it batch by batch."""

from django.conf import settings
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from emergencies.catalogue.models import StockItem
from emergencies.incidents.models import Incident
from emergencies.releases.enums import FINAL, OUTWARD, TONES, Purpose, State
from emergencies.releases.flow import FLOW
from emergencies.releases.permissions import VIEW
from emergencies.stockpiles.models import StockBatch, Warehouse
from governance.cases.models import Case, CaseQuerySet
from governance.people.models import Office
from governance.search.query import generated_vector_field


class ReleaseOrderQuerySet(CaseQuerySet):
    line_more = ("purpose", "warehouse__name")
    across = Q()  # an office outside of the place still signs for what was sent to it

    def for_detail(self):
        return self.select_related("place", "office", "warehouse", "destination", "receiver", "commander", "commanded_by", "incident")

    def for_step(self):
        return self.select_related("place", "office", "warehouse", "destination", "receiver")


class ReleaseOrder(Case):
    """What one warehouse gives out by one order. `office` keeps the warehouse, `commander` gave the order, `receiver` signs for it."""

    flow = FLOW
    view_capability = VIEW
    tones = TONES
    is_across = True

    state = models.CharField(_("状态"), max_length=10, choices=State.choices, default=State.ORDERED)
    purpose = models.CharField(_("用途"), max_length=10, choices=Purpose.choices)
    warehouse = models.ForeignKey(Warehouse, models.PROTECT, related_name="+", verbose_name=_("发货仓库"))
    destination = models.ForeignKey(Warehouse, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("调入仓库"))
    receiver = models.ForeignKey(Office, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("接收单位"))
    commander = models.ForeignKey(Office, models.PROTECT, related_name="+", verbose_name=_("下达单位"))
    commanded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("签发人"))
    incident = models.ForeignKey(Incident, models.PROTECT, null=True, blank=True, related_name="releases", verbose_name=_("突发事件"))
    basis = models.CharField(_("下达依据"), max_length=120)
    reason = models.TextField(_("事由和要求"))
    submission = models.UUIDField(_("提交凭证"), null=True, unique=True, editable=False)
    search = generated_vector_field("title", "reason")

    objects = ReleaseOrderQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("应急物资动用指令")
        ordering = ("-opened_at", "-id")
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=FINAL, closed_at__isnull=False) | (~Q(state__in=FINAL) & Q(closed_at=None)),
                name="release_closed_has_its_moment",
            ),
            models.CheckConstraint(
                condition=Q(purpose=Purpose.TRANSFER, destination__isnull=False) | (~Q(purpose=Purpose.TRANSFER) & Q(destination=None)),
                name="release_transfer_has_its_destination",
            ),
            models.CheckConstraint(
                condition=Q(purpose__in=OUTWARD, receiver=None) | (~Q(purpose__in=OUTWARD) & Q(receiver__isnull=False)),
                name="release_has_its_receiver",
            ),
        ]
        indexes = [
            models.Index(fields=["place_path", "due_at"], name="release_path_ongoing", condition=~Q(state__in=FINAL)),
            models.Index(fields=["opened_at", "id"], name="release_opened"),
            GinIndex(fields=["office_ids"], name="release_offices", fastupdate=False),
            GinIndex(fields=["search"], name="release_search"),
        ]

    @property
    def summary(self):
        return f"{self.get_purpose_display()} · {self.warehouse.name}"

    @property
    def may_come_back(self):
        """Only what was given out for use comes back; what was transferred, sold or scrapped does not."""
        return self.purpose == Purpose.USE


class ReleaseLine(models.Model):
    """So much of an item, as it was ordered."""

    order = models.ForeignKey(ReleaseOrder, models.CASCADE, related_name="lines", verbose_name=_("动用指令"))
    item = models.ForeignKey(StockItem, models.PROTECT, related_name="+", verbose_name=_("品种"))
    quantity = models.PositiveIntegerField(_("数量"))

    class Meta:
        verbose_name = verbose_name_plural = _("动用明细")
        ordering = ("pk",)
        constraints = [
            models.UniqueConstraint(fields=["order", "item"], name="release_line_once"),
            models.CheckConstraint(condition=Q(quantity__gt=0), name="release_line_is_something"),
        ]

    def __str__(self):
        return f"{self.item} {self.quantity}"


class ReleasePick(models.Model):
    """So much of a batch that was picked for an order; then how much of it arrived, and how much came back."""

    order = models.ForeignKey(ReleaseOrder, models.CASCADE, related_name="picks", verbose_name=_("动用指令"))
    batch = models.ForeignKey(StockBatch, models.PROTECT, related_name="+", verbose_name=_("批次"))
    quantity = models.PositiveIntegerField(_("备货"))
    received = models.PositiveIntegerField(_("签收"), null=True)
    returned = models.PositiveIntegerField(_("归还"), default=0)

    class Meta:
        verbose_name = verbose_name_plural = _("备货明细")
        ordering = ("pk",)
        constraints = [
            models.UniqueConstraint(fields=["order", "batch"], name="release_pick_once"),
            models.CheckConstraint(condition=Q(quantity__gt=0), name="release_pick_is_something"),
            models.CheckConstraint(condition=Q(received=None) | Q(received__lte=F("quantity")), name="release_received_of_what_was_sent"),
            models.CheckConstraint(
                condition=Q(returned=0) | Q(received__isnull=False, returned__lte=F("received")), name="release_returned_of_what_came"
            ),
        ]

    def __str__(self):
        return f"{self.batch} {self.quantity}"

    @property
    def out(self):
        """What the receiver still has."""
        return (self.received or 0) - self.returned
