"""A decision of a joint meeting (议定事项): what is to be done, by whom and until when."""

from django.conf import settings
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from disputes.meetings.models import AgendaItem, Meeting
from disputes.resolutions.enums import FINAL, TONES, State
from disputes.resolutions.flow import FLOW
from disputes.resolutions.permissions import VIEW
from governance.cases.models import Case, CaseQuerySet
from governance.people.models import Office
from governance.search.query import generated_vector_field


class ResolutionQuerySet(CaseQuerySet):
    across = Q()  # owner and caller see it, wherever they stand
    line_more = ("owner__short_name", "caller__short_name", "due_on", "rounds", "kept")

    def for_detail(self):
        return self.select_related("place", "office", "owner__place", "caller", "meeting", "item")

    def for_step(self):
        return self.select_related("place", "office", "owner__place", "caller__place", "meeting")


class Resolution(Case):
    """Art. 38. `office` is whoever has to act now: the owner, and once it reported the caller. `kept` is the word on its day."""

    flow = FLOW
    view_capability = VIEW
    tones = TONES
    is_across = True

    state = models.CharField(_("状态"), max_length=10, choices=State.choices, default=State.CARRYING)
    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="resolutions", verbose_name=_("联席会议"))
    item = models.ForeignKey(AgendaItem, models.PROTECT, null=True, related_name="resolutions", verbose_name=_("议题"))
    task = models.TextField(_("议定内容"), max_length=1000)
    owner = models.ForeignKey(Office, models.PROTECT, related_name="+", verbose_name=_("责任单位"))
    caller = models.ForeignKey(Office, models.PROTECT, related_name="+", verbose_name=_("召集单位"))
    due_on = models.DateField(_("完成日期"))
    reported_at = models.DateTimeField(_("报告完成时间"), null=True)
    reported_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("报告人"))
    rounds = models.PositiveSmallIntegerField(_("退回次数"), default=0)
    kept = models.BooleanField(_("按期落实"), null=True)
    search = generated_vector_field("title", "task")

    objects = ResolutionQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("议定事项")
        ordering = ("-opened_at", "-id")
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=FINAL, closed_at__isnull=False) | (~Q(state__in=FINAL) & Q(closed_at=None)),
                name="resolution_closed_has_its_moment",
            ),
        ]
        indexes = [
            models.Index(fields=["place_path", "opened_at"], name="resolution_path_opened"),
            models.Index(fields=["due_at", "id"], name="resolution_due", condition=~Q(state__in=FINAL)),
            GinIndex(fields=["office_ids"], name="resolution_offices", fastupdate=False),
            GinIndex(fields=["search"], name="resolution_search"),
        ]

    @property
    def summary(self):
        return self.task
