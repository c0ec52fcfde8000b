"""Referrals to help (关爱帮扶), the consent they rest on, the visits, who helps, and the list of services."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from disputes.care.enums import (
    FINAL,
    TONES,
    AskedBy,
    CloseReason,
    ConsentWay,
    DeclineReason,
    ProviderKind,
    Result,
    RevokedBy,
    Satisfaction,
    State,
    Way,
)
from disputes.care.flow import FLOW
from disputes.care.permissions import NOBODY, OTHERS, VIEW
from disputes.care.rules import runs
from governance.access.scope import Scoped, roles_of
from governance.cases.models import Case, CaseQuerySet
from governance.people.models import Office
from governance.permissions import READ_OPENINGS
from governance.places.models import Place
from governance.places.rules import ancestors
from governance.privacy.fields import SealedField
from governance.search.query import generated_vector_field


class CareNeedQuerySet(models.QuerySet):
    def offered(self):
        return self.filter(active=True)


class CareNeed(models.Model):
    """A service one can ask for, in the words of who asks; `trade` names the bureau that answers for it."""

    code = models.CharField(_("代码"), max_length=30, unique=True)
    label = models.CharField(_("服务"), max_length=20)
    text = models.CharField(_("说明"), max_length=80)
    trade = models.CharField(_("主管部门的行业"), max_length=30)
    order = models.PositiveSmallIntegerField(_("次序"), default=0)
    active = models.BooleanField(_("在用"), default=True)

    objects = CareNeedQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("帮扶服务")
        ordering = ("order", "pk")

    def __str__(self):
        return self.label


class CareProviderQuerySet(Scoped):
    def running(self, day):
        return self.filter(begins__lte=day, ends__gte=day, active=True, office__active=True)

    def fitting(self, case, *, day):
        """Those under the same bureau that give this service where the person lives, with a contract that runs."""
        here = self.running(day).filter(supervisor=case.supervisor_id, needs=case.need_id, places__path__in=ancestors(case.place_path))
        return here.select_related("office").order_by("office__name").distinct()


class CareProvider(models.Model):
    """A social organisation with a contract, or a team of volunteers; its people serve at `office`."""

    office = models.OneToOneField(Office, models.PROTECT, related_name="+", verbose_name=_("机构"))
    kind = models.CharField(_("性质"), max_length=10, choices=ProviderKind.choices)
    supervisor = models.ForeignKey(Office, models.PROTECT, related_name="+", verbose_name=_("购买、主管部门"))
    place_path = models.CharField(_("路径"), max_length=24, db_collation="C", editable=False)
    office_ids = ArrayField(models.BigIntegerField(), default=list, editable=False)
    contract = models.CharField(_("合同（协议）编号"), max_length=60, blank=True)
    begins = models.DateField(_("合同起"))
    ends = models.DateField(_("合同止"))
    needs = models.ManyToManyField(CareNeed, related_name="+", verbose_name=_("提供的服务"))
    places = models.ManyToManyField(Place, related_name="+", verbose_name=_("服务区域"))
    active = models.BooleanField(_("在用"), default=True)

    objects = CareProviderQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("帮扶机构")
        ordering = ("office__name",)
        constraints = [
            models.CheckConstraint(condition=Q(ends__gte=F("begins")), name="care_provider_contract_ends_after_it_begins"),
            models.CheckConstraint(condition=~Q(kind=ProviderKind.BOUGHT) | ~Q(contract=""), name="care_provider_bought_by_contract"),
        ]

    def __str__(self):
        return self.office.name

    def runs(self, day):
        return self.active and runs(self.begins, self.ends, day=day)


class CareQuerySet(CaseQuerySet):
    line_more = ("need__label", "visits_held", "next_on")

    def visible_to(self, user, capability):
        """Nobody but the two who help; auditors find no row by any capability but the one that reads the record of openings."""
        rows = super().visible_to(user, capability)
        if capability.name == READ_OPENINGS.name or roles_of(user).isdisjoint(OTHERS):
            return rows
        return self.none()

    def for_detail(self):
        return self.select_related("place", "office", "supervisor", "provider__office", "need", "consent")

    def for_step(self):
        return self.select_related("place", "office", "supervisor", "provider__office", "need")

    def with_contact(self):
        """Those of which something personal is still kept."""
        return self.filter(erased_at=None)


class Care(Case):
    """One person's request for help (Art. 30, 44). `office` is whose move it is; `office_ids` are the two that may see it, no more.

    What tells who it is and why stays sealed, and is opened to those two alone while the agreement stands (rules.OPENERS).
    """

    flow = FLOW
    view_capability = VIEW
    tones = TONES
    tracking_page = "care_tracked"
    withheld_from = OTHERS

    state = models.CharField(_("状态"), max_length=12, choices=State.choices, default=State.REQUESTED)
    need = models.ForeignKey(CareNeed, models.PROTECT, related_name="+", verbose_name=_("需要的帮助"))
    asked_by = models.CharField(_("申请人"), max_length=10, choices=AskedBy.choices, default=AskedBy.SELF)
    name = SealedField(_("姓名"), kind="name", blank=True, default="")
    phone = SealedField(_("电话"), kind="phone", blank=True, default="")
    address = SealedField(_("联系地址"), kind="address", blank=True, default="")
    situation = SealedField(_("情况说明"), kind="text", blank=True, default="")
    result_note = SealedField(_("结束说明"), kind="text", blank=True, default="")
    query_code_index = models.CharField(max_length=64, editable=False)
    submission = models.UUIDField(_("提交凭证"), null=True, unique=True, editable=False)
    supervisor = models.ForeignKey(Office, models.PROTECT, related_name="+", verbose_name=_("主管部门"))
    provider = models.ForeignKey(CareProvider, models.PROTECT, null=True, related_name="+", verbose_name=_("承接机构"))
    decline_reason = models.CharField(_("不承接的理由"), max_length=10, choices=DeclineReason.choices, blank=True)
    close_reason = models.CharField(_("未能安排的理由"), max_length=12, choices=CloseReason.choices, blank=True)
    visits_held = models.PositiveSmallIntegerField(_("帮扶次数"), default=0)
    next_on = models.DateField(_("下次帮扶日期"), null=True, blank=True)
    result = models.CharField(_("结果"), max_length=12, choices=Result.choices, blank=True)
    satisfaction = models.CharField(_("本人评价"), max_length=12, choices=Satisfaction.choices, blank=True)
    erased_at = models.DateTimeField(_("个人信息删除时间"), null=True, editable=False)
    search = generated_vector_field("title")

    objects = CareQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("关爱帮扶")
        ordering = ("-opened_at", "-id")
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=FINAL, closed_at__isnull=False) | (~Q(state__in=FINAL) & Q(closed_at=None)),
                name="care_closed_has_its_moment",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=[State.ASSIGNED, State.SERVING, State.ENDED]) | Q(provider__isnull=False),
                name="care_served_by_somebody",
            ),
            models.CheckConstraint(condition=~Q(state=State.ENDED) | ~Q(result=""), name="care_ended_with_a_result"),
            models.CheckConstraint(
                condition=Q(erased_at=None) | Q(name="", phone="", address="", situation="", result_note=""), name="care_erased_is_empty"
            ),
        ]
        indexes = [
            models.Index(fields=["opened_at", "id"], name="care_opened"),
            models.Index(fields=["place_path", "opened_at"], name="care_path_opened"),
            GinIndex(fields=["office_ids"], name="care_offices", fastupdate=False),
            GinIndex(fields=["search"], name="care_search"),
        ]


class Consent(models.Model):
    """The agreement a referral rests on: when and how it was given, what shows it, and when it was taken back."""

    care = models.OneToOneField(Care, models.CASCADE, related_name="consent", verbose_name=_("关爱帮扶"))
    way = models.CharField(_("同意方式"), max_length=8, choices=ConsentWay.choices)
    given_on = models.DateField(_("同意日期"))
    reference = SealedField(_("同意凭据（编号、确认码）"), kind="text", blank=True, default="")
    scan = SealedField(_("同意书扫描件"), kind="text", blank=True, default="")  # the key of a file nobody reaches otherwise
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("登记人"))
    revoked_at = models.DateTimeField(_("撤回时间"), null=True)
    revoked_by = models.CharField(_("撤回方式"), max_length=5, choices=RevokedBy.choices, blank=True)
    view_capability = NOBODY

    class Meta:
        verbose_name = verbose_name_plural = _("本人同意")
        constraints = [
            models.CheckConstraint(
                condition=Q(revoked_at=None, revoked_by="") | (Q(revoked_at__isnull=False) & ~Q(revoked_by="")),
                name="care_consent_revoked_says_how",
            )
        ]

    def __str__(self):
        return f"{self.care_id} {self.get_way_display()}"

    @property
    def number(self):
        return self.care.number

    @property
    def place_path(self):
        return self.care.place_path


class Visit(models.Model):
    """One time of help: when, what was done, what comes next. What was said stays sealed."""

    care = models.ForeignKey(Care, models.CASCADE, related_name="visits", verbose_name=_("关爱帮扶"))
    serial = models.PositiveSmallIntegerField(_("次序"))
    visited_on = models.DateField(_("帮扶日期"))
    way = models.CharField(_("方式"), max_length=10, choices=Way.choices)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("帮扶人"))
    provider = models.ForeignKey(CareProvider, models.PROTECT, related_name="+", verbose_name=_("承接机构"))
    done = SealedField(_("做了什么"), kind="text", blank=True, default="")
    next_on = models.DateField(_("下次日期"), null=True, blank=True)
    next_plan = SealedField(_("下次打算"), kind="text", blank=True, default="")

    class Meta:
        verbose_name = verbose_name_plural = _("帮扶记录")
        ordering = ("serial",)
        constraints = [models.UniqueConstraint(fields=["care", "serial"], name="care_visit_serial_once")]

    def __str__(self):
        return f"{self.care_id} {self.serial}"

    @property
    def number(self):
        """The case an opening is recorded under."""
        return self.care.number
