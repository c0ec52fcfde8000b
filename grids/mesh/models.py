"""The mesh (Art. 48): grids below the villages, who serves them, and how large one usually is."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from governance.access.scope import Scoped
from governance.people.models import Post
from governance.places.models import Place
from governance.places.rules import path_range
from grids.mesh.enums import Duty, GridKind, HostKind, Size
from grids.mesh.rules import size_of


class HouseholdRange(models.Model):
    """How many households a base grid usually has. One row, with its source; outside it stands a hint, not an error."""

    key = models.CharField(max_length=10, unique=True, default="base", editable=False)
    least = models.PositiveIntegerField(_("最少户数"))
    most = models.PositiveIntegerField(_("最多户数"))
    citation = models.CharField(_("依据"), max_length=120)
    mark = models.CharField(_("来源标记"), max_length=1)

    class Meta:
        verbose_name = verbose_name_plural = _("网格规模标准")
        constraints = [models.CheckConstraint(condition=Q(least__gt=0, most__gte=F("least")), name="household_range_has_an_order")]

    def __str__(self):
        return f"{self.least}–{self.most}"


class HouseholdCount(models.Model):
    """How many households a village has in all, by year and with its source: what its base grids are held against."""

    village = models.ForeignKey(Place, models.PROTECT, related_name="household_counts", verbose_name=_("村（社区）"))
    year = models.PositiveSmallIntegerField(_("年份"))
    households = models.PositiveIntegerField(_("总户数"))
    source = models.CharField(_("数据来源"), max_length=120)
    at = models.DateTimeField(_("登记时间"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("登记人"))

    class Meta:
        verbose_name = verbose_name_plural = _("村（社区）总户数")
        ordering = ("village", "-year")
        constraints = [models.UniqueConstraint(fields=["village", "year"], name="household_count_once_a_year")]

    def __str__(self):
        return f"{self.village_id} · {self.year}"


class GridQuerySet(Scoped):
    def active(self, day):
        return self.filter(active_from__lte=day).filter(Q(active_until=None) | Q(active_until__gt=day))

    def base(self):
        return self.filter(kind=GridKind.BASE)

    def around(self, *, longitude, latitude):
        """Grids whose frame holds the position: those whose boundary may."""
        return self.filter(frame__0__lte=longitude, frame__1__lte=latitude, frame__2__gte=longitude, frame__3__gte=latitude)

    def outside(self, span, size):
        """Base grids with fewer or more households than usual."""
        return self.base().filter(households__lt=span.least) if size == Size.FEW else self.base().filter(households__gt=span.most)

    def unserved(self, at):
        """Grids for which nobody is responsible."""
        return self.exclude(pk__in=Assignment.objects.current(at).responsible().values("grid"))

    def served_by(self, user, at):
        """Grids the person serves, as responsible worker or deputy."""
        return self.filter(pk__in=Assignment.objects.current(at).filter(post__user=user).values("grid"))

    def with_worker(self, at):
        """Each grid with the assignments of now, the responsible worker's first, in `serving`."""
        serving = Assignment.objects.current(at).with_person().order_by("-duty", "begins")
        return self.select_related("place").prefetch_related(models.Prefetch("assignments", serving, to_attr="serving"))


