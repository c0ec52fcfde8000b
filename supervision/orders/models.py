"""An order to rectify (责令限期整改通知书), the things it asks for, and the series its numbers come from."""

from datetime import timedelta
from functools import cached_property

from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from governance.cases.models import Case, CaseQuerySet
from governance.files.models import Attachment
from governance.people.models import Office, Post
from governance.search.query import generated_vector_field
from supervision.orders.enums import FINAL, TONES, State
from supervision.orders.flow import FLOW
from supervision.orders.permissions import OWING, VIEW
from supervision.orders.rules import partly
from supervision.oversight.enums import Way
from supervision.oversight.models import Finding, start_of_day


class OrderQuerySet(CaseQuerySet):
    line_more = ("document", "extension_asked", "escalated_at", "items_total", "items_done")

    def visible_to(self, user, capability):
        """A draft is the leading group's own paper: the unit, and whoever else reads orders, sees it once it is served."""
        rows = super().visible_to(user, capability)
        post = user.acting_post if user.is_authenticated else None
        drafts_too = post is not None and post.role not in OWING
        return rows if drafts_too else rows.filter(served_at__isnull=False)

    def for_detail(self):
        return self.select_related("place", "office__place", "unit", "finding__unit", "finding__deadline", "issuer")

    def overdue(self, at):
        return self.filter(state=State.SERVED, due_at__lt=at)

    def published(self):
        """What the public reads."""
        return self.filter(published_at__isnull=False).select_related("unit", "issuer")


class Order(Case):
    """One notice to one unit. `unit` owes it, `office` is the leading group that watches over it; `kept` is the word on its limit."""

    flow = FLOW
    view_capability = VIEW
    tones = TONES

    state = models.CharField(_("状态"), max_length=10, choices=State.choices, default=State.DRAFTED)
    finding = models.ForeignKey(Finding, models.PROTECT, related_name="orders", verbose_name=_("督导线索"))
    unit = models.ForeignKey(Office, models.PROTECT, related_name="+", verbose_name=_("责任单位"))
    unit_head = models.CharField(_("单位负责人职务"), max_length=40, blank=True)
    document = models.CharField(_("文号"), max_length=40, blank=True)
    issuer = models.ForeignKey(Office, models.PROTECT, null=True, related_name="+", verbose_name=_("制发单位"))
    year = models.PositiveSmallIntegerField(_("年份"), null=True)
    serial = models.PositiveIntegerField(_("序号"), null=True)
    checked_on = models.DateField(_("检查日期"), null=True, blank=True)
    checked_where = models.CharField(_("检查地点"), max_length=120, blank=True)
    facts = models.TextField(_("存在的问题"))
    article = models.CharField(_("依据"), max_length=200)
    consequence = models.TextField(_("逾期不改的后果"), blank=True)
    contact = models.CharField(_("联系单位"), max_length=60, blank=True)
    contact_phone = models.CharField(_("联系电话（单位）"), max_length=30, blank=True)
    served_at = models.DateTimeField(_("送达时间"), null=True)
    way = models.CharField(_("送达方式"), max_length=10, choices=Way.choices, blank=True)
    receiver = models.CharField(_("签收人职务"), max_length=40, blank=True)
    refused = models.BooleanField(_("拒绝签收"), default=False)
    witness = models.CharField(_("见证人单位及职务"), max_length=60, blank=True)
    signed_at = models.DateTimeField(_("签收时间"), null=True)
    items_total = models.PositiveSmallIntegerField(_("整改事项数"), default=0)
    items_done = models.PositiveSmallIntegerField(_("已完成事项数"), default=0)
    extension_asked = models.BooleanField(_("待审延期"), default=False)
    rounds = models.PositiveSmallIntegerField(_("复查未通过次数"), default=0)
    kept = models.BooleanField(_("按期整改"), null=True)
    escalated_at = models.DateTimeField(_("提级时间"), null=True)
    published_at = models.DateTimeField(_("公开时间"), null=True)
    public_text = models.CharField(_("公开内容"), max_length=300, blank=True)
    search = generated_vector_field("title", "document", "facts")

    objects = OrderQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("责令限期整改")
        ordering = ("-opened_at", "-id")
        constraints = [
            models.UniqueConstraint(fields=["finding"], condition=~Q(state__in=FINAL), name="rectification_one_open_per_finding"),
            models.UniqueConstraint(fields=["issuer", "year", "serial"], name="rectification_serial_once"),
            models.CheckConstraint(
                condition=Q(state__in=FINAL, closed_at__isnull=False) | (~Q(state__in=FINAL) & Q(closed_at=None)),
                name="rectification_closed_has_its_moment",
            ),
            models.CheckConstraint(
                condition=Q(served_at=None, serial=None) | Q(served_at__isnull=False, serial__isnull=False),
                name="rectification_number_comes_with_service",
            ),
            models.CheckConstraint(condition=Q(refused=False) | ~Q(witness=""), name="rectification_refusal_has_a_witness"),
        ]
        indexes = [
            models.Index(fields=["place_path", "opened_at"], name="rectification_path_opened"),
            models.Index(fields=["place_path", "due_at"], name="rectification_path_ongoing", condition=~Q(state__in=FINAL)),
            models.Index(fields=["published_at"], name="rectification_published", condition=Q(published_at__isnull=False)),
            GinIndex(fields=["office_ids"], name="rectification_offices", fastupdate=False),
            GinIndex(fields=["search"], name="rectification_search"),
        ]

    @property
    def summary(self):
        return self.facts

    @property
    def withheld_from(self):
        """A draft is the leading group's own paper."""
        return OWING if self.served_at is None else ()

    @cached_property
    def unit_has_people(self):
        """Whether anybody acts for the unit at the portal."""
        return Post.objects.live(timezone.now()).filter(office=self.unit_id).exists()

    @property
    def addressee(self):
        """Whom the notice is addressed to: the unit, or whoever owes the duty outside government."""
        return self.finding.outside or self.unit.name

    @property
    def is_partly_done(self):
        """Whether some of it is put right, and some is not."""
        return partly(self.items_total, self.items_done)

    @cached_property
    def item_ends(self):
        """{position: the moment it ends} of the items with a day of their own."""
        days = self.items.filter(by__isnull=False).values_list("position", "by")
        return {position: start_of_day(day + timedelta(days=1)) for position, day in days}


