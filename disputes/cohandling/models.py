"""The part of one co-handling office (协办单) in a complaint that another office leads."""

from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from disputes.cohandling.enums import FINAL, OUTSTANDING, TONES, State
from disputes.cohandling.flow import FLOW
from disputes.cohandling.permissions import VIEW
from disputes.complaints.models import Complaint
from governance.cases.models import Case, CaseQuerySet, WorkOrder
from governance.search.query import generated_vector_field


class CoHandlingQuerySet(CaseQuerySet):
    across = Q()
    line_more = ("complaint__number", "complaint__office__short_name")

    def for_detail(self):
        return self.select_related("place", "office", "complaint__office", "order")

    def for_step(self):
        return self.select_related("place", "office", "complaint", "order")

    def of(self, complaint):
        return self.filter(complaint=complaint)

    def outstanding(self):
        """Neither reported nor dispensed with."""
        return self.filter(state__in=OUTSTANDING)


class CoHandling(Case):
    """One office that helps on a complaint, with its own work order and limit (Art. 43). `office` is that office."""

    flow = FLOW
    view_capability = VIEW
    tones = TONES
    is_across = True

    state = models.CharField(_("状态"), max_length=10, choices=State.choices, default=State.ISSUED)
    complaint = models.ForeignKey(Complaint, models.PROTECT, related_name="co_handlings", verbose_name=_("诉求"))
    order = models.OneToOneField(WorkOrder, models.PROTECT, related_name="+", verbose_name=_("协办单"))
    instruction = models.TextField(_("协办要求"), blank=True)
    report = models.TextField(_("反馈内容"), blank=True)
    reported_at = models.DateTimeField(_("反馈时间"), null=True)
    search = generated_vector_field("title", "instruction")

    objects = CoHandlingQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("协办单")
        ordering = ("-opened_at", "-id")
        constraints = [
            models.UniqueConstraint(fields=["complaint", "office"], condition=Q(state__in=OUTSTANDING), name="cohandling_once_per_office"),
            models.CheckConstraint(
                condition=Q(state__in=FINAL, closed_at__isnull=False) | (~Q(state__in=FINAL) & Q(closed_at=None)),
                name="cohandling_closed_has_its_moment",
            ),
            models.CheckConstraint(
                condition=~Q(state=State.REPORTED) | (~Q(report="") & Q(reported_at__isnull=False)), name="cohandling_report_says_something"
            ),
        ]
        indexes = [
            models.Index(fields=["state", "due_at"], name="cohandling_due"),
            models.Index(fields=["place_path", "opened_at"], name="cohandling_path"),
            GinIndex(fields=["office_ids"], name="cohandling_offices", fastupdate=False),
            GinIndex(fields=["search"], name="cohandling_search"),
        ]

    @property
    def summary(self):
        return self.complaint.description
