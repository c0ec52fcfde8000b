"""Mass events (大型群众性活动): the application with its nine-point plan, what was checked on site, and the log of the day."""

from django.conf import settings
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from emergencies.mass_events.enums import FINAL, TONES, Kind, LogKind, Point, Result, State
from emergencies.mass_events.flow import FLOW
from emergencies.mass_events.permissions import VIEW
from emergencies.mass_events.rules import FROM, is_crowded_out
from emergencies.venues.models import Venue
from governance.cases.models import Case, CaseQuerySet
from governance.privacy.fields import SealedField
from governance.search.query import generated_vector_field

CONTACT = ("contact_name", "contact_phone", "safety_name", "safety_phone")
DECIDED = (State.PERMITTED, State.ENDED, State.REPORTED, State.CLOSED)  # a permit stands, or stood until the end


class MassEventQuerySet(CaseQuerySet):
    line_more = ("kind", "organiser", "starts_at", "expected")

    def for_detail(self):
        return self.select_related("place", "office", "venue__kind")

    def with_contact(self):
        return self.exclude(contact_name="", contact_phone="", safety_name="", safety_phone="")

    def running(self, at):
        """Permitted, and going on at that moment."""
        return self.filter(state=State.PERMITTED, starts_at__lte=at, ends_at__gte=at)


class MassEvent(Case):
    """An event of at least 1,000 expected people. `office` is the police that decides: the county's, from 5,000 on the city's.

    The organiser is a body, not a person; who speaks for it and who answers for safety are sealed.
    """

    flow = FLOW
    view_capability = VIEW
    tones = TONES
    tracking_page = "mass_event_tracked"

    state = models.CharField(_("状态"), max_length=12, choices=State.choices, default=State.APPLIED)
    kind = models.CharField(_("活动类型"), max_length=10, choices=Kind.choices)
    organiser = models.CharField(_("承办者"), max_length=80)
    organiser_code = models.CharField(_("统一社会信用代码"), max_length=18, blank=True)
    landmark = models.CharField(_("举办地点"), max_length=120)
    site_keeper = models.CharField(_("场所管理者"), max_length=80)
    venue = models.ForeignKey(Venue, models.PROTECT, null=True, related_name="+", verbose_name=_("登记的场所"))
    starts_at = models.DateTimeField(_("开始时间"))
    ends_at = models.DateTimeField(_("结束时间"))
    expected = models.PositiveIntegerField(_("预计参加人数"))
    capacity = models.PositiveIntegerField(_("场所核定容量"))
    safety_plan = models.JSONField(_("安全工作方案"))  # {point: text}
    contact_name = SealedField(_("联系人"), kind="name", blank=True, default="")
    contact_phone = SealedField(_("联系电话"), kind="phone", blank=True, default="")
    safety_name = SealedField(_("安全责任人"), kind="name", blank=True, default="")
    safety_phone = SealedField(_("安全责任人电话"), kind="phone", blank=True, default="")
    most_people = models.PositiveIntegerField(_("准予参加人数"), null=True, blank=True)
    force = models.PositiveIntegerField(_("安排警力"), null=True, blank=True)
    conditions = models.TextField(_("许可条件"), blank=True)
    decided_at = models.DateTimeField(_("决定时间"), null=True, blank=True)
    kept = models.BooleanField(_("按期决定"), null=True)
    peak_people = models.PositiveIntegerField(_("现场最多人数"), null=True, blank=True)
    actual_people = models.PositiveIntegerField(_("实际参加人数"), null=True, blank=True)
    query_code_index = models.CharField(max_length=64, editable=False)
    submission = models.UUIDField(_("提交凭证"), null=True, unique=True, editable=False)
    search = generated_vector_field("title", "organiser", "landmark")

    objects = MassEventQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("大型群众性活动")
        ordering = ("-opened_at", "-id")
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=FINAL, closed_at__isnull=False) | (~Q(state__in=FINAL) & Q(closed_at=None)),
                name="mass_event_closed_has_its_moment",
            ),
            models.CheckConstraint(condition=Q(ends_at__gt=F("starts_at")), name="mass_event_ends_after_it_starts"),
            models.CheckConstraint(condition=Q(expected__gte=FROM), name="mass_event_is_one"),
            models.CheckConstraint(
                condition=~Q(state__in=DECIDED) | Q(decided_at__isnull=False, most_people__gt=0), name="mass_event_permit_has_its_size"
            ),
        ]
        indexes = [
            models.Index(fields=["place_path", "due_at"], name="mass_event_path_ongoing", condition=~Q(state__in=FINAL)),
            models.Index(fields=["opened_at", "id"], name="mass_event_opened"),
            models.Index(fields=["starts_at"], name="mass_event_coming", condition=Q(state=State.PERMITTED)),
            GinIndex(fields=["office_ids"], name="mass_event_offices", fastupdate=False),
            GinIndex(fields=["search"], name="mass_event_search"),
        ]

    @property
    def summary(self):
        return f"{self.organiser} · {self.landmark}"

    @property
    def points(self):
        """The nine points in the order of the law, with what was written to each."""
        return [(point.label, self.safety_plan.get(point.value, "")) for point in Point]

    @property
    def has_contact(self):
        return any(getattr(self, name) for name in CONTACT)

    @property
    def is_permitted(self):
        return self.state in DECIDED

    @property
    def is_crowded_out(self):
        return is_crowded_out(self.peak_people, self.most_people)


class SiteCheck(models.Model):
    """The place was looked at before the decision (§14), or again before the event (§10)."""

    event = models.ForeignKey(MassEvent, models.CASCADE, related_name="checks", verbose_name=_("活动"))
    on = models.DateField(_("查验日期"))
    checkers = models.CharField(_("查验人员"), max_length=80)
    result = models.CharField(_("查验结果"), max_length=8, choices=Result.choices)
    text = models.TextField(_("查验情况"))
    at = models.DateTimeField(_("记录时间"))

    class Meta:
        verbose_name = verbose_name_plural = _("现场查验")
        ordering = ("on", "pk")

    def __str__(self):
        return f"{self.event_id} {self.on} {self.result}"


class LogEntry(models.Model):
    """A line of the day's log: what was seen on the spot, and how many people there were."""

    event = models.ForeignKey(MassEvent, models.CASCADE, related_name="log", verbose_name=_("活动"))
    at = models.DateTimeField(_("时间"))
    kind = models.CharField(_("阶段"), max_length=12, choices=LogKind.choices)
    people = models.PositiveIntegerField(_("现场人数"), null=True, blank=True)
    text = models.TextField(_("情况"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("记录人"))

    class Meta:
        verbose_name = verbose_name_plural = _("现场日志")
        ordering = ("at", "pk")

    def __str__(self):
        return f"{self.event_id} {self.at:%F %H:%M} {self.kind}"
