"""Limits as data, and the clocks that run on cases."""

from datetime import datetime

from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from governance.calendar.workdays import Unit
from governance.deadlines.enums import DeadlineState, Mark
from governance.people.models import Office
from governance.prepared import Prepared

UNIT_LABELS = {
    Unit.MINUTES: _("分钟"),
    Unit.HOURS: _("小时"),
    Unit.WORKING_HOURS: _("个工作时"),
    Unit.DAYS: _("日"),
    Unit.WORKING_DAYS: _("个工作日"),
    Unit.MONTHS: _("个月"),
    Unit.YEARS: _("年"),
}
BY_DEFAULT = "default"  # the citation of a limit that no law names
OPEN_STATES = (DeadlineState.RUNNING, DeadlineState.PAUSED)


class LimitQuerySet(models.QuerySet):
    def valid(self, at):
        return self.filter(Q(valid_until=None) | Q(valid_until__gt=at), valid_from__lte=at)

    def current(self, codes, *, at):
        """{code: the row in force at that moment}; raises `DoesNotExist` where one is missing."""
        codes = set(codes)
        found = CURRENT.rows(code=next(iter(codes)), at=at) if len(codes) == 1 else self.valid(at).filter(code__in=codes)
        rows = {limit.code: limit for limit in sorted(found, key=lambda limit: limit.valid_from)}
        if missing := codes - rows.keys():
            raise self.model.DoesNotExist(f"no limit in force: {', '.join(sorted(missing))}")
        return rows


CURRENT = Prepared(lambda code, at: Limit.objects.valid(at).filter(code=code), code=str, at=datetime)


class Limit(models.Model):
    """How long something may take: amount, unit, and the law that says so. Changed by a new row, never by overwriting."""

    code = models.CharField(_("代码"), max_length=60)
    procedure = models.CharField(_("程序"), max_length=40)
    starts_with = models.CharField(_("起算事由"), max_length=40)
    amount = models.IntegerField(_("数量"))
    unit = models.CharField(_("单位"), max_length=15, choices=list(UNIT_LABELS.items()))
    rolls = models.BooleanField(_("末日遇休息日顺延"), default=False)
    may_extend_by = models.PositiveIntegerField(_("最多可延长"), default=0)
    citation = models.CharField(_("依据"), max_length=120)
    mark = models.CharField(_("来源"), max_length=1, choices=Mark.choices)
    valid_from = models.DateTimeField(_("自"))
    valid_until = models.DateTimeField(_("至"), null=True, blank=True)

    objects = LimitQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("办理时限")
        ordering = ("code", "valid_from")
        constraints = [
            models.UniqueConstraint(fields=["code", "valid_from"], name="limit_once_per_start"),
            models.UniqueConstraint(fields=["code"], condition=Q(valid_until=None), name="limit_one_in_force"),
            models.CheckConstraint(condition=~Q(amount=0), name="limit_is_not_zero"),
        ]

    def __str__(self):
        return f"{self.code} {self.amount_label}"

    @property
    def amount_label(self):
        """5个工作日"""
        return f"{abs(self.amount)}{UNIT_LABELS[Unit(self.unit)]}"

    @property
    def source_label(self):
        """The law it rests on; "" where it is the system's own."""
        return "" if self.citation == BY_DEFAULT else self.citation

    @property
    def citation_label(self):
        return _("系统默认时限") if self.citation == BY_DEFAULT else self.citation


class DeadlineQuerySet(models.QuerySet):
    def of(self, case):
        return self.filter(content_type=ContentType.objects.get_for_model(case), object_id=case.pk)

    def running(self):
        return self.filter(state=DeadlineState.RUNNING)

    def still_open(self):
        return self.filter(state__in=OPEN_STATES)

    def first_units(self, cases):
        """{(model, key): the unit of the clock that ends first} of (model, key) pairs, in one statement: the list counts as the case."""
        if not cases:
            return {}
        kinds = {ContentType.objects.get_for_model(model).pk: model for model, _key in cases}
        clocks = self.still_open().filter(content_type__in=kinds, object_id__in={key for _model, key in cases}).order_by("-due_at")
        return {(kinds[kind], key): unit for kind, key, unit in clocks.values_list("content_type", "object_id", "limit__unit")}

    def alarming(self, at):
        """Clocks for which something is to be done by now: a warning, or the lapse."""
        return self.running().filter(next_alarm_at__lte=at).order_by("next_alarm_at", "pk")


