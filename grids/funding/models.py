"""What a department owes a township for a duty in a year, and every payment with its receipt."""

from django.conf import settings
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from governance.cases.models import Case, CaseQuerySet
from governance.people.models import Office
from governance.search.query import generated_vector_field
from grids.admission.models import Duty
from grids.funding.enums import FINAL, OUTCOME_TONES, TONES, Outcome, State
from grids.funding.flow import FLOW
from grids.funding.permissions import VIEW
from grids.funding.rules import outstanding, owed


class AllotmentQuerySet(CaseQuerySet):
    line_more = ("year", "owed", "received")

    def for_detail(self):
        return self.select_related("place", "office", "receiver", "duty")

    def for_step(self):
        return self.select_related("place", "office", "receiver", "duty")

    def counting(self):
        """All but what nobody owes any more."""
        return self.exclude(state=State.WAIVED)

    def by_year(self):
        """Owed and received of each year, the newest first."""
        sums = {"owed": models.Sum("owed"), "received": models.Sum("received"), "grids": models.Sum("grids"), "count": models.Count("pk")}
        return (
            self.counting().order_by().values("year").annotate(**{f"{name}_sum": total for name, total in sums.items()}).order_by("-year")
        )


class Allotment(Case):
    """应拨经费: rate × grids in force, for the months of the year. `office` pays, `receiver` confirms; only what arrived is received."""

    flow = FLOW
    view_capability = VIEW
    tones = TONES

    state = models.CharField(_("状态"), max_length=10, choices=State.choices, default=State.OWED)
    duty = models.ForeignKey(Duty, models.PROTECT, related_name="allotments", verbose_name=_("网格职责事项"))
    receiver = models.ForeignKey(Office, models.PROTECT, related_name="+", verbose_name=_("接收单位"))
    year = models.PositiveSmallIntegerField(_("年度"))
    rate = models.DecimalField(_("每个网格每年经费（元）"), max_digits=10, decimal_places=2)
    grids = models.PositiveIntegerField(_("网格数"))
    months = models.PositiveSmallIntegerField(_("实施月数"))
    owed = models.PositiveIntegerField(_("应拨（元）"))
    received = models.PositiveIntegerField(_("已到账（元）"), default=0)
    paying = models.PositiveIntegerField(_("待确认（元）"), default=0)
    search = generated_vector_field("title")

    objects = AllotmentQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("准入事项经费")
        ordering = ("-opened_at", "-id")
        constraints = [
            models.UniqueConstraint(fields=["duty", "receiver", "year"], name="allotment_once_a_year"),
            models.CheckConstraint(
                condition=Q(state__in=FINAL, closed_at__isnull=False) | (~Q(state__in=FINAL) & Q(closed_at=None)),
                name="allotment_closed_has_its_moment",
            ),
            models.CheckConstraint(condition=Q(state=State.PAID) | Q(paying=0), name="allotment_pays_one_at_a_time"),
        ]
        indexes = [
            models.Index(fields=["place_path", "opened_at"], name="allotment_path"),
            models.Index(fields=["due_at", "id"], name="allotment_due", condition=~Q(state__in=FINAL)),
            GinIndex(fields=["office_ids"], name="allotment_offices", fastupdate=False),
            GinIndex(fields=["search"], name="allotment_search"),
        ]

    @property
    def outstanding(self):
        return outstanding(self.owed, self.received)

    @property
    def is_corrected(self):
        """Whether what is owed is not what rate, grids and months make: the leading group's office corrected it, or more had arrived."""
        return self.owed != owed(self.rate, self.grids, months=self.months)

    @property
    def summary(self):
        return _("应拨 %(owed)s 元，已到账 %(received)s 元") % {"owed": self.owed, "received": self.received}


class Payment(models.Model):
    """One transfer, and whether it arrived."""

    allotment = models.ForeignKey(Allotment, models.CASCADE, related_name="payments", verbose_name=_("应拨经费"))
    amount = models.PositiveIntegerField(_("金额（元）"))
    paid_on = models.DateField(_("拨付日期"))
    voucher = models.CharField(_("凭证号"), max_length=40, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("登记人"))
    at = models.DateTimeField(_("登记时间"))
    outcome = models.CharField(_("结果"), max_length=12, choices=Outcome.choices, blank=True)
    confirmed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("确认人"))
    confirmed_at = models.DateTimeField(_("确认时间"), null=True)

    class Meta:
        verbose_name = verbose_name_plural = _("经费拨付")
        ordering = ("at", "pk")
        constraints = [
            models.CheckConstraint(condition=Q(amount__gt=0), name="payment_is_not_zero"),
            models.UniqueConstraint(fields=["allotment"], condition=Q(outcome=""), name="payment_one_waits"),
        ]

    def __str__(self):
        return f"{self.allotment} {self.amount}"

    @property
    def tone(self):
        return OUTCOME_TONES[Outcome(self.outcome)]
