"""Emergency plans (应急预案) of sites and of offices, each edition a case of its own."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from emergencies.plans.enums import FINAL, TONES, Kind, Scenario, State
from emergencies.plans.flow import FLOW
from emergencies.plans.permissions import VIEW
from emergencies.venues.models import Venue
from governance.cases.models import Case, CaseQuerySet
from governance.files.models import Attachment
from governance.people.models import Office
from governance.privacy.fields import SealedField
from governance.search.query import generated_vector_field

CITY_TIME = ZoneInfo("Asia/Shanghai")
ONE_DAY = timedelta(days=1)


class PlanQuerySet(CaseQuerySet):
    line_more = ("kind", "edition", "owner__short_name", "review_on")

    def for_detail(self):
        return self.select_related("place", "office", "owner", "venue__kind", "previous")

    def for_step(self):
        return self.select_related("place", "office", "owner", "venue")

    def in_force(self):
        return self.filter(state=State.IN_FORCE)

    def of_offices(self):
        return self.filter(venue=None)

    def on_the_way(self):
        """Neither in force nor over."""
        return self.filter(state__in=[State.SUBMITTED, State.RETURNED, State.REVIEWED])


class Plan(Case):
    """One edition of a plan: of a site for its `venue`, or of an office. `owner` owes it; `office` is whose turn it is, the reviewer or the
    owner. `keeper_ids` write it, `reviewer_ids` reviewed it. Commander, deputies and the telephone on duty are work data of posts; the
    lines with private telephones are sealed.
    """

    flow = FLOW
    view_capability = VIEW
    tones = TONES

    state = models.CharField(_("状态"), max_length=12, choices=State.choices, default=State.SUBMITTED)
    kind = models.CharField(_("预案类型"), max_length=14, choices=Kind.choices)
    owner = models.ForeignKey(Office, models.PROTECT, related_name="+", verbose_name=_("编制单位"))
    venue = models.ForeignKey(Venue, models.PROTECT, null=True, related_name="plans", verbose_name=_("场所"))
    edition = models.PositiveSmallIntegerField(_("版次"), default=1)
    previous = models.ForeignKey("self", models.PROTECT, null=True, related_name="later", verbose_name=_("上一版"))
    keeper_ids = ArrayField(models.BigIntegerField(), default=list, editable=False)
    reviewer_ids = ArrayField(models.BigIntegerField(), default=list, editable=False)
    scenarios = ArrayField(models.CharField(max_length=12, choices=Scenario.choices), verbose_name=_("适用情形"))
    commander = models.CharField(_("总指挥"), max_length=60)
    deputies = models.CharField(_("副总指挥"), max_length=200, blank=True)
    duty_phone = models.CharField(_("应急值班电话"), max_length=20)
    contacts = SealedField(_("应急联系人"), blank=True, default="")
    contact_count = models.PositiveSmallIntegerField(_("应急联系人数"), default=0)
    resources = models.TextField(_("应急队伍和物资"))
    document = models.ForeignKey(Attachment, models.PROTECT, null=True, related_name="+", verbose_name=_("预案文本"))
    drawing = models.ForeignKey(Attachment, models.PROTECT, null=True, related_name="+", verbose_name=_("疏散图"))
    issued_on = models.DateField(_("签发日期"), null=True, blank=True)
    review_on = models.DateField(_("下次评估"), null=True, blank=True)
    in_force_at = models.DateTimeField(_("施行时间"), null=True, blank=True)
    submission = models.UUIDField(_("提交凭证"), null=True, unique=True, editable=False)
    search = generated_vector_field("title", "resources")

    objects = PlanQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("应急预案")
        ordering = ("-opened_at", "-id")
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=FINAL, closed_at__isnull=False) | (~Q(state__in=FINAL) & Q(closed_at=None)),
                name="plan_closed_has_its_moment",
            ),
            models.CheckConstraint(
                condition=~Q(state=State.IN_FORCE)
                | Q(issued_on__isnull=False, review_on__gt=models.F("issued_on"), in_force_at__isnull=False),
                name="plan_in_force_was_issued",
            ),
            models.UniqueConstraint(fields=["owner", "kind", "title"], condition=Q(state=State.IN_FORCE), name="plan_one_edition_in_force"),
        ]
        indexes = [
            models.Index(fields=["place_path", "due_at"], name="plan_path_ongoing", condition=~Q(state__in=FINAL)),
            models.Index(fields=["opened_at", "id"], name="plan_opened"),
            models.Index(fields=["owner"], name="plan_owner_in_force", condition=Q(state=State.IN_FORCE)),
            GinIndex(fields=["office_ids"], name="plan_offices", fastupdate=False),
            GinIndex(fields=["search"], name="plan_search"),
        ]

    @property
    def summary(self):
        return f"{self.owner.short_name} · {self.get_kind_display()} · {self.scenarios_label}"

    @property
    def scenarios_label(self):
        labels = dict(Scenario.choices)
        return "、".join(str(labels[one]) for one in Scenario.values if one in self.scenarios)

    @property
    def review_ends(self):
        """The end of the day by which it is reviewed again; None before it is issued."""
        return datetime.combine(self.review_on + ONE_DAY, time.min, tzinfo=CITY_TIME) if self.review_on else None
