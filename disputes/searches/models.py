"""Rounds of searching for disputes (排查), what each village owes in them, who searched which grid, and what was found."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Count, F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from disputes.mediation.enums import Kind
from disputes.searches.enums import FINAL, OWED, TONES, Handling, Outcome, RoundKind, State
from disputes.searches.flow import FLOW
from disputes.searches.permissions import VIEW
from governance.access.scope import Scoped
from governance.cases.models import Case, CaseQuerySet
from governance.people.models import Office
from governance.places.models import Place
from governance.search.query import generated_vector_field

CITY_TIME = ZoneInfo("Asia/Shanghai")


class SensitivePeriodQuerySet(models.QuerySet):
    def in_force(self):
        return self.filter(active=True)

    def touching(self, first, last):
        return self.in_force().filter(begins__lte=last, ends__gte=first)


class SensitivePeriod(models.Model):
    """重点时段: days in which rounds follow one another sooner. Dated by hand each year."""

    code = models.CharField(_("代码"), max_length=30, blank=True, editable=False)
    name = models.CharField(_("名称"), max_length=30)
    begins = models.DateField(_("起"))
    ends = models.DateField(_("止"))
    note = models.CharField(_("说明"), max_length=100, blank=True)
    active = models.BooleanField(_("在用"), default=True)

    objects = SensitivePeriodQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("重点时段")
        ordering = ("begins", "pk")
        constraints = [
            models.CheckConstraint(condition=Q(ends__gte=F("begins")), name="sensitive_period_ends_after_it_begins"),
            models.UniqueConstraint(fields=["code"], condition=~Q(code=""), name="sensitive_period_code_once"),
        ]

    def __str__(self):
        return self.name


class RoundQuerySet(Scoped):
    def with_counts(self):
        """How many villages owe a search, how many are done, what was found."""
        done, owed = Q(searches__state=State.DONE), Q(searches__state__in=OWED)
        counts = {"n_all": Count("searches"), "n_done": Count("searches", filter=done), "n_owed": Count("searches", filter=owed)}
        return self.annotate(**counts, n_found=models.Sum("searches__found", default=0)).select_related("place", "office", "period")

    def newest_first(self):
        return self.order_by("-begins", "-pk")

    def going_on(self):
        """The newest of each place in use, where another follows it by itself."""
        newest = self.order_by("place_id", "-begins", "-pk").distinct("place_id").values("pk")
        in_use = {"office__in": Office.objects.in_use(), "place__in": Place.objects.in_use()}
        return self.model.objects.filter(pk__in=newest, repeats=True, **in_use).select_related("place", "office")


class Round(models.Model):
    """One round: who called it (nobody: the calendar did), for which place, from when until when."""

    number = models.CharField(_("编号"), max_length=40, unique=True)
    title = models.CharField(_("名称"), max_length=40)
    kind = models.CharField(_("类别"), max_length=10, choices=RoundKind.choices, default=RoundKind.PERIODIC)
    period = models.ForeignKey(SensitivePeriod, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("重点时段"))
    place = models.ForeignKey(Place, models.PROTECT, related_name="+", verbose_name=_("范围"))
    place_path = models.CharField(_("路径"), max_length=24, db_collation="C", editable=False)
    office = models.ForeignKey(Office, models.PROTECT, related_name="+", verbose_name=_("发起单位"))
    office_ids = ArrayField(models.BigIntegerField(), default=list, editable=False)
    begins = models.DateField(_("开始日期"))
    ends = models.DateField(_("结束日期"))
    note = models.TextField(_("排查要求"), blank=True)
    called_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("发起人"))
    called_at = models.DateTimeField(_("发起时间"))
    repeats = models.BooleanField(_("到期自动接续"), default=True, db_default=True)  # the newest of a place says whether another follows
    submission = models.UUIDField(null=True, unique=True, editable=False)

    objects = RoundQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("排查轮次")
        ordering = ("-begins", "-pk")
        constraints = [models.CheckConstraint(condition=Q(ends__gte=F("begins")), name="search_round_ends_after_it_begins")]
        indexes = [models.Index(fields=["place_path", "begins"], name="search_round_path")]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("searches_round", args=[self.number])

    @property
    def ends_at(self):
        """24:00 of its last day."""
        return datetime.combine(self.ends + timedelta(days=1), time.min, tzinfo=CITY_TIME)


class SearchQuerySet(CaseQuerySet):
    line_more = ("found", "handed", "kept")

    def for_detail(self):
        return self.select_related("place", "office", "round__office")

    def for_step(self):
        return self.select_related("place", "office", "round")

    def owed(self):
        return self.filter(state__in=OWED)

    def with_findings(self):
        return self.filter(found__gt=0)


class Search(Case):
    """What one village owes in a round. `kept`: whether it was finished by the end of the round; None as long as neither is known."""

    flow = FLOW
    view_capability = VIEW
    tones = TONES

    state = models.CharField(_("状态"), max_length=10, choices=State.choices, default=State.DUE)
    round = models.ForeignKey(Round, models.PROTECT, related_name="searches", verbose_name=_("排查轮次"))
    grids_total = models.PositiveSmallIntegerField(_("网格数"), null=True)
    found = models.PositiveSmallIntegerField(_("发现纠纷"), default=0)
    handed = models.PositiveSmallIntegerField(_("移交"), default=0)
    kept = models.BooleanField(_("按期完成"), null=True)
    search = generated_vector_field("title")

    objects = SearchQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("矛盾纠纷排查")
        ordering = ("-opened_at", "-id")
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=FINAL, closed_at__isnull=False) | (~Q(state__in=FINAL) & Q(closed_at=None)),
                name="search_closed_has_its_moment",
            ),
            models.UniqueConstraint(fields=["round", "place"], name="search_once_per_round_and_village"),
            models.CheckConstraint(condition=Q(handed__lte=F("found")), name="search_hands_on_what_was_found"),
        ]
        indexes = [
            models.Index(fields=["opened_at", "id"], name="search_opened"),
            models.Index(fields=["place_path", "opened_at"], name="search_path_opened"),
            models.Index(fields=["due_at", "id"], name="search_due_ongoing", condition=~Q(state__in=FINAL)),
            GinIndex(fields=["office_ids"], name="search_offices", fastupdate=False),
            GinIndex(fields=["search"], name="search_words"),
        ]

    @property
    def summary(self):
        return self.round.note


class Entry(models.Model):
    """One search of one grid: who, when, and whether a dispute was found. Grids are told by the name the village uses."""

    of = models.ForeignKey(Search, models.CASCADE, related_name="entries", verbose_name=_("排查"))
    grid = models.CharField(_("网格"), max_length=30)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("排查人"))
    searched_on = models.DateField(_("排查日期"))
    at = models.DateTimeField(_("登记时间"))
    outcome = models.CharField(_("排查结果"), max_length=8, choices=Outcome.choices)
    kind = models.CharField(_("纠纷类型"), max_length=16, choices=Kind.choices, blank=True)
    spot = models.CharField(_("具体地点"), max_length=60, blank=True)
    summary = models.TextField(_("情况摘要"), blank=True)
    handled = models.CharField(_("处理方式"), max_length=10, choices=Handling.choices, blank=True)
    settlement = models.TextField(_("化解情况"), blank=True)
    became = models.CharField(_("移交编号"), max_length=40, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = _("排查记录")
        ordering = ("searched_on", "pk")
        constraints = [
            models.CheckConstraint(
                condition=Q(outcome=Outcome.NOTHING, handled="") | (Q(outcome=Outcome.FOUND) & ~Q(handled="") & ~Q(summary="")),
                name="search_entry_says_what_it_found",
            ),
            models.CheckConstraint(
                condition=Q(handled__in=["", Handling.SPOT], became="") | (~Q(handled__in=["", Handling.SPOT]) & ~Q(became="")),
                name="search_entry_links_what_it_became",
            ),
        ]

    def __str__(self):
        return f"{self.grid} {self.searched_on}"

    @property
    def became_url(self):
        """The page of the case it became."""
        return reverse(f"{self.handled}_detail", args=[self.became]) if self.became else ""
