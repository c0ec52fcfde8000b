"""A finding (督导线索): a duty somebody did not meet, and what the leading group did about it."""

from django.contrib.contenttypes.models import ContentType
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from governance.cases.models import Case, CaseQuerySet
from governance.deadlines.models import Deadline
from governance.people.models import Office
from governance.search.query import generated_vector_field
from supervision.oversight.enums import FINAL, ON_THE_LIST, TONES, Ground, Measure, State
from supervision.oversight.flow import FLOW
from supervision.oversight.permissions import VIEW


class FindingQuerySet(CaseQuerySet):
    line_more = ("subject_label", "fulfilled_at", "escalated_at")

    def for_detail(self):
        return self.select_related("place", "office", "unit")

    def of_subject(self, case):
        """The findings a case gave rise to."""
        return self.filter(subject_type=ContentType.objects.get_for_model(case), subject_id=case.pk)

    def drafts(self):
        return self.filter(state=State.DRAFT)

    def on_the_list(self):
        """What is under listed supervision now."""
        return self.filter(state__in=ON_THE_LIST)

    def published(self):
        """What the public reads: listed supervisions from their publication on, with their removals."""
        return self.filter(published_at__isnull=False).select_related("unit", "office")


class Finding(Case):
    """A duty not met (Art. 58). At most one is open for a case and the clock that ran out on it."""

    flow = FLOW
    view_capability = VIEW
    tones = TONES

    state = models.CharField(_("状态"), max_length=12, choices=State.choices, default=State.DRAFT)
    ground = models.PositiveSmallIntegerField(_("情形"), choices=Ground.choices)
    duty = models.CharField(_("未履行的职责"), max_length=200)
    facts = models.TextField(_("情况说明"), blank=True)
    unit = models.ForeignKey(Office, models.PROTECT, related_name="+", verbose_name=_("责任单位"))
    subject_type = models.ForeignKey(ContentType, models.PROTECT, null=True, related_name="+")
    subject_id = models.BigIntegerField(null=True)
    subject_label = models.CharField(_("所涉程序"), max_length=40, blank=True)
    subject_number = models.CharField(_("所涉事项"), max_length=40, blank=True)
    subject_url = models.CharField(max_length=200, blank=True)
    term = models.CharField(_("逾期时限"), max_length=60, blank=True)
    term_label = models.CharField(_("时限名称"), max_length=40, blank=True)
    deadline = models.ForeignKey(Deadline, models.PROTECT, null=True, related_name="+", verbose_name=_("逾期的期限"))
    lapses = models.PositiveSmallIntegerField(_("逾期次数"), default=0)
    fulfilled_at = models.DateTimeField(_("履行时间"), null=True)
    verify_kept = models.BooleanField(_("按期核实"), null=True)
    confirmed_at = models.DateTimeField(_("确认时间"), null=True)
    measure = models.CharField(_("督导形式"), max_length=8, choices=Measure.choices, blank=True)
    talk_at = models.DateTimeField(_("约谈时间"), null=True)
    talk_with = models.CharField(_("被约谈人职务"), max_length=60, blank=True)
    escalated_at = models.DateTimeField(_("提级时间"), null=True)
    listed_at = models.DateTimeField(_("挂牌时间"), null=True)
    published_at = models.DateTimeField(_("公开时间"), null=True)
    public_text = models.CharField(_("公开内容"), max_length=300, blank=True)
    removed_at = models.DateTimeField(_("摘牌时间"), null=True)
    removal_published_at = models.DateTimeField(_("解除公开时间"), null=True)
    removal_text = models.CharField(_("解除公开内容"), max_length=300, blank=True)
    search = generated_vector_field("title", "duty", "facts")

    objects = FindingQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("督导线索")
        ordering = ("-opened_at", "-id")
        constraints = [
            models.UniqueConstraint(
                fields=["subject_type", "subject_id", "term"],
                condition=~Q(state__in=FINAL) & Q(subject_id__isnull=False),
                name="finding_one_open_per_subject_and_term",
            ),
            models.CheckConstraint(
                condition=Q(state__in=FINAL, closed_at__isnull=False) | (~Q(state__in=FINAL) & Q(closed_at=None)),
                name="finding_closed_has_its_moment",
            ),
            models.CheckConstraint(condition=Q(ground__in=Ground.values), name="finding_ground_is_of_article_58"),
            models.CheckConstraint(
                condition=Q(subject_type=None, subject_id=None) | Q(subject_type__isnull=False, subject_id__isnull=False),
                name="finding_subject_is_whole",
            ),
            models.CheckConstraint(condition=~Q(unit=models.F("office")), name="finding_is_never_about_its_own_group"),
        ]
        indexes = [
            models.Index(fields=["place_path", "opened_at"], name="finding_path_opened"),
            models.Index(fields=["place_path", "due_at"], name="finding_path_ongoing", condition=~Q(state__in=FINAL)),
            models.Index(fields=["published_at"], name="finding_published", condition=Q(published_at__isnull=False)),
            GinIndex(fields=["office_ids"], name="finding_offices", fastupdate=False),
            GinIndex(fields=["search"], name="finding_search"),
        ]

    @property
    def summary(self):
        return self.facts or self.duty

    @property
    def is_owed(self):
        """Whether the clock it was raised for is still open: the duty has not been met, and is not off either."""
        return self.deadline is not None and self.deadline.is_open

    @property
    def is_automatic(self):
        """Whether it was raised by a clock that ran out, and not by hand."""
        return self.subject_id is not None
