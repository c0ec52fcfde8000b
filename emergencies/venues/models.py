"""Crowded places (人员密集场所), their kinds, the versioned factors of their grading, and each assessment as it was made."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from emergencies.standards.models import SecuritySet
from emergencies.standards.rules import binds
from emergencies.venues.enums import FINAL, TONES, Grade, Publicity, State
from emergencies.venues.flow import FLOW
from emergencies.venues.permissions import VIEW
from emergencies.venues.rules import FactorRule, Thresholds, missing_equipment
from governance.cases.models import Case, CaseQuerySet
from governance.deadlines.enums import Mark
from governance.files.models import Attachment
from governance.people.models import Office
from governance.search.query import generated_vector_field


class VenueKindQuerySet(models.QuerySet):
    def in_use(self):
        return self.filter(active=True)


class VenueKind(models.Model):
    """A kind of crowded place: those Art. 22 names, and others by their own law. `trade` names the bureau that supervises it."""

    code = models.CharField(_("代码"), max_length=20, unique=True)
    name = models.CharField(_("名称"), max_length=30)
    trade = models.CharField(_("主管行业"), max_length=30)
    named_by_article = models.BooleanField(_("条例列明"), default=False)
    citation = models.CharField(_("依据"), max_length=120)
    mark = models.CharField(_("来源"), max_length=1, choices=Mark.choices)
    position = models.PositiveSmallIntegerField(_("次序"))
    publicity = models.CharField(
        _("对外公开"), max_length=8, choices=Publicity.choices, default=Publicity.HIDDEN, db_default=Publicity.HIDDEN.value
    )
    active = models.BooleanField(_("在用"), default=True)

    objects = VenueKindQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("场所类型")
        ordering = ("position",)

    def __str__(self):
        return self.name


class RequiredItem(models.Model):
    """A piece of equipment a venue of the kind must keep; from `from_grade` on, where it names one."""

    kind = models.ForeignKey(VenueKind, models.CASCADE, related_name="required", verbose_name=_("类型"))
    code = models.CharField(_("代码"), max_length=30)
    name = models.CharField(_("名称"), max_length=40)
    from_grade = models.CharField(_("适用等级"), max_length=8, choices=Grade.choices, blank=True, default="", db_default="")
    citation = models.CharField(_("依据"), max_length=120)
    mark = models.CharField(_("来源"), max_length=1, choices=Mark.choices)

    class Meta:
        verbose_name = verbose_name_plural = _("应配设施")
        ordering = ("kind", "pk")
        constraints = [models.UniqueConstraint(fields=["kind", "code"], name="required_item_once_per_kind")]

    def __str__(self):
        return self.name


class FactorSetQuerySet(models.QuerySet):
    def in_force(self, at):
        """The latest version that holds at that moment, or None."""
        return self.filter(valid_from__lte=at).order_by("-valid_from").first()


class FactorSet(models.Model):
    """A version of the factors and of the scores at which the colours begin. Never overwritten: another version follows it."""

    version = models.CharField(_("版本"), max_length=20, unique=True)
    valid_from = models.DateTimeField(_("自"))
    yellow_from = models.PositiveSmallIntegerField(_("黄色起点"))
    orange_from = models.PositiveSmallIntegerField(_("橙色起点"))
    red_from = models.PositiveSmallIntegerField(_("红色起点"))
    source = models.CharField(_("来源说明"), max_length=200)
    mark = models.CharField(_("来源"), max_length=1, choices=Mark.choices)

    objects = FactorSetQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("评估标准")
        ordering = ("-valid_from",)
        constraints = [
            models.CheckConstraint(
                condition=Q(yellow_from__gt=0, orange_from__gt=F("yellow_from"), red_from__gt=F("orange_from"), red_from__lte=100),
                name="factor_set_thresholds_rise",
            )
        ]

    def __str__(self):
        return self.version

    @property
    def thresholds(self):
        return Thresholds(self.yellow_from, self.orange_from, self.red_from)

    def rules(self):
        """Its factors as pure rules."""
        return [factor.rule for factor in self.factors.prefetch_related("options")]


class Factor(models.Model):
    """One thing the risk depends on."""

    factor_set = models.ForeignKey(FactorSet, models.CASCADE, related_name="factors", verbose_name=_("版本"))
    code = models.CharField(_("代码"), max_length=30)
    label = models.CharField(_("因素"), max_length=60)
    weight = models.PositiveSmallIntegerField(_("权重"))

    class Meta:
        verbose_name = verbose_name_plural = _("评估因素")
        ordering = ("factor_set", "pk")
        constraints = [
            models.UniqueConstraint(fields=["factor_set", "code"], name="factor_once_per_set"),
            models.CheckConstraint(condition=Q(weight__gt=0), name="factor_weighs_something"),
        ]

    def __str__(self):
        return self.label

    @property
    def rule(self):
        return FactorRule(self.code, self.weight, {option.code: option.points for option in self.options.all()})


class FactorOption(models.Model):
    """One answer to a factor, with its points: the more, the greater the risk."""

    factor = models.ForeignKey(Factor, models.CASCADE, related_name="options", verbose_name=_("因素"))
    code = models.CharField(_("代码"), max_length=30)
    label = models.CharField(_("情形"), max_length=60)
    points = models.PositiveSmallIntegerField(_("分值"))

    class Meta:
        verbose_name = verbose_name_plural = _("因素情形")
        ordering = ("factor", "points")
        constraints = [
            models.UniqueConstraint(fields=["factor", "code"], name="factor_option_once"),
            models.CheckConstraint(condition=Q(points__lte=100), name="factor_option_points_to_100"),
        ]

    def __str__(self):
        return self.label


class VenueQuerySet(CaseQuerySet):
    line_more = ("kind__name", "grade", "lowering", "assessed_at", "plan_filed_at")

    def for_detail(self):
        return self.select_related("place", "office", "site", "kind", "plan")

    def for_step(self):
        return self.select_related("place", "office", "kind")

    def confirmed(self):
        return self.filter(state=State.REGISTERED)

    def without_plan(self):
        """No emergency plan in force."""
        return self.filter(plan_filed_at=None)

    def asking_to_lower(self):
        return self.exclude(lowering="")

    def graded(self):
        return self.exclude(grade="")

    def published(self):
        """What everyone may read of: venues in use, of the kinds that are public."""
        return self.confirmed().exclude(kind__publicity=Publicity.HIDDEN)


class Venue(Case):
    """A crowded place (Art. 22). `office` owes its assessment: the county's bureau of the kind's trade, else the township.

    `site` is the office of whoever runs it; manager and telephone are the work data of a post, not of a private person.
    """

    flow = FLOW
    view_capability = VIEW
    tones = TONES

    state = models.CharField(_("状态"), max_length=12, choices=State.choices, default=State.DECLARED)
    kind = models.ForeignKey(VenueKind, models.PROTECT, related_name="venues", verbose_name=_("类型"))
    site = models.ForeignKey(Office, models.PROTECT, related_name="+", verbose_name=_("场所单位"))
    landmark = models.CharField(_("详细地址"), max_length=120)
    capacity = models.PositiveIntegerField(_("容纳人数"))
    floors = models.PositiveSmallIntegerField(_("层数"), default=1)
    area = models.PositiveIntegerField(_("面积（平方米）"), null=True, blank=True)
    equipment = ArrayField(models.CharField(max_length=30), default=list, blank=True, verbose_name=_("现有设施"))
    manager = models.CharField(_("安全负责人"), max_length=40)
    work_phone = models.CharField(_("值班电话"), max_length=20)
    submission = models.UUIDField(_("提交凭证"), null=True, unique=True, editable=False)
    grade = models.CharField(_("风险等级"), max_length=8, choices=Grade.choices, blank=True)
    lowering = models.CharField(_("申请下调至"), max_length=8, choices=Grade.choices, blank=True, default="", db_default="")
    assessed_at = models.DateTimeField(_("最近评估"), null=True, blank=True)
    latitude = models.FloatField(_("纬度"), null=True, blank=True)
    longitude = models.FloatField(_("经度"), null=True, blank=True)
    plan_on = models.DateField(_("预案日期"), null=True, blank=True)
    plan_filed_at = models.DateTimeField(_("预案备案"), null=True, blank=True)
    plan = models.ForeignKey(Attachment, models.PROTECT, null=True, related_name="+", verbose_name=_("应急预案"))
    search = generated_vector_field("title", "landmark")

    objects = VenueQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("人员密集场所")
        ordering = ("-opened_at", "-id")
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=FINAL, closed_at__isnull=False) | (~Q(state__in=FINAL) & Q(closed_at=None)),
                name="venue_closed_has_its_moment",
            ),
            models.CheckConstraint(
                condition=Q(grade="", assessed_at=None) | (~Q(grade="") & Q(assessed_at__isnull=False)), name="venue_grade_was_assessed"
            ),
            models.CheckConstraint(
                condition=Q(plan_on=None, plan_filed_at=None) | Q(plan_on__isnull=False, plan_filed_at__isnull=False),
                name="venue_plan_has_its_date",
            ),
            models.CheckConstraint(condition=Q(capacity__gt=0), name="venue_holds_people"),
            models.CheckConstraint(condition=Q(lowering="") | ~Q(grade=""), name="venue_lowers_what_was_graded"),
            models.CheckConstraint(
                condition=Q(latitude=None, longitude=None) | Q(latitude__isnull=False, longitude__isnull=False), name="venue_lies_somewhere"
            ),
        ]
        indexes = [
            models.Index(fields=["place_path", "due_at"], name="venue_path_ongoing", condition=~Q(state__in=FINAL)),
            models.Index(fields=["opened_at", "id"], name="venue_opened"),
            GinIndex(fields=["office_ids"], name="venue_offices", fastupdate=False),
            GinIndex(fields=["search"], name="venue_search"),
        ]

    @property
    def summary(self):
        return f"{self.kind} · {self.landmark}"

    @property
    def required(self):
        """What its kind's list asks of a venue of its grade."""
        return [item for item in self.kind.required.all() if binds(item.from_grade, self.grade)]

    @property
    def missing(self):
        """The items the list asks for and it does not keep."""
        items = self.required
        lacking = missing_equipment([item.code for item in items], self.equipment)
        return [item for item in items if item.code in lacking]

    @property
    def asks_lowering(self):
        return bool(self.lowering)


