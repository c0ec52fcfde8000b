"""Partner cities (呼包鄂乌) with their points of contact, joint meetings with them, and what was agreed there (Art. 8)."""

from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from emergencies.cooperation.enums import BEFORE, FINAL, MET, TONES, Kind, State
from emergencies.cooperation.flow import FLOW
from emergencies.cooperation.permissions import VIEW
from emergencies.incidents.models import Incident
from governance.cases.models import Case, CaseQuerySet
from governance.people.models import Office
from governance.search.query import generated_vector_field


class Partner(models.Model):
    """A city this one works together with, by its division code."""

    code = models.CharField(_("区划代码"), max_length=6, unique=True)
    name = models.CharField(_("城市"), max_length=40)
    short_name = models.CharField(_("简称"), max_length=10)
    active = models.BooleanField(_("在用"), default=True)

    class Meta:
        verbose_name = verbose_name_plural = _("协作城市")
        ordering = ("code",)

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("cooperation_partner", args=[self.code])


class PartnerContact(models.Model):
    """A point of contact of a partner: an office and its duty telephone, no person."""

    partner = models.ForeignKey(Partner, models.CASCADE, related_name="contacts", verbose_name=_("协作城市"))
    unit = models.CharField(_("联系单位"), max_length=60)
    duty = models.CharField(_("联系事项"), max_length=60)
    phone = models.CharField(_("值班电话"), max_length=20)
    fax = models.CharField(_("传真"), max_length=20, blank=True)
    email = models.EmailField(_("单位邮箱"), blank=True)
    active = models.BooleanField(_("在用"), default=True)
    checked_on = models.DateField(_("核对日期"))

    class Meta:
        verbose_name = verbose_name_plural = _("协作联系单位")
        ordering = ("-active", "unit", "pk")
        constraints = [models.UniqueConstraint(fields=["partner", "unit", "duty"], name="cooperation_contact_once")]

    def __str__(self):
        return f"{self.unit}（{self.duty}）"


class CityMeetingQuerySet(CaseQuerySet):
    across = Q()  # every office that takes part sees it, wherever it stands
    line_more = ("kind", "meet_at", "resolution_count", "carry_until")

    def for_detail(self):
        return self.select_related("place", "office", "incident").prefetch_related("partners", "present")

    def to_hold(self, at):
        """Its time has come, and nobody has said how it went."""
        return self.filter(state=State.PLANNED, meet_at__lte=at)


class CityMeeting(Case):
    """A joint meeting of cities (会商). `office` called it; `office_ids` are that one and those of this city that take part.

    A regular one is followed by the next, due within the limit `cooperation.convene_regular` counted from the day it was held.
    `carry_until` is the first day by which something agreed is to be done.
    """

    flow = FLOW
    view_capability = VIEW
    tones = TONES
    is_across = True

    state = models.CharField(_("状态"), max_length=10, choices=State.choices, default=State.DUE)
    kind = models.CharField(_("会商类型"), max_length=10, choices=Kind.choices)
    partners = models.ManyToManyField(Partner, related_name="meetings", verbose_name=_("参加城市"))
    present = models.ManyToManyField(Partner, related_name="+", verbose_name=_("到会城市"))
    incident = models.ForeignKey(
        Incident, models.PROTECT, null=True, blank=True, related_name="city_meetings", verbose_name=_("涉及的突发事件")
    )
    previous = models.OneToOneField("self", models.PROTECT, null=True, related_name="following", verbose_name=_("上次会商"))
    purpose = models.TextField(_("会商议题"), max_length=1000, blank=True)
    meet_at = models.DateTimeField(_("会商时间"), null=True, blank=True)
    venue = models.CharField(_("会商地点"), max_length=120, blank=True)
    chair = models.CharField(_("主持人（职务）"), max_length=60, blank=True)
    held_at = models.DateTimeField(_("召开时间"), null=True, blank=True)
    minutes = models.TextField(_("会商情况"), blank=True)
    issued_at = models.DateTimeField(_("印发纪要时间"), null=True, blank=True)
    resolution_count = models.PositiveSmallIntegerField(_("议定事项数"), default=0)
    carry_until = models.DateField(_("最近完成日期"), null=True, blank=True)
    search = generated_vector_field("title", "purpose", "minutes")

    objects = CityMeetingQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("区域会商")
        ordering = ("-opened_at", "-id")
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=FINAL, closed_at__isnull=False) | (~Q(state__in=FINAL) & Q(closed_at=None)),
                name="city_meeting_closed_has_its_moment",
            ),
            models.CheckConstraint(condition=~Q(state__in=MET) | Q(held_at__isnull=False), name="city_meeting_held_has_its_moment"),
            models.CheckConstraint(
                condition=~Q(state=State.CARRYING) | Q(carry_until__isnull=False), name="city_meeting_carrying_has_its_day"
            ),
            models.UniqueConstraint(
                fields=["office"], condition=Q(kind=Kind.REGULAR, state__in=BEFORE), name="city_meeting_one_regular_to_hold"
            ),
        ]
        indexes = [
            models.Index(fields=["place_path", "opened_at"], name="city_meeting_path"),
            models.Index(fields=["meet_at"], name="city_meeting_meets", condition=Q(state=State.PLANNED)),
            GinIndex(fields=["office_ids"], name="city_meeting_offices", fastupdate=False),
            GinIndex(fields=["search"], name="city_meeting_search"),
        ]

    @property
    def summary(self):
        return self.purpose

    def member_offices(self):
        """Who of this city can be made responsible: those that take part, the caller among them."""
        return Office.objects.filter(pk__in=self.office_ids).order_by("place__path", "type", "code")


class CityResolutionQuerySet(models.QuerySet):
    def still_open(self):
        return self.filter(done_on=None)


class CityResolution(models.Model):
    """What was agreed: by whom (an office of this city, or a partner) and until when; it comes back until it is done."""

    meeting = models.ForeignKey(CityMeeting, models.CASCADE, related_name="resolutions", verbose_name=_("区域会商"))
    task = models.CharField(_("议定内容"), max_length=300)
    owner = models.ForeignKey(Office, models.PROTECT, null=True, related_name="+", verbose_name=_("本市责任单位"))
    partner = models.ForeignKey(Partner, models.PROTECT, null=True, related_name="+", verbose_name=_("责任城市"))
    due_on = models.DateField(_("完成日期"))
    done_on = models.DateField(_("落实日期"), null=True, blank=True)
    result = models.TextField(_("落实情况"), blank=True)

    objects = CityResolutionQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("会商议定事项")
        ordering = ("due_on", "pk")
        constraints = [
            models.CheckConstraint(
                condition=Q(owner=None, partner__isnull=False) | Q(owner__isnull=False, partner=None), name="city_resolution_has_one_owner"
            )
        ]

    def __str__(self):
        return self.task

    @property
    def in_charge(self):
        return self.owner.short_name if self.owner_id else self.partner.name
