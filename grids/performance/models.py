"""The monthly books of the grid workers: formula in versions, what each worker did, objections, leave, training, and exports for pay."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from governance.access.scope import Scoped
from governance.cases.models import Case, CaseQuerySet
from governance.people.enums import Role
from governance.people.models import Office, Post
from governance.search.query import generated_vector_field
from governance.web.formats import cn_month
from grids.performance.enums import FINAL, STANDING_TONES, TONES, Away, Presence, Standing, State
from grids.performance.flow import FLOW
from grids.performance.permissions import VIEW

PEERS = frozenset({Role.GRID_WORKER})
WEIGHT = {"max_digits": 5, "decimal_places": 2}
WRITER = {"on_delete": models.PROTECT, "null": True, "related_name": "+"}


class Placed(models.Model):
    """A row of a place, seen by whoever has the place in reach."""

    place_path = models.CharField(max_length=24, db_collation="C", editable=False)
    office_ids = ArrayField(models.BigIntegerField(), default=list, db_default=[], editable=False)  # handed to none

    objects = Scoped.as_manager()

    class Meta:
        abstract = True


class FormulaQuerySet(models.QuerySet):
    def of_month(self, month):
        """The version that holds for a month, or None."""
        return self.filter(valid_from__lte=month).order_by("-valid_from").first()


class Formula(models.Model):
    """The weights of the components from a month on. Never overwritten: old months keep the version they were counted with."""

    valid_from = models.DateField(_("自（月份）"), unique=True)
    basis = models.CharField(_("制定依据"), max_length=200)
    mark = models.CharField(_("来源"), max_length=1, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, verbose_name=_("制定人"), **WRITER)
    at = models.DateTimeField(_("制定时间"))

    objects = FormulaQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("绩效计分办法")
        ordering = ("-valid_from",)
        constraints = [models.CheckConstraint(condition=Q(valid_from__day=1), name="formula_begins_with_a_month")]

    def __str__(self):
        return cn_month(self.valid_from)


class FormulaItem(models.Model):
    formula = models.ForeignKey(Formula, models.CASCADE, related_name="items")
    position = models.PositiveSmallIntegerField()
    component = models.CharField(_("项目"), max_length=30)
    label = models.CharField(_("名称"), max_length=40)
    weight = models.DecimalField(_("分值"), **WEIGHT)

    class Meta:
        verbose_name = verbose_name_plural = _("计分项目")
        ordering = ("position",)
        constraints = [
            models.UniqueConstraint(fields=["formula", "component"], name="formula_item_once"),
            models.CheckConstraint(condition=Q(weight__gt=0, weight__lte=100), name="formula_item_has_weight"),
        ]

    def __str__(self):
        return self.label


class Sheet(Placed):
    """月账: a township's month, closed with the formula of that month, then published to the workers concerned."""

    office = models.ForeignKey(Office, models.PROTECT, related_name="+", verbose_name=_("乡镇（街道）"))
    month = models.DateField(_("月份"))
    formula = models.ForeignKey(Formula, models.PROTECT, related_name="sheets", verbose_name=_("计分办法"))
    standing = models.CharField(_("状态"), max_length=10, choices=Standing.choices, default=Standing.CLOSED)
    closed_by = models.ForeignKey(settings.AUTH_USER_MODEL, verbose_name=_("结账人"), **WRITER)
    closed_at = models.DateTimeField(_("结账时间"))
    published_by = models.ForeignKey(settings.AUTH_USER_MODEL, verbose_name=_("公布人"), **WRITER)
    published_at = models.DateTimeField(_("公布时间"), null=True)
    object_until = models.DateTimeField(_("异议期至"), null=True)

    class Meta:
        verbose_name = verbose_name_plural = _("网格员绩效月账")
        ordering = ("-month", "place_path")
        constraints = [
            models.UniqueConstraint(fields=["office", "month"], name="sheet_once_a_month"),
            models.CheckConstraint(condition=Q(month__day=1), name="sheet_is_of_a_month"),
            models.CheckConstraint(
                condition=Q(standing=Standing.PUBLISHED, published_at__isnull=False, object_until__isnull=False)
                | Q(standing=Standing.CLOSED, published_at=None),
                name="sheet_published_has_its_moment",
            ),
        ]
        indexes = [models.Index(fields=["place_path", "month"], name="sheet_path_month")]

    def __str__(self):
        return f"{self.office} {cn_month(self.month)}"

    @property
    def tone(self):
        return STANDING_TONES[self.standing]

    @property
    def is_published(self):
        return self.standing == Standing.PUBLISHED

    def takes_objections(self, at):
        return self.is_published and at < self.object_until