class AssessmentQuerySet(models.QuerySet):
    def of(self, venue):
        return self.filter(venue=venue).select_related("factor_set", "assessor", "office", "decided_by").order_by("-at", "-pk")


class Assessment(models.Model):
    """A grading as it was made: every answer with its points, the version of the factors, what was computed and what was decided.

    `proposed` is a grade below what was computed or stood: it becomes `final` only when a second person agrees.
    """

    venue = models.ForeignKey(Venue, models.PROTECT, related_name="assessments", verbose_name=_("场所"))
    factor_set = models.ForeignKey(FactorSet, models.PROTECT, related_name="assessments", verbose_name=_("评估标准"))
    inputs = models.JSONField(_("评估情形"))  # [{"factor", "label", "weight", "option", "answer", "points"}, …]
    score = models.DecimalField(_("得分"), max_digits=4, decimal_places=1)
    computed = models.CharField(_("计算等级"), max_length=8, choices=Grade.choices)
    final = models.CharField(_("评定等级"), max_length=8, choices=Grade.choices)
    lowered = models.BooleanField(_("下调"), default=False)
    reason = models.TextField(_("理由"), blank=True)
    assessor = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("评估人"))
    office = models.ForeignKey(Office, models.PROTECT, related_name="+", verbose_name=_("评估单位"))
    at = models.DateTimeField(_("评估时间"))
    proposed = models.CharField(_("申请下调至"), max_length=8, choices=Grade.choices, blank=True, default="", db_default="")
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("审核人"))
    decided_at = models.DateTimeField(_("审核时间"), null=True)
    decision_note = models.TextField(_("审核意见"), blank=True, default="", db_default="")

    objects = AssessmentQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("风险评估")
        ordering = ("-at", "-pk")
        constraints = [
            models.CheckConstraint(condition=Q(lowered=False) | ~Q(reason=""), name="assessment_lowered_has_reason"),
            models.CheckConstraint(
                condition=Q(decided_by=None) | ~Q(decided_by=F("assessor")), name="assessment_lowered_by_a_second_person"
            ),
        ]

    def __str__(self):
        return f"{self.venue_id} {self.final}"


