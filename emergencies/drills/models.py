"""Drills (应急演练): the rules that say how often, each obligation with its record, and the measures that came of it."""

from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from emergencies.drills.enums import COMING, DONE, FINAL, OWED, RUNNING, TONES, State, Type, Verdict
from emergencies.drills.flow import FLOW
from emergencies.drills.permissions import VIEW
from emergencies.drills.rules import begin_of_day, end_of_day
from emergencies.venues.models import Venue, VenueKind
from governance.cases.models import Case, CaseQuerySet
from governance.deadlines.enums import Mark
from governance.people.enums import OfficeType
from governance.people.models import User
from governance.search.query import generated_vector_field


class DrillRuleQuerySet(models.QuerySet):
    def applying_to(self, kind):
        return self.filter(kind=kind, active=True).order_by("code")

    def for_offices(self):
        return self.filter(kind=None, active=True).order_by("code")


class DrillRule(models.Model):
    """A law that tells venues of a kind, or offices of a type, how often to drill. The length stands in the limit `limit_code` names."""

    code = models.CharField(_("代码"), max_length=60, unique=True)
    kind = models.ForeignKey(VenueKind, models.CASCADE, null=True, related_name="drill_rules", verbose_name=_("场所类型"))
    office_type = models.CharField(_("机构类型"), max_length=20, choices=OfficeType.choices, blank=True, db_default="")
    limit_code = models.CharField(_("时限"), max_length=60)
    label = models.CharField(_("要求"), max_length=60)
    citation = models.CharField(_("依据"), max_length=120)
    mark = models.CharField(_("来源"), max_length=1, choices=Mark.choices)
    active = models.BooleanField(_("在用"), default=True)

    objects = DrillRuleQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("演练规定")
        ordering = ("kind", "code")
        constraints = [
            models.CheckConstraint(
                condition=(Q(kind=None) & ~Q(office_type="")) | Q(kind__isnull=False, office_type=""), name="drill_rule_binds_one_sort"
            )
        ]

    def __str__(self):
        return f"{self.label}（{self.citation}）"


class DrillQuerySet(CaseQuerySet):
    line_more = ("venue__kind__name", "planned_on", "measures_until", "kept", "rule__label")

    def for_detail(self):
        return self.select_related("place", "office", "venue__kind", "venue__office", "rule", "previous")

    def for_step(self):
        return self.select_related("place", "office", "venue__kind", "venue__office", "rule")

    def with_rule(self):
        return self.select_related("rule", "previous")

    def running(self):
        """The duty itself, whatever is still put right after the one before."""
        return self.filter(state__in=RUNNING)

    def coming(self):
        """What has its day."""
        return self.filter(state__in=COMING)

    def planned_between(self, first, last):
        """What was planned for a day of the stretch, both included, held or not; nobody expects on its day what was held before."""
        rows = self.exclude(state__in=[State.DUE, State.DROPPED]).filter(planned_on__gte=first, planned_on__lte=last)
        return rows.exclude(held_at__date__lt=F("planned_on"))

    def due_between(self, first, last):
        """What must be held by a day of the stretch, both included; a limit's 24:00 is the beginning of the next day."""
        return self.owed().filter(due_at__gt=begin_of_day(first), due_at__lte=end_of_day(last))

    def owed(self):
        """What was not held yet."""
        return self.filter(state__in=OWED)