class ItemQuerySet(models.QuerySet):
    def overlooked(self, position):
        """The item of that number, where it is not done and nobody noticed yet that it is late."""
        return self.filter(position=position, done=False, overdue_at=None)

    def missed(self, day):
        """What a unit should have put right before this day, and nobody has noticed yet."""
        return self.filter(order__state=State.SERVED, done=False, by__lt=day, overdue_at=None)


class Item(models.Model):
    """One thing to put right, and by when."""

    order = models.ForeignKey(Order, models.CASCADE, related_name="items")
    position = models.PositiveSmallIntegerField(_("序号"))
    what = models.CharField(_("整改内容"), max_length=300)
    by = models.DateField(_("完成期限"), null=True, blank=True)
    done = models.BooleanField(_("已完成"), default=False)
    overdue_at = models.DateTimeField(_("逾期"), null=True, editable=False)
    told = models.CharField(_("整改情况"), max_length=500, blank=True)
    reported_at = models.DateTimeField(_("报告时间"), null=True)
    proofs = models.ManyToManyField(Attachment, related_name="+", verbose_name=_("证明材料"))
    passed = models.BooleanField(_("复查结果"), null=True)
    checked = models.CharField(_("复查情况"), max_length=300, blank=True)
    checked_at = models.DateTimeField(_("复查时间"), null=True)
    photos = models.ManyToManyField(Attachment, related_name="+", verbose_name=_("复查照片"))

    objects = ItemQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("整改事项")
        ordering = ("position",)
        constraints = [models.UniqueConstraint(fields=["order", "position"], name="rectification_item_position_once")]

    def __str__(self):
        return self.what


class Series(models.Model):
    """The last serial an office gave out in a year; taken in the transaction of the service, so that no number is missing."""

    office = models.ForeignKey(Office, models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField()
    last = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = verbose_name_plural = _("文号序列")
        constraints = [models.UniqueConstraint(fields=["office", "year"], name="rectification_series_once")]

    def __str__(self):
        return f"{self.office_id} {self.year}: {self.last}"
