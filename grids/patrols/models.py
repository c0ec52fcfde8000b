"""Patrols: the check lists in their versions, the routes of the grids, the township's plans, and each walk with what was seen."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.core.validators import MinLengthValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from governance.access.scope import Scoped
from governance.cases.models import Case, CaseQuerySet
from governance.search.query import generated_vector_field
from grids.admission.models import Duty
from grids.mesh.models import Assignment, Grid
from grids.patrols.enums import FINAL, RESULT_TONES, TO_WALK, TONES, Result, Rhythm, State
from grids.patrols.flow import FLOW
from grids.patrols.permissions import VIEW
from grids.patrols.rules import in_season
from grids.reports.models import Report, ReportKind


class CheckListQuerySet(models.QuerySet):
    def in_use(self, day):
        """Switched on, and the duty it serves is carried on that day (Art. 49)."""
        return self.filter(active=True, duty__in=Duty.objects.in_force(day))


class CheckList(models.Model):
    """What is looked at, for one duty of the grid. Its items stand in versions: a patrol keeps the one it was made with."""

    code = models.SlugField(_("代码"), max_length=30, unique=True)
    label = models.CharField(_("名称"), max_length=40)
    duty = models.ForeignKey(Duty, models.PROTECT, related_name="check_lists", verbose_name=_("对应的准入职责"))
    citation = models.CharField(_("依据"), max_length=120)
    season_from = models.CharField(_("季节自（月-日）"), max_length=5, blank=True)
    season_until = models.CharField(_("季节至（月-日）"), max_length=5, blank=True)
    order = models.PositiveSmallIntegerField(_("次序"), default=0)
    active = models.BooleanField(_("启用"), default=True)

    objects = CheckListQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("巡查检查表")
        ordering = ("order", "code")
        constraints = [
            models.CheckConstraint(
                condition=Q(season_from="", season_until="") | (~Q(season_from="") & ~Q(season_until="")), name="check_list_season_is_whole"
            )
        ]

    def __str__(self):
        return self.label

    @property
    def season(self):
        return self.season_from, self.season_until

    def is_in_season(self, day):
        return in_season(self.season, day)


class CheckVersion(models.Model):
    """The items of a check list as they stood from a moment on. Never written again."""

    checklist = models.ForeignKey(CheckList, models.PROTECT, related_name="versions")
    number = models.PositiveSmallIntegerField(_("版本"))
    made_at = models.DateTimeField(_("发布时间"))
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("发布人"))

    class Meta:
        verbose_name = verbose_name_plural = _("检查表版本")
        ordering = ("-number",)
        constraints = [models.UniqueConstraint(fields=["checklist", "number"], name="check_version_once")]

    def __str__(self):
        return f"{self.checklist} {self.number}"


class CheckItem(models.Model):
    """One thing to look at, with the kind of report it becomes when it is not in order."""

    version = models.ForeignKey(CheckVersion, models.CASCADE, related_name="items")
    order = models.PositiveSmallIntegerField()
    label = models.CharField(_("检查内容"), max_length=60)
    hint = models.CharField(_("怎样看"), max_length=200, blank=True)
    citation = models.CharField(_("依据"), max_length=120, blank=True)
    months = ArrayField(models.PositiveSmallIntegerField(), verbose_name=_("月份"), default=list, blank=True)
    kind = models.ForeignKey(ReportKind, models.PROTECT, related_name="+", verbose_name=_("有问题时上报为"))

    class Meta:
        verbose_name = verbose_name_plural = _("检查项")
        ordering = ("order",)
        constraints = [models.UniqueConstraint(fields=["version", "order"], name="check_item_has_its_place")]

    def __str__(self):
        return self.label


class RouteQuerySet(Scoped):
    def in_use(self):
        return self.filter(active=True)


class Route(models.Model):
    """A way through a grid: points in their order. Patrols take a copy of the points, so it may be drawn anew at any time."""

    grid = models.ForeignKey(Grid, models.PROTECT, related_name="routes", verbose_name=_("网格"))
    place_path = models.CharField(max_length=24, db_collation="C", editable=False)
    office_ids = ArrayField(models.BigIntegerField(), default=list, db_default=[], editable=False)  # handed to none
    name = models.CharField(_("路线名称"), max_length=40, validators=[MinLengthValidator(2)])
    active = models.BooleanField(_("启用"), default=True)
    changed_at = models.DateTimeField(_("修改时间"))
    changed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("修改人"))

    objects = RouteQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("巡查路线")
        ordering = ("place_path", "name", "pk")
        indexes = [models.Index(fields=["place_path"], name="route_path")]

    def __str__(self):
        return self.name


class RoutePoint(models.Model):
    route = models.ForeignKey(Route, models.CASCADE, related_name="points")
    order = models.PositiveSmallIntegerField()
    name = models.CharField(_("点位"), max_length=40)
    address = models.CharField(_("地址"), max_length=100, blank=True)
    latitude = models.FloatField(_("纬度"), null=True, blank=True)
    longitude = models.FloatField(_("经度"), null=True, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = _("巡查点位")
        ordering = ("order",)
        constraints = [models.UniqueConstraint(fields=["route", "order"], name="route_point_has_its_place")]

    def __str__(self):
        return self.name

    @property
    def position(self):
        """As the form writes it."""
        return "" if self.latitude is None else f"{self.latitude:.5f},{self.longitude:.5f}"


class PlanQuerySet(Scoped):
    def running(self, day):
        """Plans for which a patrol may be owed on a day: of grids, routes and check lists that are in use."""
        begun = self.filter(Q(ends=None) | Q(ends__gte=day), begins__lte=day, stopped_at=None)
        lists, grids = CheckList.objects.in_use(day), Grid.objects.active(day)
        return begun.filter(route__active=True, route__grid__in=grids, checklist__in=lists)

    def with_names(self):
        return self.select_related("route__grid__place", "checklist__duty", "made_by")


class Plan(models.Model):
    """The township lets a route be walked by a check list, so often, from and until. Another rhythm is another plan."""

    route = models.ForeignKey(Route, models.PROTECT, related_name="plans", verbose_name=_("路线"))
    checklist = models.ForeignKey(CheckList, models.PROTECT, related_name="plans", verbose_name=_("检查表"))
    place_path = models.CharField(max_length=24, db_collation="C", editable=False)
    office_ids = ArrayField(models.BigIntegerField(), default=list, db_default=[], editable=False)
    rhythm = models.CharField(_("频次"), max_length=8, choices=Rhythm.choices)
    begins = models.DateField(_("自"))
    ends = models.DateField(_("至"), null=True, blank=True)
    made_at = models.DateTimeField(_("安排时间"))
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("安排人"))
    stopped_at = models.DateTimeField(_("停止时间"), null=True)
    stopped_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("停止人"))

    objects = PlanQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("巡查计划")
        ordering = ("place_path", "checklist__order", "pk")
        constraints = [
            models.CheckConstraint(condition=Q(ends=None) | Q(ends__gte=F("begins")), name="plan_ends_after_it_begins"),
            models.UniqueConstraint(
                fields=["route", "checklist", "rhythm"],
                condition=Q(stopped_at=None) & ~Q(rhythm=Rhythm.ONCE),
                name="plan_once_while_it_runs",
            ),
        ]
        indexes = [models.Index(fields=["place_path"], name="plan_path")]

    def __str__(self):
        return f"{self.route} · {self.checklist} · {self.get_rhythm_display()}"


class PatrolQuerySet(CaseQuerySet):
    line_more = ("grid__name", "worker__name", "plan__checklist__label", "left", "total", "findings", "kept")

    def for_detail(self):
        return self.select_related("place", "office", "grid", "plan__route", "plan__checklist", "checks", "worker", "done_by")

    def for_step(self):
        return self.select_related("place", "office", "grid", "plan__checklist")

    def to_walk(self):
        return self.filter(state__in=TO_WALK)

    def of_own_grids(self, user, at):
        """Patrols of the grids the person serves now, as responsible worker or deputy."""
        return self.filter(grid__in=Assignment.objects.current(at).filter(post__user=user).values("grid"))

    def unserved(self):
        """Waiting for a worker: nobody is responsible for the grid."""
        return self.to_walk().filter(worker=None)


class Patrol(Case):
    """One walk of a route by a check list (Art. 51). `kept` says whether it was finished in time; None as long as neither happened.

    `left` counts the points without an answer. `worker` is whoever is responsible for the grid, `done_by` who walked it.
    """

    flow = FLOW
    view_capability = VIEW
    tones = TONES

    state = models.CharField(_("状态"), max_length=12, choices=State.choices, default=State.PLANNED)
    plan = models.ForeignKey(Plan, models.PROTECT, related_name="patrols", verbose_name=_("计划"))
    grid = models.ForeignKey(Grid, models.PROTECT, related_name="patrols", verbose_name=_("网格"))
    checks = models.ForeignKey(CheckVersion, models.PROTECT, related_name="patrols", verbose_name=_("检查表版本"))
    worker = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("责任网格员"))
    done_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("巡查人"))
    period_first = models.DateField(_("周期首日"))
    period_last = models.DateField(_("周期末日"))
    total = models.PositiveSmallIntegerField(_("点位数"))
    left = models.PositiveSmallIntegerField(_("未巡点位"))
    findings = models.PositiveSmallIntegerField(_("发现问题"), default=0)
    kept = models.BooleanField(_("按期完成"), null=True)
    search = generated_vector_field("title")

    objects = PatrolQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("网格巡查")
        ordering = ("-opened_at", "-id")
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=FINAL, closed_at__isnull=False) | (~Q(state__in=FINAL) & Q(closed_at=None)),
                name="patrol_closed_has_its_moment",
            ),
            models.UniqueConstraint(fields=["plan", "period_first"], name="patrol_once_per_period"),
            models.CheckConstraint(condition=Q(left__lte=F("total")), name="patrol_counts_its_points"),
            models.CheckConstraint(condition=~Q(state=State.DONE) | Q(left=0, done_by__isnull=False), name="patrol_done_is_whole"),
        ]
        indexes = [
            models.Index(fields=["opened_at", "id"], name="patrol_opened"),
            models.Index(fields=["place_path", "opened_at"], name="patrol_path_opened"),
            models.Index(fields=["due_at", "id"], name="patrol_due_ongoing", condition=~Q(state__in=FINAL)),
            models.Index(fields=["place_path", "due_at"], name="patrol_path_ongoing", condition=~Q(state__in=FINAL)),
            GinIndex(fields=["office_ids"], name="patrol_offices", fastupdate=False),
            GinIndex(fields=["search"], name="patrol_search", fastupdate=False),
        ]

    @property
    def summary(self):
        return self.title


class PatrolPoint(models.Model):
    """A point of this walk, as the route had it when the patrol was made. Its files are asked for like those of the patrol."""

    patrol = models.ForeignKey(Patrol, models.CASCADE, related_name="points")
    order = models.PositiveSmallIntegerField()
    name = models.CharField(_("点位"), max_length=40)
    address = models.CharField(_("地址"), max_length=100, blank=True)
    latitude = models.FloatField(null=True)
    longitude = models.FloatField(null=True)
    note = models.CharField(_("情况说明"), max_length=500, blank=True)
    answered_at = models.DateTimeField(_("巡查时间"), null=True)
    answered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("巡查人"))

    class Meta:
        verbose_name = verbose_name_plural = _("本次点位")
        ordering = ("order",)
        constraints = [models.UniqueConstraint(fields=["patrol", "order"], name="patrol_point_has_its_place")]

    def __str__(self):
        return self.name

    view_capability = VIEW

    @property
    def number(self):
        return self.patrol.number

    @property
    def place_path(self):
        return self.patrol.place_path

    @property
    def office_ids(self):
        return self.patrol.office_ids

    @property
    def barred_ids(self):
        return self.patrol.barred_ids

    @property
    def barred_people(self):
        return self.patrol.barred_people


class Answer(models.Model):
    """What was seen of one thing at one point; what is not in order has its report."""

    point = models.ForeignKey(PatrolPoint, models.CASCADE, related_name="answers")
    item = models.ForeignKey(CheckItem, models.PROTECT, related_name="+")
    result = models.CharField(_("结果"), max_length=8, choices=Result.choices)
    report = models.OneToOneField(Report, models.PROTECT, null=True, related_name="patrol_answer", verbose_name=_("上报的事件"))

    class Meta:
        verbose_name = verbose_name_plural = _("检查结果")
        ordering = ("item__order",)
        constraints = [
            models.UniqueConstraint(fields=["point", "item"], name="answer_once"),
            models.CheckConstraint(condition=~Q(result=Result.WRONG) | Q(report__isnull=False), name="answer_wrong_has_its_report"),
        ]

    def __str__(self):
        return f"{self.point} {self.item} {self.result}"

    @property
    def tone(self):
        return RESULT_TONES[self.result]
