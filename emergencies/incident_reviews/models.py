"""The review of an incident (复盘评估) and the measures it asks for."""

from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from emergencies.incident_reviews.enums import FINAL, TONES, State
from emergencies.incident_reviews.flow import FLOW
from emergencies.incident_reviews.permissions import VIEW
from emergencies.incidents.models import Incident
from governance.cases.models import Case, CaseQuerySet
from governance.search.query import generated_vector_field


class IncidentReviewQuerySet(CaseQuerySet):
    line_more = ("incident__number", "measures_until")

    def for_detail(self):
        return self.select_related("place", "office", "incident__kind")

    def for_step(self):
        return self.select_related("place", "office", "incident")


class IncidentReview(Case):
    """One review of one incident, by the office that led. `measures_until` is the day of the first measure still open."""

    flow = FLOW
    view_capability = VIEW
    tones = TONES

    state = models.CharField(_("状态"), max_length=12, choices=State.choices, default=State.WRITING)
    incident = models.OneToOneField(Incident, models.PROTECT, related_name="review", verbose_name=_("突发事件"))
    strengths = models.TextField(_("处置得当之处"), blank=True)
    shortfalls = models.TextField(_("问题和原因"), blank=True)
    lessons = models.TextField(_("经验教训和建议"), blank=True)
    measures_until = models.DateField(_("措施期限"), null=True, blank=True)
    search = generated_vector_field("title", "shortfalls", "lessons")

    objects = IncidentReviewQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("事件复盘评估")
        ordering = ("-opened_at", "-id")
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=FINAL, closed_at__isnull=False) | (~Q(state__in=FINAL) & Q(closed_at=None)),
                name="incident_review_closed_has_its_moment",
            ),
            models.CheckConstraint(
                condition=Q(state__in=[State.WRITING, State.WAIVED]) | ~Q(shortfalls=""), name="incident_review_was_written"
            ),
        ]
        indexes = [
            models.Index(fields=["place_path", "due_at"], name="inc_review_path_ongoing", condition=~Q(state__in=FINAL)),
            models.Index(fields=["opened_at", "id"], name="inc_review_opened"),
            GinIndex(fields=["office_ids"], name="inc_review_offices", fastupdate=False),
            GinIndex(fields=["search"], name="inc_review_search"),
        ]

    @property
    def summary(self):
        return self.shortfalls


class ReviewMeasureQuerySet(models.QuerySet):
    def still_open(self):
        return self.filter(done_on=None)


class ReviewMeasure(models.Model):
    """What is to be put right after an incident, by whom and until when; it comes back until it is done."""

    review = models.ForeignKey(IncidentReview, models.CASCADE, related_name="measures", verbose_name=_("复盘评估"))
    text = models.CharField(_("改进措施"), max_length=200)
    owner = models.CharField(_("责任单位和责任人"), max_length=60)
    until = models.DateField(_("完成期限"))
    done_on = models.DateField(_("完成日期"), null=True, blank=True)
    result = models.TextField(_("落实情况"), blank=True)

    objects = ReviewMeasureQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("改进措施")
        ordering = ("until", "pk")

    def __str__(self):
        return self.text
