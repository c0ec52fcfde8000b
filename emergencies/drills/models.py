"""Drills (应急演练): the rules that say how often, each obligation with its record, and the measures that came of it."""

from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from emergencies.drills.enums import FINAL, OWED, TONES, State, Type
from emergencies.drills.flow import FLOW
from emergencies.drills.permissions import VIEW
from emergencies.venues.models import Venue, VenueKind
from governance.cases.models import Case, CaseQuerySet
from governance.deadlines.enums import Mark
from governance.search.query import generated_vector_field


class DrillRuleQuerySet(models.QuerySet):
    def applying_to(self, kind):
        return self.filter(kind=kind, active=True).order_by("code")


class DrillRule(models.Model):
    """A law that tells venues of a kind how often to drill. The length stands in the limit `limit_code` names."""

    code = models.CharField(_("代码"), max_length=60, unique=True)
    kind = models.ForeignKey(VenueKind, models.CASCADE, related_name="drill_rules", verbose_name=_("场所类型"))
    limit_code = models.CharField(_("时限"), max_length=60)
    label = models.CharField(_("要求"), max_length=60)
    citation = models.CharField(_("依据"), max_length=120)
    mark = models.CharField(_("来源"), max_length=1, choices=Mark.choices)
    active = models.BooleanField(_("在用"), default=True)

    objects = DrillRuleQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("演练规定")
        ordering = ("kind", "code")

    def __str__(self):
        return f"{self.label}（{self.citation}）"


class DrillQuerySet(CaseQuerySet):
    line_more = ("venue__kind__name", "planned_on", "kept", "rule__label")

    def for_detail(self):
        return self.select_related("place", "office", "venue__kind", "venue__office", "rule", "previous")

    def with_rule(self):
        return self.select_related("rule", "previous")

    def owed(self):
        """What was not held yet."""
        return self.filter(state__in=OWED)


class Drill(Case):
    """One obligation of a venue to drill, from the last drill on (Art. 22 para 2). `office` is the site: it owes the drill.

    `kept` says whether it was held by the end of its limit; None as long as neither happened.
    """

    flow = FLOW
    view_capability = VIEW
    tones = TONES

    state = models.CharField(_("状态"), max_length=12, choices=State.choices, default=State.DUE)
    venue = models.ForeignKey(Venue, models.PROTECT, related_name="drills", verbose_name=_("场所"))
    rule = models.ForeignKey(DrillRule, models.PROTECT, related_name="drills", verbose_name=_("适用规定"))
    previous = models.OneToOneField("self", models.PROTECT, null=True, related_name="following", verbose_name=_("上次演练"))
    planned_on = models.DateField(_("计划日期"), null=True, blank=True)
    type = models.CharField(_("演练方式"), max_length=12, choices=Type.choices, blank=True)
    scenario = models.CharField(_("演练科目"), max_length=100, blank=True)
    organiser = models.CharField(_("组织者"), max_length=40, blank=True)
    held_at = models.DateTimeField(_("演练时间"), null=True, blank=True)
    participants = models.PositiveIntegerField(_("参加人数"), null=True, blank=True)
    course = models.TextField(_("演练经过"), blank=True)
    findings = models.TextField(_("评估意见"), blank=True)
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
            models.CheckConstraint(
                condition=~Q(state__in=[State.HELD, State.EVALUATED, State.REPORTED]) | Q(held_at__isnull=False, participants__gt=0),
                name="drill_held_has_its_record",
            ),
            models.CheckConstraint(
                condition=~Q(state=State.REPORTED) | (Q(reported_on__isnull=False) & ~Q(reported_to="")), name="drill_reported_says_to_whom"
            ),
        ]
        indexes = [
            models.Index(fields=["place_path", "due_at"], name="drill_path_ongoing", condition=~Q(state__in=FINAL)),
            models.Index(fields=["opened_at", "id"], name="drill_opened"),
            GinIndex(fields=["office_ids"], name="drill_offices", fastupdate=False),
            GinIndex(fields=["search"], name="drill_search"),
        ]

    @property
    def summary(self):
        return f"{self.rule} · {self.scenario}" if self.scenario else str(self.rule)

    @property
    def last_held_at(self):
        """When the venue drilled last, as far as this obligation knows."""
        return self.held_at or (self.previous.held_at if self.previous_id else None)


class Measure(models.Model):
    """What is to be put right after a drill, by whom and until when."""

    drill = models.ForeignKey(Drill, models.CASCADE, related_name="measures", verbose_name=_("演练"))
    text = models.CharField(_("改进措施"), max_length=200)
    owner = models.CharField(_("责任人"), max_length=40)
    until = models.DateField(_("完成期限"))

    class Meta:
        verbose_name = verbose_name_plural = _("改进措施")
        ordering = ("until", "pk")

    def __str__(self):
        return self.text