class Grid(models.Model):
    """A grid. Its path continues that of its village, so a scope over the village holds for it too."""

    code = models.CharField(_("网格编码"), max_length=24, unique=True)
    kind = models.CharField(_("类型"), max_length=10, choices=GridKind.choices, default=GridKind.BASE)
    place = models.ForeignKey(Place, models.PROTECT, related_name="grids", verbose_name=_("村（社区）"))
    place_path = models.CharField(max_length=24, db_collation="C", unique=True, editable=False)
    office_ids = ArrayField(models.BigIntegerField(), default=list, editable=False)  # handed to none: it belongs to its place
    name = models.CharField(_("名称"), max_length=60)
    host_kind = models.CharField(_("单位类型"), max_length=10, choices=HostKind.choices, blank=True, default="", db_default="")
    host = models.CharField(_("所在单位"), max_length=80, blank=True)
    inside = models.ManyToManyField("self", symmetrical=False, related_name="holds", blank=True, verbose_name=_("所在基础网格"))
    households = models.PositiveIntegerField(_("户数"), null=True, blank=True)
    residents = models.PositiveIntegerField(_("人数"), null=True, blank=True)
    area = models.CharField(_("范围"), max_length=300)
    boundary = models.JSONField(_("边界"), null=True, blank=True)
    boundary_source = models.CharField(_("边界来源"), max_length=80, blank=True, default="", db_default="")
    frame = ArrayField(models.FloatField(), null=True, editable=False)  # west, south, east, north of the boundary
    latitude = models.FloatField(_("示意纬度"), null=True, blank=True)
    longitude = models.FloatField(_("示意经度"), null=True, blank=True)
    supervision_phone = models.CharField(_("监督电话"), max_length=20)
    active_from = models.DateField(_("启用日期"))
    active_until = models.DateField(_("停用日期"), null=True, blank=True)
    successors = models.ManyToManyField("self", symmetrical=False, related_name="predecessors", blank=True, verbose_name=_("接续网格"))

    objects = GridQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("网格")
        ordering = ("place_path",)
        constraints = [
            models.CheckConstraint(
                condition=Q(kind=GridKind.BASE, host="") | (Q(kind=GridKind.DEDICATED) & ~Q(host="")), name="grid_dedicated_has_its_host"
            ),
            models.CheckConstraint(
                condition=Q(active_until=None) | Q(active_until__gte=F("active_from")), name="grid_ends_after_it_begins"
            ),
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("mesh_detail", args=[self.code])

    @property
    def is_base(self):
        return self.kind == GridKind.BASE

    def is_active(self, day):
        return self.active_from <= day and (self.active_until is None or self.active_until > day)

    def size(self, span):
        """few, usual or many; a dedicated grid has no usual size."""
        return Size(size_of(self.households if self.is_base else None, least=span.least, most=span.most))


class AssignmentQuerySet(models.QuerySet):
    def current(self, at):
        """Assignments of now, of people whose post is live."""
        live = Post.objects.live(at)
        return self.filter(Q(ends=None) | Q(ends__gt=at), begins__lte=at, post__in=live)

    def responsible(self):
        return self.filter(duty=Duty.RESPONSIBLE)

    def standing(self):
        return self.filter(ends=None)

    def with_person(self):
        return self.select_related("post__user", "grid")

    def within(self, path):
        start, end = path_range(path)
        return self.filter(grid__place_path__gte=start, grid__place_path__lt=end)


class Assignment(models.Model):
    """A grid worker's post serves a grid, from and until. A worker may serve several; a grid has one responsible worker at a time."""

    grid = models.ForeignKey(Grid, models.PROTECT, related_name="assignments", verbose_name=_("网格"))
    post = models.ForeignKey(Post, models.PROTECT, related_name="assignments", verbose_name=_("网格员"))
    duty = models.CharField(_("分工"), max_length=12, choices=Duty.choices, default=Duty.RESPONSIBLE)
    begins = models.DateTimeField(_("起"))
    ends = models.DateTimeField(_("止"), null=True, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("指定人"))

    objects = AssignmentQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("网格员分工")
        ordering = ("-begins", "-pk")
        constraints = [
            models.UniqueConstraint(fields=["grid"], condition=Q(ends=None, duty=Duty.RESPONSIBLE), name="grid_one_responsible_worker"),
            models.UniqueConstraint(fields=["grid", "post"], condition=Q(ends=None), name="grid_worker_once"),
            models.CheckConstraint(condition=Q(ends=None) | Q(ends__gte=F("begins")), name="assignment_ends_after_it_begins"),
        ]

    def __str__(self):
        return f"{self.post.user.name} · {self.get_duty_display()}"

    @property
    def is_responsible(self):
        return self.duty == Duty.RESPONSIBLE


class GridChange(models.Model):
    """What was changed of a grid, by whom: a register that says who wrote in it."""

    grid = models.ForeignKey(Grid, models.CASCADE, related_name="changes")
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    label = models.CharField(max_length=200)

    class Meta:
        verbose_name = verbose_name_plural = _("网格变更记录")
        ordering = ("-at", "-pk")

    def __str__(self):
        return self.label
