"""Calls for volunteers (志愿招募) and the places people take in them."""

from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Count, F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from governance.cases.models import Case, CaseQuerySet
from governance.privacy.fields import SealedField
from governance.search.query import generated_vector_field
from grids.organisations.models import Organisation
from grids.volunteering.enums import FINAL, PUBLIC, STANDING_TONES, TONES, Standing, State
from grids.volunteering.flow import FLOW
from grids.volunteering.permissions import VIEW

TAKEN = Q(sign_ups__standing__in=[Standing.SIGNED, Standing.ATTENDED, Standing.ABSENT])


class CallQuerySet(CaseQuerySet):
    line_more = ("organisation__title", "starts_at", "capacity", "taken")

    def for_lines(self):
        return self.with_taken()

    def for_detail(self):
        return self.select_related("place", "office", "organisation")

    def with_taken(self):
        """Each call with the places taken in `taken`."""
        return self.annotate(taken=Count("sign_ups", filter=TAKEN))

    def published(self):
        return self.filter(state__in=PUBLIC).open_to_all()

    def with_contact(self):
        """Those of which names or telephones are still known."""
        return self.filter(pk__in=SignUp.objects.exclude(name="", phone="").values("call"))

    def starting(self, start, end):
        """Published ones that begin between two moments."""
        return self.published().filter(starts_at__gte=start, starts_at__lt=end)


class Call(Case):
    """A call for volunteers: what, when, where, for whom, and how many places."""

    flow = FLOW
    view_capability = VIEW
    tones = TONES

    state = models.CharField(_("状态"), max_length=10, choices=State.choices, default=State.DRAFT)
    description = models.TextField(_("服务内容和要求"), max_length=1000)
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="calls", verbose_name=_("组织方"))
    venue = models.CharField(_("集合地点"), max_length=120)
    starts_at = models.DateTimeField(_("开始时间"))
    ends_at = models.DateTimeField(_("结束时间"))
    capacity = models.PositiveSmallIntegerField(_("招募人数"))
    submission = models.UUIDField(_("提交凭证"), null=True, unique=True, editable=False)
    search = generated_vector_field("title", "description", "venue")

    objects = CallQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("志愿招募")
        ordering = ("-starts_at", "-id")
        constraints = [
            models.CheckConstraint(condition=Q(ends_at__gt=F("starts_at")), name="call_ends_after_it_starts"),
            models.CheckConstraint(condition=Q(capacity__gt=0), name="call_has_places"),
            models.CheckConstraint(
                condition=Q(state__in=FINAL, closed_at__isnull=False) | (~Q(state__in=FINAL) & Q(closed_at=None)),
                name="call_closed_has_its_moment",
            ),
        ]
        indexes = [
            models.Index(fields=["opened_at", "id"], name="call_opened"),
            models.Index(fields=["place_path", "opened_at"], name="call_path_opened"),
            models.Index(fields=["starts_at"], name="call_starts"),
            GinIndex(fields=["office_ids"], name="call_offices", fastupdate=False),
            GinIndex(fields=["search"], name="call_search", fastupdate=False),
        ]

    @property
    def summary(self):
        return self.description

    @property
    def is_public(self):
        return self.state in PUBLIC

    @property
    def public_url(self):
        return reverse("volunteer_call", args=[self.number])


class SignUpQuerySet(models.QuerySet):
    def for_detail(self):
        return self.select_related("call__organisation", "call__place")

    def taken(self):
        return self.exclude(standing=Standing.WITHDRAWN)


class SignUp(models.Model):
    """One person's place. Name and telephone are sealed; nothing joins it to another place of the same person but the keyed digest that
    keeps one telephone from taking two places in the same call."""

    tracking_page = "my_sign_up"

    call = models.ForeignKey(Call, models.PROTECT, related_name="sign_ups", verbose_name=_("招募"))
    number = models.CharField(_("报名编号"), max_length=40, unique=True)
    name = SealedField(_("姓名"), kind="name")
    phone = SealedField(_("电话"), kind="phone")
    phone_index = models.CharField(max_length=64, editable=False)
    query_code_index = models.CharField(max_length=64, editable=False)
    submission = models.UUIDField(_("提交凭证"), unique=True, editable=False)
    standing = models.CharField(_("状态"), max_length=10, choices=Standing.choices, default=Standing.SIGNED)
    signed_at = models.DateTimeField(_("报名时间"))
    withdrawn_at = models.DateTimeField(_("撤回时间"), null=True)
    hours = models.DecimalField(_("服务时长（小时）"), max_digits=4, decimal_places=1, null=True)
    confirmed_at = models.DateTimeField(_("确认时间"), null=True)

    objects = SignUpQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("志愿报名")
        ordering = ("signed_at", "pk")
        constraints = [
            models.UniqueConstraint(
                fields=["call", "phone_index"], condition=~Q(standing=Standing.WITHDRAWN), name="sign_up_once_per_phone"
            ),
            models.CheckConstraint(
                condition=~Q(standing=Standing.ATTENDED) | Q(hours__gt=0, confirmed_at__isnull=False), name="sign_up_attended_has_hours"
            ),
        ]

    def __str__(self):
        return self.number

    @property
    def tone(self):
        return STANDING_TONES[self.standing]