class ScoreQuerySet(Scoped):
    def published(self):
        return self.filter(sheet__standing=Standing.PUBLISHED)

    def in_order(self):
        """By village and name: never by points."""
        return self.select_related("post__user", "post__office", "sheet__office").order_by("place_path", "post__user__name", "pk")


class Score(Placed):
    """What one worker has of a month. A colleague never sees it, nobody is ranked."""

    closed_to_peers = PEERS

    sheet = models.ForeignKey(Sheet, models.CASCADE, related_name="scores", verbose_name=_("月账"))
    post = models.ForeignKey(Post, models.PROTECT, related_name="+", verbose_name=_("岗位"))
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("网格员"))
    total = models.DecimalField(_("得分"), max_digits=6, decimal_places=2, null=True)
    away = models.PositiveSmallIntegerField(_("休息和离岗（天）"), default=0)

    objects = ScoreQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("网格员月绩效")
        constraints = [
            models.UniqueConstraint(fields=["sheet", "post"], name="score_once"),
            models.CheckConstraint(condition=Q(total=None) | Q(total__gte=0, total__lte=100), name="score_is_out_of_100"),
        ]
        indexes = [models.Index(fields=["author", "sheet"], name="score_author")]

    def __str__(self):
        return f"{self.post} {cn_month(self.sheet.month)}"


class ScoreItem(models.Model):
    """One component with the facts it was counted from, kept as they were: [day, label, url, done, counted]."""

    score = models.ForeignKey(Score, models.CASCADE, related_name="items")
    position = models.PositiveSmallIntegerField()
    component = models.CharField(_("项目"), max_length=30)
    label = models.CharField(_("名称"), max_length=40)
    weight = models.DecimalField(_("分值"), **WEIGHT)
    done = models.PositiveIntegerField(_("完成"))
    due = models.PositiveIntegerField(_("应完成"))
    points = models.DecimalField(_("得分"), null=True, **WEIGHT)
    facts = models.JSONField(default=list)

    class Meta:
        verbose_name = verbose_name_plural = _("绩效项目")
        ordering = ("position",)
        constraints = [
            models.UniqueConstraint(fields=["score", "component"], name="score_item_once"),
            models.CheckConstraint(condition=Q(done__lte=F("due")), name="score_item_done_is_part_of_due"),
        ]

    def __str__(self):
        return f"{self.label} {self.done}/{self.due}"


class ObjectionQuerySet(CaseQuerySet):
    line_more = ("author__name", "item__label", "item__score__sheet__month")

    def for_detail(self):
        return self.select_related("place", "office", "author", "item__score__sheet", "item__score__post__office")

    def for_step(self):
        return self.select_related("place", "office", "author", "item__score__sheet")


class Objection(Case):
    """绩效异议: a worker says that a figure of his month is wrong. Closed to colleagues."""

    flow = FLOW
    view_capability = VIEW
    tones = TONES
    closed_to_peers = PEERS

    state = models.CharField(_("状态"), max_length=12, choices=State.choices, default=State.OPEN)
    item = models.ForeignKey(ScoreItem, models.PROTECT, related_name="objections", verbose_name=_("项目"))
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("网格员"))
    reason = models.TextField(_("理由"), max_length=1000)
    search = generated_vector_field("title", "reason")

    objects = ObjectionQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("绩效异议")
        ordering = ("-opened_at", "-id")
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=FINAL, closed_at__isnull=False) | (~Q(state__in=FINAL) & Q(closed_at=None)),
                name="objection_closed_has_its_moment",
            ),
            models.UniqueConstraint(fields=["item"], condition=Q(state=State.OPEN), name="objection_one_open"),
        ]
        indexes = [models.Index(fields=["place_path", "opened_at"], name="objection_path")]

    @property
    def summary(self):
        return self.reason


