"""Activities of villages, townships and the city (社区活动)."""

from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from governance.cases.models import Case, CaseQuerySet
from governance.search.query import generated_vector_field
from grids.community.enums import ARTICLES, FINAL, PUBLIC, TONES, Kind, State
from grids.community.flow import FLOW
from grids.community.permissions import VIEW


class ActivityQuerySet(CaseQuerySet):
    line_more = ("kind", "starts_at", "ends_at")

    def published(self):
        return self.filter(state__in=PUBLIC).open_to_all()

    def starting(self, start, end):
        """Published ones that begin between two moments."""
        return self.published().filter(starts_at__gte=start, starts_at__lt=end)

    def to_report(self, at):
        """Held, and nobody has written how it was."""
        return self.filter(state=State.PUBLISHED, ends_at__lte=at)


class Activity(Case):
    """An activity: what, when, where, by whom, and afterwards how many came."""

    flow = FLOW
    view_capability = VIEW
    tones = TONES

    state = models.CharField(_("状态"), max_length=10, choices=State.choices, default=State.DRAFT)
    kind = models.CharField(_("类别"), max_length=10, choices=Kind.choices)
    description = models.TextField(_("活动内容"), max_length=1000)
    organiser = models.CharField(_("主办单位"), max_length=60)
    venue = models.CharField(_("活动地点"), max_length=120)
    starts_at = models.DateTimeField(_("开始时间"))
    ends_at = models.DateTimeField(_("结束时间"))
    capacity = models.PositiveIntegerField(_("可容纳人数"), null=True)
    people = models.PositiveIntegerField(_("参加人数"), null=True)
    report = models.TextField(_("活动小结"), max_length=2000, blank=True)
    submission = models.UUIDField(_("提交凭证"), null=True, unique=True, editable=False)
    search = generated_vector_field("title", "description", "venue")

    objects = ActivityQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("社区活动")
        ordering = ("-starts_at", "-id")
        constraints = [
            models.CheckConstraint(condition=Q(ends_at__gt=F("starts_at")), name="activity_ends_after_it_starts"),
            models.CheckConstraint(
                condition=~Q(state=State.REPORTED) | (Q(people__isnull=False) & ~Q(report="")), name="activity_reported_says_how_many"
            ),
            models.CheckConstraint(
                condition=Q(state__in=FINAL, closed_at__isnull=False) | (~Q(state__in=FINAL) & Q(closed_at=None)),
                name="activity_closed_has_its_moment",
            ),
        ]
        indexes = [
            models.Index(fields=["opened_at", "id"], name="activity_opened"),
            models.Index(fields=["place_path", "opened_at"], name="activity_path_opened"),
            models.Index(fields=["starts_at"], name="activity_starts"),
            GinIndex(fields=["office_ids"], name="activity_offices", fastupdate=False),
            GinIndex(fields=["search"], name="activity_search", fastupdate=False),
        ]

    @property
    def summary(self):
        return self.description

    @property
    def is_public(self):
        return self.state in PUBLIC

    @property
    def article(self):
        return ARTICLES[self.kind]

    @property
    def public_url(self):
        return reverse("activity_public", args=[self.number])
