"""The assessment of one unit by one scheme, as a case: its own report, what was reviewed, its objection and what was decided."""

from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from governance.cases.models import Case, CaseQuerySet
from governance.people.models import Office
from governance.search.query import generated_vector_field
from supervision.appraisals.enums import ENDED, SHOWN, TONES, Outcome, State
from supervision.appraisals.flow import FLOW
from supervision.appraisals.permissions import VIEW
from supervision.assessment.enums import Grade
from supervision.assessment.models import Result, SchemeItem


class AppraisalQuerySet(CaseQuerySet):
    line_more = ("unit__short_name",)

    def for_detail(self):
        return self.select_related("place", "office", "unit", "reviewer", "result__scheme", "result__place", "result__office", "disputed")

    def for_step(self):
        return self.select_related("place", "office", "unit__place", "reviewer", "result__scheme")

    def of_scheme(self, scheme):
        return self.filter(result__scheme=scheme)


class Appraisal(Case):
    """One unit of one scheme. `unit` answers for it and holds it while it reports, `reviewer` is the leading group that reviews it."""

    flow = FLOW
    view_capability = VIEW
    tones = TONES

    state = models.CharField(_("状态"), max_length=10, choices=State.choices, default=State.REPORTING)
    result = models.OneToOneField(Result, models.PROTECT, related_name="appraisal", verbose_name=_("考核结果"))
    unit = models.ForeignKey(Office, models.PROTECT, null=True, related_name="+", verbose_name=_("被考核单位"))
    reviewer = models.ForeignKey(Office, models.PROTECT, related_name="+", verbose_name=_("审核单位"))
    report = models.TextField(_("自评情况"), blank=True)
    self_points = models.DecimalField(_("自评分"), max_digits=5, decimal_places=2, null=True)
    report_missed = models.BooleanField(_("逾期未报自评"), default=False)
    open_claims = models.PositiveSmallIntegerField(_("待核定的申报"), default=0)
    disputed = models.ForeignKey(SchemeItem, models.PROTECT, null=True, related_name="+", verbose_name=_("异议项目"))
    objection = models.TextField(_("异议理由"), blank=True)
    object_until = models.DateTimeField(_("异议截止"), null=True)
    outcome = models.CharField(_("异议决定"), max_length=10, choices=Outcome.choices, blank=True)
    decision = models.TextField(_("决定理由"), blank=True)
    change = models.DecimalField(_("更正分值"), max_digits=5, decimal_places=2, null=True)
    search = generated_vector_field("title", "report")

    objects = AppraisalQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("单位考核")
        ordering = ("-opened_at", "-id")
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=ENDED, closed_at__isnull=False) | (~Q(state__in=ENDED) & Q(closed_at=None)),
                name="appraisal_closed_has_its_moment",
            ),
            models.CheckConstraint(condition=Q(outcome="") | ~Q(objection=""), name="appraisal_decision_has_its_objection"),
        ]
        indexes = [
            models.Index(fields=["place_path", "opened_at"], name="appraisal_path_opened"),
            GinIndex(fields=["office_ids"], name="appraisal_offices", fastupdate=False),
            GinIndex(fields=["search"], name="appraisal_search"),
        ]

    @property
    def summary(self):
        return self.report

    @property
    def is_shown(self):
        """Whether the unit reads its points."""
        return self.state in SHOWN

    @property
    def has_failed(self):
        return self.result.grade == Grade.FAILED