class Correction(models.Model):
    """What a figure was before and after, and why. Written once."""

    item = models.ForeignKey(ScoreItem, models.CASCADE, related_name="corrections")
    objection = models.OneToOneField(Objection, models.PROTECT, related_name="correction")
    done_before = models.PositiveIntegerField()
    due_before = models.PositiveIntegerField()
    total_before = models.DecimalField(max_digits=6, decimal_places=2, null=True)
    done = models.PositiveIntegerField()
    due = models.PositiveIntegerField()
    total = models.DecimalField(max_digits=6, decimal_places=2, null=True)
    reason = models.TextField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        verbose_name = verbose_name_plural = _("绩效更正")
        ordering = ("at", "pk")

    def __str__(self):
        return f"{self.item} {self.at:%F}"


class Absence(Placed):
    """Days on which a worker owes nothing; kept by the township."""

    post = models.ForeignKey(Post, models.PROTECT, related_name="absences", verbose_name=_("网格员"))
    kind = models.CharField(_("类别"), max_length=8, choices=Away.choices)
    first = models.DateField(_("第一天"))
    last = models.DateField(_("最后一天"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, verbose_name=_("登记人"))
    at = models.DateTimeField(_("登记时间"))

    class Meta:
        verbose_name = verbose_name_plural = _("网格员休息和离岗")
        ordering = ("-first", "-pk")
        constraints = [models.CheckConstraint(condition=Q(last__gte=F("first")), name="absence_ends_after_it_begins")]
        indexes = [models.Index(fields=["place_path", "-first"], name="absence_path")]

    def __str__(self):
        return f"{self.post.user.name} {self.first:%F}"


class Training(Placed):
    """A training of a township's workers, and who came."""

    office = models.ForeignKey(Office, models.PROTECT, related_name="+", verbose_name=_("组织单位"))
    title = models.CharField(_("培训内容"), max_length=80)
    held_on = models.DateField(_("日期"))
    hours = models.DecimalField(_("学时"), max_digits=4, decimal_places=1)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, verbose_name=_("登记人"))
    at = models.DateTimeField(_("登记时间"))

    class Meta:
        verbose_name = verbose_name_plural = _("网格员培训")
        ordering = ("-held_on", "-pk")
        indexes = [models.Index(fields=["place_path", "-held_on"], name="training_path")]

    def __str__(self):
        return self.title


class Attendance(models.Model):
    training = models.ForeignKey(Training, models.CASCADE, related_name="attendances")
    post = models.ForeignKey(Post, models.PROTECT, related_name="+", verbose_name=_("网格员"))
    presence = models.CharField(_("到场"), max_length=10, choices=Presence.choices)

    class Meta:
        verbose_name = verbose_name_plural = _("培训签到")
        constraints = [models.UniqueConstraint(fields=["training", "post"], name="attendance_once")]

    def __str__(self):
        return f"{self.training} {self.get_presence_display()}"


class PayExport(models.Model):
    """Who took a month's figures out of the portal, when, and what for. Written once."""

    sheet = models.ForeignKey(Sheet, models.PROTECT, related_name="exports")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    office = models.ForeignKey(Office, models.PROTECT, related_name="+")
    purpose = models.CharField(_("用途"), max_length=200)
    count = models.PositiveIntegerField(_("人数"))
    at = models.DateTimeField(_("时间"))

    class Meta:
        verbose_name = verbose_name_plural = _("绩效导出记录")
        ordering = ("-at", "-pk")

    def __str__(self):
        return f"{self.sheet} {self.at:%F}"
