"""Hazards (安全隐患), the sectors and criteria they are judged by, the plans and stages of the major ones."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from emergencies.hazards.enums import FINAL, TONES, UNDER_WAY, VERIFIED, Grade, Reward, Source, State
from emergencies.hazards.flow import FLOW
from emergencies.hazards.permissions import VIEW
from governance.cases.models import Case, CaseQuerySet
from governance.deadlines.enums import Mark
from governance.people.models import Office
from governance.privacy.fields import SealedField
from governance.search.query import generated_vector_field


class SectorQuerySet(models.QuerySet):
    def in_use(self):
        return self.filter(active=True)


class Sector(models.Model):
    """A sector of safety: `trade` names the bureau that supervises it, `keywords` what a report of it speaks of."""

    code = models.CharField(_("代码"), max_length=20, unique=True)
    name = models.CharField(_("名称"), max_length=30)
    trade = models.CharField(_("主管行业"), max_length=30, blank=True)
    hint = models.CharField(_("提示"), max_length=120, blank=True)
    keywords = ArrayField(models.CharField(max_length=20), default=list, blank=True, verbose_name=_("关键词"))
    position = models.PositiveSmallIntegerField(_("次序"), default=0)
    active = models.BooleanField(_("在用"), default=True)

    objects = SectorQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("隐患行业")
        ordering = ("position", "pk")

    def __str__(self):
        return self.name


class CriterionQuerySet(models.QuerySet):
    def in_use(self):
        return self.filter(active=True)

    def fitting(self, sector):
        """Those of the sector, then those that hold in every one."""
        return self.in_use().filter(Q(sector=sector) | Q(sector=None)).order_by(models.F("sector").asc(nulls_last=True), "pk")


class Criterion(models.Model):
    """What makes a hazard of a sector a major one; without a sector it holds in every one."""

    code = models.CharField(_("代码"), max_length=40, unique=True)
    sector = models.ForeignKey(Sector, models.PROTECT, null=True, blank=True, related_name="criteria", verbose_name=_("行业"))
    text = models.CharField(_("情形"), max_length=200)
    citation = models.CharField(_("依据"), max_length=120)
    mark = models.CharField(_("来源"), max_length=1, choices=Mark.choices)
    active = models.BooleanField(_("在用"), default=True)

    objects = CriterionQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("重大隐患判定标准")
        ordering = ("sector", "pk")

    def __str__(self):
        return self.text


class RewardStandard(models.Model):
    """What a report of a hazard of a grade may be rewarded with, in whole yuan."""

    grade = models.CharField(_("隐患等级"), max_length=8, choices=Grade.choices, unique=True)
    least = models.PositiveIntegerField(_("最低（元）"))
    most = models.PositiveIntegerField(_("最高（元）"), null=True, blank=True)
    citation = models.CharField(_("依据"), max_length=120)
    mark = models.CharField(_("来源"), max_length=1, choices=Mark.choices)

    class Meta:
        verbose_name = verbose_name_plural = _("举报奖励标准")
        ordering = ("grade",)
        constraints = [
            models.CheckConstraint(condition=Q(most=None) | Q(most__gte=models.F("least")), name="reward_standard_ends_above_its_beginning")
        ]

    def __str__(self):
        return self.get_grade_display()

    @property
    def told(self):
        """Between what amounts, and by which rule."""
        most = _("，最高%(most)s元") % {"most": f"{self.most:,}"} if self.most else ""
        return _("最低%(least)s元%(most)s；依据：%(citation)s") % {"least": f"{self.least:,}", "most": most, "citation": self.citation}


class HazardQuerySet(CaseQuerySet):
    line_more = ("grade", "sector__name", "source", "site__short_name", "responsible", "raised_at", "extension_asked", "reward")

    def for_detail(self):
        return self.select_related("place", "office", "sector", "criterion", "site", "raised_to")

    def for_step(self):
        return self.select_related("place", "office", "sector", "site")

    def with_contact(self):
        return self.exclude(reporter_name="", reporter_phone="")

    def general(self):
        return self.filter(grade=Grade.GENERAL)

    def major(self):
        return self.filter(grade=Grade.MAJOR)

    def to_remove(self):
        """Graded, and nobody has reported it removed."""
        return self.filter(state__in=VERIFIED)

    def to_raise(self, at):
        """Past a limit, and nobody above was told of it yet."""
        return self.filter(state__in=UNDER_WAY, raised_at=None, due_at__lt=at).order_by("due_at", "id")

    def listed(self):
        """Under listed supervision now."""
        return self.filter(listed_at__isnull=False, grade=Grade.MAJOR).ongoing()

    def on_map(self):
        return self.filter(latitude__isnull=False, longitude__isnull=False)


class Hazard(Case):
    """Art. 32. `office` supervises the removal, `site` is the unit that must remove it where it has an account, `responsible` its name.

    Who reported it is sealed, and never told to the site. `kept` says whether it was removed by the end of its limit; None as long as
    neither happened.
    """

    flow = FLOW
    view_capability = VIEW
    tones = TONES
    tracking_page = "hazard_tracked"

    state = models.CharField(_("状态"), max_length=12, choices=State.choices, default=State.REPORTED)
    sector = models.ForeignKey(Sector, models.PROTECT, related_name="hazards", verbose_name=_("行业"))
    grade = models.CharField(_("隐患等级"), max_length=8, choices=Grade.choices, blank=True)
    source = models.CharField(_("来源"), max_length=12, choices=Source.choices)
    description = models.TextField(_("隐患情况"))
    landmark = models.CharField(_("详细位置"), max_length=120, blank=True)
    latitude = models.FloatField(_("纬度"), null=True, blank=True)
    longitude = models.FloatField(_("经度"), null=True, blank=True)
    site = models.ForeignKey(Office, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("责任单位（有账号的）"))
    responsible = models.CharField(_("责任单位"), max_length=80, blank=True)
    criterion = models.ForeignKey(Criterion, models.PROTECT, null=True, related_name="+", verbose_name=_("判定标准"))
    rectify_by = models.DateField(_("整改期限"), null=True, blank=True)
    measures = models.TextField(_("临时防护措施"), blank=True)
    measures_at = models.DateTimeField(_("采取措施"), null=True)
    listed_at = models.DateTimeField(_("挂牌时间"), null=True)
    removed_at = models.DateTimeField(_("整改完成"), null=True)
    kept = models.BooleanField(_("按期整改"), null=True)
    raised_at = models.DateTimeField(_("上报上一级"), null=True)
    raised_to = models.ForeignKey(Office, models.PROTECT, null=True, related_name="+", db_index=False, verbose_name=_("上报至"))
    extension_asked = models.BooleanField(_("待审延期"), default=False)
    reporter_name = SealedField(_("举报人"), kind="name", blank=True, default="")
    reporter_phone = SealedField(_("联系电话"), kind="phone", blank=True, default="")
    query_code_index = models.CharField(max_length=64, blank=True, editable=False)
    submission = models.UUIDField(_("提交凭证"), null=True, unique=True, editable=False)
    reward = models.CharField(_("举报奖励"), max_length=8, choices=Reward.choices, blank=True)
    reward_amount = models.PositiveIntegerField(_("奖励金额（元）"), null=True)
    search = generated_vector_field("title", "description", "landmark", "responsible")

    objects = HazardQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("安全隐患")
        ordering = ("-opened_at", "-id")
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=FINAL, closed_at__isnull=False) | (~Q(state__in=FINAL) & Q(closed_at=None)),
                name="hazard_closed_has_its_moment",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=[*VERIFIED, State.REMOVED, State.ACCEPTED]) | ~Q(grade=""), name="hazard_is_graded"
            ),
            models.CheckConstraint(condition=~Q(grade=Grade.MAJOR) | Q(criterion__isnull=False), name="hazard_major_by_a_criterion"),
            models.CheckConstraint(
                condition=~Q(state__in=[State.GOVERNING, State.ACCEPTED]) | Q(listed_at__isnull=False), name="hazard_governed_is_listed"
            ),
            models.CheckConstraint(
                condition=~Q(reward__in=[Reward.GRANTED, Reward.PAID]) | Q(reward_amount__gt=0), name="hazard_reward_has_its_amount"
            ),
        ]
        indexes = [
            models.Index(fields=["place_path", "due_at"], name="hazard_path_ongoing", condition=~Q(state__in=FINAL)),
            models.Index(fields=["place_path", "opened_at"], name="hazard_path_opened"),
            models.Index(fields=["due_at"], name="hazard_to_raise", condition=Q(state__in=UNDER_WAY, raised_at=None)),
            models.Index(fields=["closed_at"], name="hazard_to_erase", condition=~Q(reporter_phone="")),
            GinIndex(fields=["office_ids"], name="hazard_offices", fastupdate=False),
            GinIndex(fields=["search"], name="hazard_search"),
        ]

    @property
    def is_followed(self):
        """Only what a person reported, who has a query code for it."""
        return bool(self.query_code_index)

    @property
    def summary(self):
        return self.description

    @property
    def whose(self):
        """Who must remove it, as far as it is known."""
        return self.responsible or (self.site.name if self.site_id else "")

    @property
    def has_contact(self):
        return bool(self.reporter_phone or self.reporter_name)

    @property
    def has_stages_to_do(self):
        return Stage.objects.of(self).to_do().exists()


class RemovalPlan(models.Model):
    """治理方案 of a major hazard, as it was handed in; one that was returned is followed by another, the last one counts."""

    hazard = models.ForeignKey(Hazard, models.PROTECT, related_name="plans", verbose_name=_("隐患"))
    serial = models.PositiveSmallIntegerField(_("次序"))
    aim = models.TextField(_("治理目标和任务"))
    way = models.TextField(_("治理方法和措施"))
    money = models.CharField(_("经费和物资"), max_length=200)
    people = models.CharField(_("责任机构和人员"), max_length=200)
    finish_by = models.DateField(_("治理完成日期"))
    precautions = models.TextField(_("安全措施和应急预案"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("报送人"))
    at = models.DateTimeField(_("报送时间"))

    class Meta:
        verbose_name = verbose_name_plural = _("治理方案")
        ordering = ("-serial",)
        constraints = [models.UniqueConstraint(fields=["hazard", "serial"], name="removal_plan_once")]

    def __str__(self):
        return f"{self.hazard_id} {self.serial}"


class StageQuerySet(models.QuerySet):
    def of(self, hazard):
        """Those of the plan that counts: an earlier plan's went with it."""
        latest = RemovalPlan.objects.filter(hazard=hazard).order_by("-serial").values("pk")[:1]
        return self.filter(plan__in=latest).order_by("until", "pk")

    def to_do(self):
        return self.filter(done_at=None)


class Stage(models.Model):
    """A stage of the removal: what, by whom, until when."""

    plan = models.ForeignKey(RemovalPlan, models.CASCADE, related_name="stages", verbose_name=_("治理方案"))
    text = models.CharField(_("阶段任务"), max_length=200)
    owner = models.CharField(_("责任人"), max_length=40)
    until = models.DateField(_("完成期限"))
    done_at = models.DateTimeField(_("完成时间"), null=True)
    result = models.TextField(_("完成情况"), blank=True)

    objects = StageQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("治理阶段")
        ordering = ("until", "pk")

    def __str__(self):
        return self.text
