"""A plan of inspections with its pool, and the lots of its draw. What is drawn are premises; nobody's person is ever in a pool."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from emergencies.checklists.models import CheckList, PremisesKind
from emergencies.inspection_plans.enums import FINAL, PUBLISHED, TONES, State
from emergencies.inspection_plans.flow import FLOW
from emergencies.inspection_plans.permissions import VIEW
from emergencies.premises.models import Premises
from governance.cases.models import Case, CaseQuerySet
from governance.search.query import generated_vector_field


class PlanQuerySet(CaseQuerySet):
    line_more = ("checklist__label", "pool_size", "total", "left")

    def for_detail(self):
        return self.select_related("place", "office", "checklist", "drafter", "area")

    def for_step(self):
        return self.select_related("place", "office", "checklist", "area")

    def published(self):
        return self.filter(state__in=PUBLISHED)


class InspectionPlan(Case):
    """What an office inspects in a stretch of time, by which list, how many by lot, and by whom.

    `area` is where the objects lie. `draws_at` is the moment before which nothing is drawn, `seed_source` says which public number will
    decide. `digest` and the lots stand from the announcement on; `left` counts inspections that are still to be made.
    """

    flow = FLOW
    view_capability = VIEW
    tones = TONES

    state = models.CharField(_("状态"), max_length=10, choices=State.choices, default=State.DRAFTED)
    checklist = models.ForeignKey(CheckList, models.PROTECT, related_name="inspection_plans", verbose_name=_("检查表"))
    kinds = models.ManyToManyField(PremisesKind, related_name="+", verbose_name=_("检查对象类型"))
    area = models.ForeignKey("governance.Place", models.PROTECT, related_name="+", verbose_name=_("检查范围"))
    begins = models.DateField(_("自"))
    ends = models.DateField(_("至"))
    count = models.PositiveIntegerField(_("随机抽取数"), validators=[MinValueValidator(1)])
    takes_key = models.BooleanField(_("重点对象全部检查"), default=True)
    inspectors = models.ManyToManyField(settings.AUTH_USER_MODEL, related_name="+", verbose_name=_("检查人员"))
    draws_at = models.DateTimeField(_("抽取时间"))
    seed_source = models.CharField(_("公开数的来源"), max_length=120)
    public_number = models.CharField(_("公开数"), max_length=60, blank=True)
    digest = models.CharField(_("名单摘要（SHA-256）"), max_length=64, blank=True)
    seed = models.CharField(_("种子"), max_length=200, blank=True)
    drafter = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("拟定人"))
    pool_size = models.PositiveIntegerField(_("名单数"), default=0)
    total = models.PositiveIntegerField(_("应检查"), default=0)
    left = models.PositiveIntegerField(_("待检查"), default=0)
    submission = models.UUIDField(_("提交凭证"), null=True, unique=True, editable=False)
    search = generated_vector_field("title")

    objects = PlanQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("安全检查计划")
        ordering = ("-opened_at", "-id")
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=FINAL, closed_at__isnull=False) | (~Q(state__in=FINAL) & Q(closed_at=None)),
                name="inspection_plan_closed_has_its_moment",
            ),
            models.CheckConstraint(condition=Q(ends__gte=F("begins")), name="inspection_plan_ends_after_it_begins"),
            models.CheckConstraint(
                condition=~Q(state__in=[State.DRAWN, State.ENDED]) | (~Q(seed="") & ~Q(public_number="")),
                name="inspection_plan_drawn_has_its_seed",
            ),
            models.CheckConstraint(condition=Q(left__lte=F("total")), name="inspection_plan_counts_what_is_left"),
        ]
        indexes = [
            models.Index(fields=["opened_at", "id"], name="inspection_plan_opened"),
            models.Index(fields=["place_path", "due_at"], name="inspection_plan_path"),
            GinIndex(fields=["office_ids"], name="inspection_plan_offices", fastupdate=False),
            GinIndex(fields=["search"], name="inspection_plan_search", fastupdate=False),
        ]

    @property
    def summary(self):
        return f"{self.checklist} · {self.area.full_name}"


class Lot(models.Model):
    """One object of a published pool. `rank` is its hash under the seed, kept so that everybody can compare."""

    plan = models.ForeignKey(InspectionPlan, models.CASCADE, related_name="lots")
    premises = models.ForeignKey(Premises, models.PROTECT, related_name="lots")
    number = models.CharField(_("名录编号"), max_length=20)
    is_key = models.BooleanField(_("必查"), default=False)
    rank = models.CharField(_("散列值"), max_length=64, blank=True)
    drawn = models.BooleanField(_("抽中"), default=False)
    inspectors = ArrayField(models.BigIntegerField(), default=list, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = _("抽取名单")
        ordering = ("number",)
        constraints = [models.UniqueConstraint(fields=["plan", "premises"], name="lot_once_per_plan")]
        indexes = [models.Index(fields=["plan", "rank"], name="lot_rank")]

    def __str__(self):
        return self.number