class SecurityCheckQuerySet(models.QuerySet):
    def latest_of(self, venue):
        return self.filter(venue=venue).select_related("security_set", "by", "office").order_by("-at", "-pk").first()


class SecurityCheck(models.Model):
    """A venue held against the security standard of its kind and grade: each thing asked, whether it was met, and the version."""

    venue = models.ForeignKey(Venue, models.PROTECT, related_name="security_checks", verbose_name=_("场所"))
    security_set = models.ForeignKey(SecuritySet, models.PROTECT, related_name="checks", verbose_name=_("防范标准"))
    inputs = models.JSONField(_("检查情况"))  # [{"code", "aspect", "text", "met"}, …]
    met = models.PositiveSmallIntegerField(_("已落实"))
    asked = models.PositiveSmallIntegerField(_("应落实"))
    note = models.TextField(_("整改安排"), blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("检查人"))
    office = models.ForeignKey(Office, models.PROTECT, related_name="+", verbose_name=_("检查单位"))
    at = models.DateTimeField(_("检查时间"))

    objects = SecurityCheckQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("防范标准检查")
        ordering = ("-at", "-pk")
        constraints = [models.CheckConstraint(condition=Q(met__lte=F("asked")), name="security_check_meets_what_is_asked")]

    def __str__(self):
        return f"{self.venue_id} {self.met}/{self.asked}"
