"""Common questions (常见问题) and every version of them that was proposed."""

from django.conf import settings
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from disputes.complaints.models import Category
from disputes.knowledge.enums import REVISION_TONES, TONES, Page, RevisionState, State
from governance.search.query import generated_vector_field

TEXTS = ("title", "answer", "keywords", "source", "page", "category")


class Text(models.Model):
    """What is written of a question; a question and its revisions have the same."""

    title = models.CharField(_("问题"), max_length=80)
    answer = models.TextField(_("回答"), max_length=2000)
    keywords = models.CharField(_("关键词"), max_length=200, blank=True)
    source = models.CharField(_("依据"), max_length=200)
    page = models.CharField(_("相关页面"), max_length=30, choices=Page.choices, blank=True)
    category = models.ForeignKey(Category, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("分类"))

    class Meta:
        abstract = True


class QuestionQuerySet(models.QuerySet):
    def published(self):
        return self.filter(state=State.PUBLISHED)

    def to_review(self, day):
        """Published ones whose day of review has come."""
        return self.published().filter(review_on__lte=day)

    def to_check(self):
        return self.filter(revisions__state=RevisionState.WAITING).distinct()


class Question(Text):
    """A question with its answer as it stands in public. It changes only by an approved revision."""

    code = models.SlugField(_("代码"), max_length=40, blank=True, editable=False)  # of the first content
    state = models.CharField(_("状态"), max_length=10, choices=State.choices, default=State.DRAFT)
    published_at = models.DateTimeField(_("公布时间"), null=True)
    review_on = models.DateField(_("复核日期"), null=True)
    note = models.CharField(_("最近一次处理"), max_length=200, blank=True)
    noted_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    noted_at = models.DateTimeField(null=True)
    shown = models.PositiveIntegerField(_("出现次数"), default=0)
    helped = models.PositiveIntegerField(_("解答次数"), default=0)
    search = generated_vector_field("title", "answer", "keywords")

    objects = QuestionQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("常见问题")
        ordering = ("category__code", "pk")
        constraints = [
            models.UniqueConstraint(fields=["code"], condition=~Q(code=""), name="question_code_once"),
            models.CheckConstraint(
                condition=~Q(state=State.PUBLISHED) | Q(published_at__isnull=False, review_on__isnull=False),
                name="question_published_has_its_days",
            ),
        ]
        indexes = [
            models.Index(fields=["review_on"], name="question_review", condition=Q(state=State.PUBLISHED)),
            GinIndex(fields=["search"], name="question_search", fastupdate=False),
        ]

    def __str__(self):
        return self.title

    @property
    def tone(self):
        return TONES[self.state]


class Revision(Text):
    """A proposed text. Whoever wrote it cannot approve it."""

    question = models.ForeignKey(Question, models.CASCADE, related_name="revisions")
    state = models.CharField(_("状态"), max_length=10, choices=RevisionState.choices, default=RevisionState.WAITING)
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("编写人"))
    written_at = models.DateTimeField(_("编写时间"))
    checked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("核对人"))
    checked_at = models.DateTimeField(_("核对时间"), null=True)
    note = models.CharField(_("意见"), max_length=200, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = _("常见问题修订")
        ordering = ("-written_at", "-pk")
        constraints = [
            models.UniqueConstraint(fields=["question"], condition=Q(state=RevisionState.WAITING), name="revision_one_waits"),
            models.CheckConstraint(condition=~Q(checked_by=F("written_by")), name="revision_checked_by_a_second_person"),
        ]

    def __str__(self):
        return f"{self.title} ({self.get_state_display()})"

    @property
    def tone(self):
        return REVISION_TONES[self.state]