class Drill(Case):
    """One obligation to drill, from the last drill on (Art. 22 para 2, 31). `office` owes it: the site of a `venue`, or a government's
    office, which has none.

    `kept` says whether it was held by the end of its limit; None as long as neither happened. `opened_on` is the day a new venue opened,
    where its first drill counts from that; `measures_until` the first day by which something is to be put right.
    """

    flow = FLOW
    view_capability = VIEW
    tones = TONES

    state = models.CharField(_("状态"), max_length=12, choices=State.choices, default=State.DUE)
    venue = models.ForeignKey(Venue, models.PROTECT, null=True, related_name="drills", verbose_name=_("场所"))
    rule = models.ForeignKey(DrillRule, models.PROTECT, related_name="drills", verbose_name=_("适用规定"))
    previous = models.OneToOneField("self", models.PROTECT, null=True, related_name="following", verbose_name=_("上次演练"))
    opened_on = models.DateField(_("开业日期"), null=True, blank=True)
    planned_on = models.DateField(_("计划日期"), null=True, blank=True)
    planned_time = models.TimeField(_("计划时间"), null=True, blank=True)
    type = models.CharField(_("演练方式"), max_length=12, choices=Type.choices, blank=True)
    scenario = models.CharField(_("演练科目"), max_length=100, blank=True)
    plan_name = models.CharField(_("依据的预案"), max_length=100, blank=True, db_default="")
    spot = models.CharField(_("演练地点"), max_length=100, blank=True, db_default="")
    organiser = models.CharField(_("组织者"), max_length=40, blank=True)
    announcement = models.TextField(_("公告内容"), blank=True, db_default="")
    held_at = models.DateTimeField(_("演练时间"), null=True, blank=True)
    participants = models.PositiveIntegerField(_("参加人数"), null=True, blank=True)
    course = models.TextField(_("演练经过"), blank=True)
    verdict = models.CharField(_("演练效果"), max_length=10, choices=Verdict.choices, blank=True, db_default="")
    findings = models.TextField(_("评估意见"), blank=True)
    measures_until = models.DateField(_("措施期限"), null=True, blank=True)
    reported_to = models.CharField(_("报送单位"), max_length=60, blank=True)
    reported_on = models.DateField(_("报送日期"), null=True, blank=True)
    kept = models.BooleanField(_("按期演练"), null=True)
    search = generated_vector_field("title", "scenario")

    objects = DrillQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("应急演练")
        ordering = ("-opened_at", "-id")
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=FINAL, closed_at__isnull=False) | (~Q(state__in=FINAL) & Q(closed_at=None)),
                name="drill_closed_has_its_moment",
            ),
            models.UniqueConstraint(fields=["venue"], condition=Q(state__in=OWED), name="drill_one_owed_per_venue"),
            models.UniqueConstraint(fields=["office"], condition=Q(state__in=OWED, venue=None), name="drill_one_owed_per_office"),
            models.CheckConstraint(
                condition=~Q(state__in=DONE) | Q(held_at__isnull=False, participants__gt=0), name="drill_held_has_its_record"
            ),
            models.CheckConstraint(
                condition=~Q(state=State.IMPROVING) | Q(measures_until__isnull=False), name="drill_improving_has_its_day"
            ),
            models.CheckConstraint(
                condition=~Q(state=State.REPORTED) | (Q(reported_on__isnull=False) & ~Q(reported_to="")), name="drill_reported_says_to_whom"
            ),
        ]
        indexes = [
            models.Index(fields=["place_path", "due_at"], name="drill_path_ongoing", condition=~Q(state__in=FINAL)),
            models.Index(fields=["opened_at", "id"], name="drill_opened"),
            models.Index(fields=["planned_on"], name="drill_coming", condition=Q(state__in=COMING)),
            GinIndex(fields=["office_ids"], name="drill_offices", fastupdate=False),
            GinIndex(fields=["search"], name="drill_search"),
        ]

    @property
    def since(self):
        """What it counts from: the opening of a new venue where that was taken down, else the moment it began."""
        return begin_of_day(self.opened_on) if self.opened_on else self.opened_at

    @property
    def supervisor(self):
        """The office that sees to it, or None: a venue's department; nobody below the place above for an office."""
        return self.venue.office if self.venue_id else None

    @property
    def summary(self):
        return f"{self.rule} · {self.scenario}" if self.scenario else str(self.rule)

    @property
    def last_held_at(self):
        """When the venue drilled last, as far as this obligation knows."""
        return self.held_at or (self.previous.held_at if self.previous_id else None)


class MeasureQuerySet(models.QuerySet):
    def still_open(self):
        return self.filter(done_on=None)


class Measure(models.Model):
    """What is to be put right after a drill, by whom and until when; it comes back until it is done."""

    drill = models.ForeignKey(Drill, models.CASCADE, related_name="measures", verbose_name=_("演练"))
    text = models.CharField(_("改进措施"), max_length=200)
    owner = models.CharField(_("责任人"), max_length=40)
    until = models.DateField(_("完成期限"))
    done_on = models.DateField(_("完成日期"), null=True, blank=True)
    result = models.TextField(_("落实情况"), blank=True, db_default="")

    objects = MeasureQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("改进措施")
        ordering = ("until", "pk")

    def __str__(self):
        return self.text


class Subscription(models.Model):
    """A person's private address of the calendar of drills. Another `serial` makes the address given out before worthless."""

    user = models.OneToOneField(User, models.CASCADE, related_name="+", verbose_name=_("人员"))
    serial = models.PositiveIntegerField(_("次序"), default=1)
    opened_at = models.DateTimeField(_("生成时间"))

    class Meta:
        verbose_name = verbose_name_plural = _("演练日历订阅")

    def __str__(self):
        return f"{self.user_id}-{self.serial}"
