"""A review of the people's congress, and the questions it puts to units."""

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from governance.cases.models import Case, CaseQuerySet
from governance.people.models import Office
from governance.search.query import generated_vector_field
from supervision.reviews.enums import FINAL, TONES, Kind, Satisfaction, State
from supervision.reviews.flow import FLOW
from supervision.reviews.permissions import VIEW
from supervision.reviews.rules import follow_up_stands


class ReviewQuerySet(CaseQuerySet):
    across = Q()  # every office that is asked sees it, wherever it stands
    line_more = ("kind", "satisfaction", "published_at")

    def published(self):
        """What the public reads."""
        return self.filter(published_at__isnull=False).exclude(state=State.WITHDRAWN).select_related("office", "place")


class Review(Case):
    """Art. 59. `office` is the standing committee; `awaited_ids` owe an answer, `followed_ids` a report on what is followed up."""

    flow = FLOW
    view_capability = VIEW
    tones = TONES
    is_across = True

    state = models.CharField(_("状态"), max_length=10, choices=State.choices, default=State.ASKED)
    kind = models.CharField(_("监督方式"), max_length=10, choices=Kind.choices)
    session = models.CharField(_("会议"), max_length=80)
    held_on = models.DateField(_("会议日期"))
    text = models.TextField(_("审议意见和要求"), max_length=3000)
    awaited_ids = ArrayField(models.BigIntegerField(), default=list, editable=False)
    followed_ids = ArrayField(models.BigIntegerField(), default=list, editable=False)
    reported = models.BooleanField(_("有待核实的落实报告"), default=False, editable=False)
    answered_at = models.DateTimeField(_("全部答复时间"), null=True)
    kept = models.BooleanField(_("按期答复"), null=True)
    satisfaction = models.CharField(_("评议结果"), max_length=14, choices=Satisfaction.choices, blank=True)
    published_at = models.DateTimeField(_("公开时间"), null=True)
    public_text = models.CharField(_("公开说明"), max_length=300, blank=True)
    search = generated_vector_field("title", "session", "text")

    objects = ReviewQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("人大监督")
        ordering = ("-opened_at", "-id")
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=FINAL, closed_at__isnull=False) | (~Q(state__in=FINAL) & Q(closed_at=None)),
                name="review_closed_has_its_moment",
            ),
        ]
        indexes = [
            models.Index(fields=["place_path", "opened_at"], name="review_path_opened"),
            models.Index(fields=["published_at"], name="review_published", condition=Q(published_at__isnull=False)),
            GinIndex(fields=["office_ids"], name="review_offices", fastupdate=False),
            GinIndex(fields=["search"], name="review_search"),
        ]

    @property
    def summary(self):
        return self.text


class QuestionQuerySet(models.QuerySet):
    def unanswered(self):
        return self.filter(answered_at=None)

    def followed(self):
        """Given a day, and not settled yet."""
        return self.filter(follow_up_on__isnull=False, settled_at=None)

    def missed(self, day):
        """What should have been reported before this day, and nobody has noticed yet."""
        following = (State.ANSWERED, State.FOLLOWING)
        return self.followed().filter(review__state__in=following, follow_up_on__lt=day, reported_at=None, overdue_at=None)


class Question(models.Model):
    """One question to one unit, its answer, and what is followed up until a day."""

    review = models.ForeignKey(Review, models.CASCADE, related_name="questions")
    position = models.PositiveSmallIntegerField(_("序号"))
    text = models.CharField(_("问题"), max_length=500)
    unit = models.ForeignKey(Office, models.PROTECT, related_name="+", verbose_name=_("答复单位"))
    answer = models.TextField(_("答复"), blank=True)
    answered_at = models.DateTimeField(_("答复时间"), null=True)
    follow_up = models.CharField(_("跟踪要求"), max_length=500, blank=True)
    follow_up_on = models.DateField(_("跟踪日期"), null=True)
    outcome = models.TextField(_("落实情况"), blank=True)
    reported_at = models.DateTimeField(_("报告时间"), null=True)
    settled_at = models.DateTimeField(_("办结时间"), null=True)
    overdue_at = models.DateTimeField(_("逾期"), null=True, editable=False)

    objects = QuestionQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("询问的问题")
        ordering = ("position",)
        constraints = [models.UniqueConstraint(fields=["review", "position"], name="review_question_position_once")]

    def __str__(self):
        return f"{self.position}. {self.text}"

    @property
    def stands(self):
        """How its follow-up stands today."""
        return follow_up_stands(
            until=self.follow_up_on, reported=self.reported_at is not None, done=self.settled_at is not None, today=timezone.localdate()
        )
