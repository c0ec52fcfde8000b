"""A recommendation (监察建议、司法建议、检察建议) to one unit, and what became of it."""

from datetime import datetime, time, timedelta

from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from governance.cases.models import Case, CaseQuerySet
from governance.people.models import Office
from governance.search.query import generated_vector_field
from supervision.recommendations.enums import FINAL, TONES, Kind, State, Way
from supervision.recommendations.flow import FLOW
from supervision.recommendations.permissions import VIEW


class RecommendationQuerySet(CaseQuerySet):
    line_more = ("kind", "document", "unit__short_name", "extension_asked", "objection_open", "rounds")

    def for_detail(self):
        return self.select_related("place", "office", "sender__place", "unit__place", "watcher")

    def for_step(self):
        return self.select_related("place", "office", "sender", "unit__place")


class Recommendation(Case):
    """Art. 59. `office` is whoever has to act now: the unit, and once it has answered the sender. `kept` is the word on its limit."""

    flow = FLOW
    view_capability = VIEW
    tones = TONES

    state = models.CharField(_("状态"), max_length=10, choices=State.choices, default=State.SENT)
    kind = models.CharField(_("类别"), max_length=14, choices=Kind.choices)
    sender = models.ForeignKey(Office, models.PROTECT, related_name="+", verbose_name=_("发出机关"))
    unit = models.ForeignKey(Office, models.PROTECT, related_name="+", verbose_name=_("被建议单位"))
    watcher = models.ForeignKey(Office, models.PROTECT, null=True, related_name="+", verbose_name=_("督导单位"))
    document = models.CharField(_("文号"), max_length=60)
    issued_on = models.DateField(_("成文日期"))
    problem = models.TextField(_("发现的问题"), max_length=3000)
    advice = models.TextField(_("建议内容"), max_length=3000)
    basis = models.CharField(_("依据"), max_length=300, blank=True)
    is_urgent = models.BooleanField(_("情况紧急"), default=False)
    answer_by = models.DateField(_("建议书载明的答复日期"), null=True, blank=True)
    on_paper = models.BooleanField(_("纸质送达"), default=False)
    way = models.CharField(_("送达方式"), max_length=8, choices=Way.choices, default=Way.PORTAL)
    received_on = models.DateField(_("收到日期"), null=True)
    receiver = models.CharField(_("签收人职务"), max_length=40, blank=True)
    extension_asked = models.BooleanField(_("待审延期"), default=False)
    objected_at = models.DateTimeField(_("异议时间"), null=True)
    objection_open = models.BooleanField(_("异议待复核"), default=False)
    reply_number = models.CharField(_("复函文号"), max_length=60, blank=True)
    answered_at = models.DateTimeField(_("答复时间"), null=True)
    rounds = models.PositiveSmallIntegerField(_("要求再次答复的次数"), default=0)
    kept = models.BooleanField(_("按期答复"), null=True)
    judged_at = models.DateTimeField(_("评价时间"), null=True)
    search = generated_vector_field("title", "document", "problem", "advice")

    objects = RecommendationQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("监察、司法、检察建议")
        ordering = ("-opened_at", "-id")
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=FINAL, closed_at__isnull=False) | (~Q(state__in=FINAL) & Q(closed_at=None)),
                name="recommendation_closed_has_its_moment",
            ),
            models.CheckConstraint(condition=~Q(sender=F("unit")), name="recommendation_is_for_another"),
            models.UniqueConstraint(
                fields=["sender", "unit", "document"], condition=~Q(state=State.WITHDRAWN), name="recommendation_document_once_per_unit"
            ),
        ]
        indexes = [
            models.Index(fields=["place_path", "opened_at"], name="recommendation_path_opened"),
            models.Index(fields=["place_path", "due_at"], name="recommendation_path_ongoing", condition=~Q(state__in=FINAL)),
            GinIndex(fields=["office_ids"], name="recommendation_offices", fastupdate=False),
            GinIndex(fields=["search"], name="recommendation_search"),
        ]

    @property
    def summary(self):
        return self.advice

    @property
    def ends_at(self):
        """The end of the day the document itself names for the answer, or None."""
        return timezone.make_aware(datetime.combine(self.answer_by + timedelta(days=1), time.min)) if self.answer_by else None
