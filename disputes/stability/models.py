"""A stability assessment of a major decision: the project, opinions as counts, risk points and measures. No person stands in it."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from disputes.stability.enums import FINAL, JUDGED, LEVEL_TONES, TONES, Axis, Decision, Level, Result, State
from disputes.stability.flow import FLOW
from disputes.stability.permissions import VIEW
from disputes.stability.rules import level_of
from governance.cases.models import Case, CaseQuerySet
from governance.deadlines.enums import Mark
from governance.people.models import Office
from governance.search.query import generated_vector_field


class Listed(models.Model):
    """A row of a list people choose from."""

    code = models.CharField(_("代码"), max_length=20, unique=True)
    name = models.CharField(_("名称"), max_length=30)
    hint = models.CharField(_("说明"), max_length=120, blank=True)
    position = models.PositiveSmallIntegerField(_("次序"))
    active = models.BooleanField(_("在用"), default=True)

    class Meta:
        abstract = True
        ordering = ("position",)

    def __str__(self):
        return self.name


class DecisionKind(Listed):
    """What kind of decision has to be assessed before it is taken."""

    class Meta(Listed.Meta):
        verbose_name = verbose_name_plural = _("决策类别")


class HearingMethod(Listed):
    """A way of hearing those whom the decision concerns."""

    class Meta(Listed.Meta):
        verbose_name = verbose_name_plural = _("意见征集方式")


class RiskMatrixQuerySet(models.QuerySet):
    def in_force(self, at):
        """The latest version that holds at that moment, or None."""
        return self.filter(valid_from__lte=at).order_by("-valid_from").first()


class RiskMatrix(models.Model):
    """A version of the scale. Never overwritten: another version follows it, and each assessment keeps the one it was made with."""

    version = models.CharField(_("版本"), max_length=20, unique=True)
    valid_from = models.DateTimeField(_("自"))
    medium_from = models.PositiveSmallIntegerField(_("中风险起点"))
    high_from = models.PositiveSmallIntegerField(_("高风险起点"))
    source = models.CharField(_("来源说明"), max_length=200)
    mark = models.CharField(_("来源"), max_length=1, choices=Mark.choices)

    objects = RiskMatrixQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("风险等级标准")
        ordering = ("-valid_from",)
        constraints = [models.CheckConstraint(condition=Q(medium_from__lt=F("high_from")), name="risk_matrix_rises")]

    def __str__(self):
        return self.version

    def level_of(self, likelihood, effect):
        return level_of(likelihood, effect, medium_from=self.medium_from, high_from=self.high_from)


class RiskStep(models.Model):
    """One step of likelihood or effect: its points and what they mean."""

    matrix = models.ForeignKey(RiskMatrix, models.CASCADE, related_name="steps", verbose_name=_("标准"))
    axis = models.CharField(_("方面"), max_length=10, choices=Axis.choices)
    points = models.PositiveSmallIntegerField(_("分值"))
    label = models.CharField(_("名称"), max_length=20)
    meaning = models.CharField(_("含义"), max_length=120)

    class Meta:
        verbose_name = verbose_name_plural = _("风险标准分档")
        ordering = ("axis", "points")
        constraints = [models.UniqueConstraint(fields=["matrix", "axis", "points"], name="risk_step_once")]

    def __str__(self):
        return f"{self.label}（{self.points}）"


class AssessmentQuerySet(CaseQuerySet):
    across = Q()  # the assessing body, whoever files, and whoever owes a measure
    line_more = ("kind__name", "assessor__short_name", "level_after", "result", "decide_on")

    def for_detail(self):
        return self.select_related("place", "office", "assessor", "decider", "kind", "matrix", "filed_with")

    def for_step(self):
        return self.select_related("place", "office", "assessor__place", "matrix")


class StabilityAssessment(Case):
    """Art. 38. `assessor` assesses and holds it but while it is filed; `filing_ids` are the offices that may file it, `owed_ids` owe a
    measure. `kept`: whether it reached them before the day of the decision."""

    flow = FLOW
    view_capability = VIEW
    tones = TONES
    is_across = True

    state = models.CharField(_("状态"), max_length=10, choices=State.choices, default=State.ASSESSING)
    kind = models.ForeignKey(DecisionKind, models.PROTECT, related_name="+", verbose_name=_("决策类别"))
    decider = models.ForeignKey(Office, models.PROTECT, related_name="+", verbose_name=_("决策机关"))
    assessor = models.ForeignKey(Office, models.PROTECT, related_name="+", verbose_name=_("评估主体"))
    third_party = models.CharField(_("受托的第三方机构"), max_length=60, blank=True)
    content = models.TextField(_("决策事项内容"), max_length=3000)
    affected = models.TextField(_("涉及的范围和群体"), max_length=1000)
    decide_on = models.DateField(_("拟决策日期"))
    matrix = models.ForeignKey(RiskMatrix, models.PROTECT, related_name="+", verbose_name=_("风险等级标准"))
    risk_count = models.PositiveSmallIntegerField(_("风险点"), default=0)
    level = models.CharField(_("初始风险等级"), max_length=6, choices=Level.choices, blank=True)
    level_after = models.CharField(_("措施后风险等级"), max_length=6, choices=Level.choices, blank=True)
    result = models.CharField(_("评估结论"), max_length=10, choices=Result.choices, blank=True)
    report = models.TextField(_("评估报告"), max_length=10000, blank=True)
    concluded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("提出结论人"))
    submitted_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("审定人"))
    submitted_at = models.DateTimeField(_("报送时间"), null=True)
    filing_ids = ArrayField(models.BigIntegerField(), default=list, editable=False)
    filed_at = models.DateTimeField(_("备案时间"), null=True)
    filed_with = models.ForeignKey(Office, models.PROTECT, null=True, related_name="+", verbose_name=_("备案单位"))
    follow_on = models.DateField(_("下一项措施的日期"), null=True)
    owed_ids = ArrayField(models.BigIntegerField(), default=list, editable=False)
    reported = models.PositiveSmallIntegerField(_("待核实的措施"), default=0)
    decision = models.CharField(_("决策情况"), max_length=10, choices=Decision.choices, blank=True)
    decided_on = models.DateField(_("决策日期"), null=True)
    rounds = models.PositiveSmallIntegerField(_("退回补充次数"), default=0)
    kept = models.BooleanField(_("决策前报送"), null=True)
    submission = models.UUIDField(_("提交凭证"), null=True, unique=True, editable=False)
    search = generated_vector_field("title", "content", "report")

    objects = AssessmentQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("社会稳定风险评估")
        ordering = ("-opened_at", "-id")
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=FINAL, closed_at__isnull=False) | (~Q(state__in=FINAL) & Q(closed_at=None)),
                name="assessment_closed_has_its_moment",
            ),
            models.CheckConstraint(condition=~Q(state__in=JUDGED) | ~Q(result=""), name="assessment_judged_has_result"),
        ]
        indexes = [
            models.Index(fields=["place_path", "opened_at"], name="assessment_path_opened"),
            models.Index(fields=["due_at", "id"], name="assessment_due", condition=~Q(state__in=FINAL)),
            GinIndex(fields=["office_ids"], name="assessment_offices", fastupdate=False),
            GinIndex(fields=["search"], name="assessment_search"),
        ]

    @property
    def summary(self):
        return self.content

    @property
    def level_tone(self):
        return LEVEL_TONES.get(self.level_after, "neutral")


class OpinionCollection(models.Model):
    """One time those concerned were heard: how many, what they think as counts, and the gist. Nobody is named."""

    assessment = models.ForeignKey(StabilityAssessment, models.CASCADE, related_name="collections", verbose_name=_("评估"))
    method = models.ForeignKey(HearingMethod, models.PROTECT, related_name="+", verbose_name=_("方式"))
    held_on = models.DateField(_("日期"))
    reach = models.CharField(_("范围"), max_length=120)
    people = models.PositiveIntegerField(_("参加人数"))
    in_favour = models.PositiveIntegerField(_("支持"), default=0)
    conditional = models.PositiveIntegerField(_("有条件支持"), default=0)
    against = models.PositiveIntegerField(_("反对"), default=0)
    summary = models.TextField(_("主要意见"), max_length=2000)

    class Meta:
        verbose_name = verbose_name_plural = _("意见征集")
        ordering = ("held_on", "pk")
        constraints = [
            models.CheckConstraint(
                condition=Q(people__gte=F("in_favour") + F("conditional") + F("against")), name="collection_opinions_are_of_people"
            )
        ]

    def __str__(self):
        return f"{self.method} {self.held_on:%F}"

    @property
    def silent(self):
        """How many said nothing either way."""
        return self.people - self.in_favour - self.conditional - self.against


class RiskPoint(models.Model):
    """What may go wrong with the project, before and after the measures."""

    assessment = models.ForeignKey(StabilityAssessment, models.CASCADE, related_name="risks", verbose_name=_("评估"))
    position = models.PositiveSmallIntegerField(_("序号"))
    name = models.CharField(_("风险点"), max_length=80)
    description = models.TextField(_("说明"), max_length=2000)
    likelihood = models.PositiveSmallIntegerField(_("可能性"))
    effect = models.PositiveSmallIntegerField(_("影响程度"))
    level = models.CharField(_("风险等级"), max_length=6, choices=Level.choices)
    likelihood_after = models.PositiveSmallIntegerField(_("措施后可能性"), null=True)
    effect_after = models.PositiveSmallIntegerField(_("措施后影响程度"), null=True)
    level_after = models.CharField(_("措施后风险等级"), max_length=6, choices=Level.choices, blank=True)
    after_note = models.TextField(_("评定依据"), max_length=2000, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = _("风险点")
        ordering = ("position",)
        constraints = [models.UniqueConstraint(fields=["assessment", "position"], name="risk_point_position_once")]

    def __str__(self):
        return f"{self.position}. {self.name}"

    @property
    def tone(self):
        return LEVEL_TONES[self.level]

    @property
    def standing(self):
        """Its level after the measures; without a word on them the one before."""
        return self.level_after or self.level

    @property
    def tone_after(self):
        return LEVEL_TONES[self.standing]


class MeasureQuerySet(models.QuerySet):
    def unsettled(self):
        return self.filter(settled_at=None)

    def unreported(self):
        return self.unsettled().filter(reported_at=None)

    def reported(self):
        return self.unsettled().filter(reported_at__isnull=False)


class RiskMeasure(models.Model):
    """What keeps a risk down: by whom, until when, and what was reported."""

    risk = models.ForeignKey(RiskPoint, models.CASCADE, related_name="measures", verbose_name=_("风险点"))
    text = models.CharField(_("措施"), max_length=500)
    owner = models.ForeignKey(Office, models.PROTECT, related_name="+", verbose_name=_("责任单位"))
    due_on = models.DateField(_("完成日期"))
    reported_at = models.DateTimeField(_("报告时间"), null=True)
    outcome = models.TextField(_("落实情况"), max_length=2000, blank=True)
    settled_at = models.DateTimeField(_("核实时间"), null=True)

    objects = MeasureQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("防范措施")
        ordering = ("risk__position", "due_on", "pk")

    def __str__(self):
        return self.text

    @property
    def stands(self):
        """done, reported, late or open, on today's date."""
        if self.settled_at:
            return "done"
        if self.reported_at:
            return "reported"
        return "late" if self.due_on < timezone.localdate() else "open"