class Deadline(models.Model):
    """A clock on a case. At most one open per case and term; `due_at` and `lapsed_at` are true moments, whenever they are noticed."""

    content_type = models.ForeignKey(ContentType, models.PROTECT, db_index=False)  # an index of Meta begins with it
    object_id = models.BigIntegerField()
    case = GenericForeignKey()
    case_number = models.CharField(_("编号"), max_length=40)
    place_path = models.CharField(_("路径"), max_length=24, db_collation="C")
    office = models.ForeignKey(Office, models.PROTECT, null=True, related_name="+", verbose_name=_("责任机构"))
    term = models.CharField(_("时限"), max_length=60)
    label = models.CharField(_("名称"), max_length=40)
    limit = models.ForeignKey(Limit, models.PROTECT, related_name="deadlines", verbose_name=_("依据"))
    state = models.CharField(_("状态"), max_length=10, choices=DeadlineState.choices, default=DeadlineState.RUNNING)
    started_at = models.DateTimeField(_("起算"))
    due_at = models.DateTimeField(_("到期"))
    provisional = models.BooleanField(_("暂定"), default=False)
    extended_by = models.PositiveIntegerField(_("已延长"), default=0)
    warned_at = models.DateTimeField(_("最近预警"), null=True, blank=True)
    lapsed_at = models.DateTimeField(_("逾期"), null=True, blank=True)
    met_at = models.DateTimeField(_("完成"), null=True, blank=True)
    next_alarm_at = models.DateTimeField(null=True, blank=True)

    objects = DeadlineQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("期限")
        ordering = ("due_at",)
        constraints = [
            models.UniqueConstraint(
                fields=["content_type", "object_id", "term"],
                condition=Q(state__in=OPEN_STATES),
                name="deadline_one_open_per_term",
            ),
            models.CheckConstraint(
                condition=Q(state=DeadlineState.MET, met_at__isnull=False) | (~Q(state=DeadlineState.MET) & Q(met_at=None)),
                name="deadline_met_has_its_moment",
            ),
        ]
        indexes = [
            models.Index(fields=["content_type", "object_id"], name="deadline_case"),
            models.Index(fields=["next_alarm_at"], condition=Q(state=DeadlineState.RUNNING), name="deadline_alarm"),
            models.Index(fields=["due_at"], condition=Q(state__in=OPEN_STATES), name="deadline_due_open"),
        ]

    def __str__(self):
        return f"{self.case_number} {self.label}"

    @property
    def is_open(self):
        return self.state in OPEN_STATES

    @property
    def was_kept(self):
        """Whether what was due was done in time; None while the clock runs or where it was dropped."""
        return self.lapsed_at is None if self.state == DeadlineState.MET else None


class Pause(models.Model):
    """A stretch in which a clock stood still; open while `until` is empty."""

    deadline = models.ForeignKey(Deadline, models.CASCADE, related_name="pauses")
    since = models.DateTimeField(_("起"))
    until = models.DateTimeField(_("止"), null=True, blank=True)
    reason = models.CharField(_("原因"), max_length=200)

    class Meta:
        verbose_name = verbose_name_plural = _("中止计时")
        ordering = ("since",)
        constraints = [
            models.UniqueConstraint(fields=["deadline"], condition=Q(until=None), name="pause_one_open"),
            models.CheckConstraint(condition=Q(until=None) | Q(until__gte=F("since")), name="pause_ends_after_it_begins"),
        ]

    def __str__(self):
        return f"{self.deadline} {self.since:%F}"


class ExtensionQuerySet(models.QuerySet):
    def waiting_of(self, case):
        """Asked and not decided, on any clock of a case."""
        kind = ContentType.objects.get_for_model(case)
        return self.filter(granted=None, deadline__content_type=kind, deadline__object_id=case.pk)


class Extension(models.Model):
    """More time: asked with a reason, decided by another, and told."""

    deadline = models.ForeignKey(Deadline, models.PROTECT, related_name="extensions")
    amount = models.PositiveIntegerField(_("延长数量"))
    reason = models.TextField(_("理由"))
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    asked_at = models.DateTimeField(_("申请时间"))
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField(_("决定时间"), null=True)
    granted = models.BooleanField(_("同意"), null=True)
    answer = models.TextField(_("答复"), blank=True)

    objects = ExtensionQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("延期申请")
        ordering = ("asked_at",)
        constraints = [
            models.UniqueConstraint(fields=["deadline"], condition=Q(granted=None), name="extension_one_open"),
            models.CheckConstraint(
                condition=Q(granted=None, decided_at=None) | Q(granted__isnull=False, decided_at__isnull=False),
                name="extension_decided_has_its_moment",
            ),
            models.CheckConstraint(condition=Q(amount__gt=0), name="extension_is_not_zero"),
        ]

    def __str__(self):
        return f"{self.deadline} +{self.amount}"

    @property
    def amount_label(self):
        """7个工作日"""
        return f"{self.amount}{UNIT_LABELS[Unit(self.deadline.limit.unit)]}"
