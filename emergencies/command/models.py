"""The command board of an incident: tasks with their clocks, the log that nobody alters, the teams, and what was sent."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Case as Cases
from django.db.models import Q, When
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from emergencies.command.enums import FINAL, OPEN, STANDING_TONES, TONES, LogKind, Standing, State, TeamKind
from emergencies.command.flow import FLOW
from emergencies.command.permissions import VIEW
from emergencies.incidents.models import Incident
from emergencies.incidents.rules import CITY, COUNTY
from governance.access.scope import Scoped
from governance.cases.models import Case, CaseQuerySet
from governance.people.models import Office
from governance.places.models import Place
from governance.search.query import generated_vector_field


class TeamQuerySet(Scoped):
    def in_use(self):
        return self.filter(active=True)

    def for_list(self):
        return self.select_related("office", "place").order_by("place_path", "name", "pk")

    def nearest(self, path):
        """The county's own first, then those that serve the whole city, then the others by county."""
        near = Cases(When(place_path__startswith=path[:COUNTY], then=0), When(place_path=path[:CITY], then=1), default=2)
        return self.order_by(near, "place_path", "name", "pk")


class Team(models.Model):
    """A rescue team that can be sent. `office` keeps the entry and answers for the team; the telephone is that of its duty desk."""

    name = models.CharField(_("队伍名称"), max_length=60)
    kind = models.CharField(_("类型"), max_length=14, choices=TeamKind.choices)
    office = models.ForeignKey(Office, models.PROTECT, related_name="+", verbose_name=_("登记单位"))
    place = models.ForeignKey(Place, models.PROTECT, related_name="+", verbose_name=_("驻地"))
    place_path = models.CharField(max_length=24, db_collation="C", editable=False)
    office_ids = ArrayField(models.BigIntegerField(), default=list, editable=False)
    people = models.PositiveSmallIntegerField(_("人数"))
    skills = models.CharField(_("专长和装备"), max_length=200)
    duty_phone = models.CharField(_("值班电话"), max_length=20)
    active = models.BooleanField(_("在用"), default=True)
    updated_at = models.DateTimeField(_("更新时间"))

    objects = TeamQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("应急队伍")
        ordering = ("place_path", "name")
        constraints = [models.UniqueConstraint(fields=["office", "name"], name="team_once_per_office")]
        indexes = [
            models.Index(fields=["place_path"], name="team_path"),
            GinIndex(fields=["office_ids"], name="team_offices", fastupdate=False),
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("command_team", args=[self.pk])


class TaskQuerySet(CaseQuerySet):
    line_more = ("incident__title", "incident__number", "urgent", "team__name")

    def for_detail(self):
        return self.select_related("place", "office", "incident", "team", "issued_for")

    def for_step(self):
        return self.select_related("place", "office", "incident", "issued_for")

    def to_do(self):
        return self.filter(state__in=OPEN)


class CommandTask(Case):
    """One task of the command: what, by which office (and team), until when. `issued_for` is the office that gave the order."""

    flow = FLOW
    view_capability = VIEW
    tones = TONES

    state = models.CharField(_("状态"), max_length=12, choices=State.choices, default=State.ISSUED)
    incident = models.ForeignKey(Incident, models.PROTECT, related_name="tasks", verbose_name=_("突发事件"))
    instruction = models.TextField(_("任务内容"))
    team = models.ForeignKey(Team, models.PROTECT, null=True, blank=True, related_name="tasks", verbose_name=_("执行队伍"))
    issued_for = models.ForeignKey(Office, models.PROTECT, null=True, related_name="+", verbose_name=_("下达单位"))
    urgent = models.BooleanField(_("特急"), default=False)
    finish_by = models.DateTimeField(_("完成时限"))
    acknowledged_at = models.DateTimeField(_("签收时间"), null=True)
    minutes = models.PositiveIntegerField(_("签收用时（分钟）"), null=True)
    kept = models.BooleanField(_("按时签收"), null=True)
    submission = models.UUIDField(_("提交凭证"), null=True, unique=True, editable=False)
    search = generated_vector_field("title", "instruction")

    objects = TaskQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("应急处置任务")
        ordering = ("-opened_at", "-id")
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=FINAL, closed_at__isnull=False) | (~Q(state__in=FINAL) & Q(closed_at=None)),
                name="command_task_closed_has_its_moment",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=[State.WORKING, State.DONE]) | Q(acknowledged_at__isnull=False), name="command_task_was_signed"
            ),
        ]
        indexes = [
            models.Index(fields=["place_path", "due_at"], name="command_path_ongoing", condition=~Q(state__in=FINAL)),
            models.Index(fields=["opened_at", "id"], name="command_opened"),
            GinIndex(fields=["office_ids"], name="command_offices", fastupdate=False),
            GinIndex(fields=["search"], name="command_search"),
        ]

    @property
    def summary(self):
        return self.instruction

    @property
    def is_done(self):
        return self.state in FINAL


class LogLineQuerySet(models.QuerySet):
    def newest(self):
        return self.select_related("by", "office").order_by("-at", "-pk")


class LogLine(models.Model):
    """A line of the log of command. Written once: the database refuses every change; a slip is put right by another line."""

    incident = models.ForeignKey(Incident, models.PROTECT, related_name="log", verbose_name=_("突发事件"))
    at = models.DateTimeField(_("时间"))
    kind = models.CharField(_("类别"), max_length=10, choices=LogKind.choices)
    text = models.TextField(_("内容"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("记录人"))
    office = models.ForeignKey(Office, models.PROTECT, null=True, related_name="+", verbose_name=_("单位"))

    objects = LogLineQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("指挥日志")
        ordering = ("at", "pk")
        indexes = [models.Index(fields=["incident", "-at", "-id"], name="command_log_newest")]

    def __str__(self):
        return f"{self.incident_id} {self.at:%F %H:%M} {self.kind}"


class Deployment(models.Model):
    """What was asked for and sent to an incident: a team, or vehicles and equipment by name; and where it is now."""

    incident = models.ForeignKey(Incident, models.PROTECT, related_name="deployments", verbose_name=_("突发事件"))
    team = models.ForeignKey(Team, models.PROTECT, null=True, blank=True, related_name="deployments", verbose_name=_("应急队伍"))
    what = models.CharField(_("力量和装备"), max_length=80)
    amount = models.PositiveIntegerField(_("数量"))
    unit = models.CharField(_("单位"), max_length=8)
    standing = models.CharField(_("状态"), max_length=8, choices=Standing.choices, default=Standing.ASKED)
    asked_at = models.DateTimeField(_("请求时间"))
    changed_at = models.DateTimeField(_("更新时间"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("调派人"))

    class Meta:
        verbose_name = verbose_name_plural = _("调派力量")
        ordering = ("asked_at", "pk")

    def __str__(self):
        return f"{self.what} {self.amount}{self.unit}"

    @property
    def tone(self):
        return STANDING_TONES[self.standing]
