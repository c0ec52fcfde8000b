"""A mediation (调解), its parties, sessions and agreement, and the data it steers by: reasons and other ways."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from disputes.colours.models import ColourScheme
from disputes.mediation.enums import (
    COLOUR_TONES,
    FINAL,
    TONES,
    AgreementForm,
    Attendance,
    Authority,
    Colour,
    Confirmation,
    Consent,
    EndReason,
    Kind,
    Nature,
    NotHeld,
    Outcome,
    SessionState,
    Side,
    Source,
    State,
)
from disputes.mediation.flow import FLOW
from disputes.mediation.permissions import VIEW
from governance.cases.models import Case, CaseQuerySet
from governance.people.models import Office
from governance.privacy.fields import SealedField
from governance.search.query import generated_vector_field

PARTIES = "complaint.phone"  # one purpose with the complaints, so that who comes back is counted over both


class Unmediable(models.Model):
    """Why a dispute is not taken up, and the right way to go instead (人民调解委员会组织与工作若干规定)."""

    code = models.CharField(_("代码"), max_length=30, unique=True)
    label = models.CharField(_("理由"), max_length=60)
    right_way = models.TextField(_("正确途径"))
    active = models.BooleanField(_("在用"), default=True)

    class Meta:
        verbose_name = verbose_name_plural = _("不予调解理由")
        ordering = ("pk",)

    def __str__(self):
        return self.label


class OtherWayQuerySet(models.QuerySet):
    def fitting(self, kind):
        """Those of the kind first, then those of every dispute."""
        return self.filter(active=True, kind__in=[kind, ""]).order_by("-kind", "pk")


class OtherWay(models.Model):
    """人民调解法 §26: where a party may go when mediation has failed. Without a kind it holds for every dispute."""

    code = models.CharField(_("代码"), max_length=30, unique=True)
    kind = models.CharField(_("纠纷类型"), max_length=16, choices=Kind.choices, blank=True)
    label = models.CharField(_("途径"), max_length=60)
    text = models.TextField(_("说明"))
    active = models.BooleanField(_("在用"), default=True)

    objects = OtherWayQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("其他解决途径")
        ordering = ("pk",)

    def __str__(self):
        return self.label


class MediationQuerySet(CaseQuerySet):
    line_more = ("kind", "mediator__name", "police_reported_at", "colour", "next_session_at")

    def for_detail(self):
        beside = ("mediator", "refusal", "received_by", "leader", "colour_scheme")
        return self.select_related("place", "office", *beside).prefetch_related("parties__agents")

    def of_mediator(self, user):
        return self.filter(mediator=user)

    def to_place(self):
        """What no committee can take up: above the townships, or held by one that an accusation keeps out since."""
        unplaced = Q(state=State.REGISTERED, office=None)
        kept_out = Q(state__in=[State.REGISTERED, State.ACCEPTED, State.MEDIATING], barred_ids__contains=[F("office_id")])
        return self.filter(unplaced | kept_out)

    def led_by(self, office):
        return self.filter(leader=office)

    def to_file(self):
        return self.filter(state__in=[State.PERFORMED, State.UNPERFORMED, State.ENDED])


class Mediation(Case):
    """One dispute before a committee (Art. 38, 41). `office` is the committee that holds it; parties' facts are sealed."""

    flow = FLOW
    view_capability = VIEW
    tones = TONES
    tracking_page = "mediation_tracked"

    state = models.CharField(_("状态"), max_length=14, choices=State.choices, default=State.REGISTERED)
    kind = models.CharField(_("纠纷类型"), max_length=16, choices=Kind.choices, default=Kind.GENERAL)
    source = models.CharField(_("来源"), max_length=10, choices=Source.choices, default=Source.WEB)
    source_unit = models.CharField(_("移交单位"), max_length=60, blank=True, db_default="")
    source_ref = models.CharField(_("来源编号、文号"), max_length=60, blank=True, db_default="")
    description = models.TextField(_("纠纷事实"))
    demand = models.TextField(_("请求事项"), blank=True)
    points = models.TextField(_("争议焦点"), blank=True)
    contact_phone = SealedField(_("申请人电话"), kind="phone", blank=True, default="")
    other_phone = SealedField(_("被申请人电话"), kind="phone", blank=True, default="", db_default="")
    query_code_index = models.CharField(max_length=64, editable=False)
    submission = models.UUIDField(_("提交凭证"), null=True, unique=True, editable=False)
    received_by = models.ForeignKey(Office, models.PROTECT, null=True, related_name="+", verbose_name=_("接收单位"))
    refusal = models.ForeignKey(Unmediable, models.PROTECT, null=True, related_name="+", verbose_name=_("不予受理理由"))
    mediator = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("调解员"))
    accepted_at = models.DateTimeField(_("受理时间"), null=True)
    police_reported_at = models.DateTimeField(_("报告公安时间"), null=True)
    outcome = models.CharField(_("调解结果"), max_length=8, choices=Outcome.choices, blank=True)
    settled_at = models.DateTimeField(_("调解终结时间"), null=True)
    end_reason = models.CharField(_("终止原因"), max_length=12, choices=EndReason.choices, blank=True)
    limit_kept = models.BooleanField(_("按期调解"), null=True)
    is_written = models.BooleanField(_("书面协议"), null=True)
    performed = models.BooleanField(_("已履行"), null=True)
    confirmation = models.CharField(_("司法确认"), max_length=10, choices=Confirmation.choices, blank=True)
    ways_told = models.TextField(_("已告知的其他途径"), blank=True, db_default="")
    diverted_at = models.DateTimeField(_("分流时间"), null=True)
    next_session_at = models.DateTimeField(_("约定的下次调解"), null=True)
    colour = models.CharField(_("纠纷等级"), max_length=6, choices=Colour.choices, blank=True, db_default="")
    colour_scheme = models.ForeignKey(ColourScheme, models.PROTECT, null=True, related_name="+", verbose_name=_("等级标准"))
    colour_ticked = ArrayField(models.CharField(max_length=30), default=list, db_default=[], editable=False)
    colour_reasons = models.TextField(_("等级依据"), blank=True, db_default="")
    leader = models.ForeignKey(Office, models.PROTECT, null=True, related_name="+", verbose_name=_("牵头单位"))
    search = generated_vector_field("title", "description")

    objects = MediationQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("调解事项")
        ordering = ("-opened_at", "-id")
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=FINAL, closed_at__isnull=False) | (~Q(state__in=FINAL) & Q(closed_at=None)),
                name="mediation_closed_has_its_moment",
            ),
            models.CheckConstraint(condition=~Q(state=State.NOT_ACCEPTED) | Q(refusal__isnull=False), name="mediation_refusal_has_reason"),
            models.CheckConstraint(
                condition=Q(outcome="", settled_at=None) | (~Q(outcome="") & Q(settled_at__isnull=False)),
                name="mediation_outcome_has_its_moment",
            ),
        ]
        indexes = [
            models.Index(fields=["opened_at", "id"], name="mediation_opened"),
            models.Index(fields=["state", "opened_at", "id"], name="mediation_state_opened"),
            models.Index(fields=["place_path", "opened_at"], name="mediation_path_opened"),
            models.Index(fields=["due_at", "id"], name="mediation_due_ongoing", condition=~Q(state__in=FINAL)),
            GinIndex(fields=["office_ids"], name="mediation_offices", fastupdate=False),
            GinIndex(fields=["search"], name="mediation_search"),
        ]

    @property
    def summary(self):
        return self.description

    @property
    def colour_tone(self):
        return COLOUR_TONES.get(self.colour, "neutral")

    def on_side(self, side):
        return [party for party in self.parties.all() if party.side == side]


class Party(models.Model):
    """One who takes part. What tells who it is stays sealed."""

    mediation = models.ForeignKey(Mediation, models.CASCADE, related_name="parties", verbose_name=_("调解事项"))
    side = models.CharField(_("地位"), max_length=10, choices=Side.choices)
    nature = models.CharField(_("性质"), max_length=12, choices=Nature.choices, default=Nature.PERSON)
    name = SealedField(_("姓名、名称"), kind="name")
    phone_index = models.CharField(max_length=64, blank=True, default="", db_default="", editable=False)  # to count who comes back
    phone = SealedField(_("电话"), kind="phone", index="phone_index", purpose=PARTIES, blank=True, default="")
    id_number = SealedField(_("证件号码"), kind="id", blank=True, default="")
    address = SealedField(_("住址、住所"), kind="address", blank=True, default="")
    agent = SealedField(_("法定代表人、负责人"), kind="name", blank=True, default="")
    consent = models.CharField(_("调解意愿"), max_length=10, choices=Consent.choices, blank=True, db_default="")
    consent_at = models.DateTimeField(_("表示意愿时间"), null=True)

    class Meta:
        verbose_name = verbose_name_plural = _("当事人")
        ordering = ("side", "pk")

    def __str__(self):
        return f"{self.get_side_display()} {self.name}"

    @property
    def number(self):
        """The case an opening of a party's facts is recorded under."""
        return self.mediation.number


class Agent(models.Model):
    """委托代理人: who acts for a party, with what authority. Sealed like the party."""

    party = models.ForeignKey(Party, models.CASCADE, related_name="agents", verbose_name=_("当事人"))
    authority = models.CharField(_("代理权限"), max_length=10, choices=Authority.choices, default=Authority.GENERAL)
    powers = models.CharField(_("授权事项"), max_length=200, blank=True)  # what special powers cover, as the power of attorney says
    name = SealedField(_("代理人姓名"), kind="name")
    phone = SealedField(_("代理人电话"), kind="phone", blank=True, default="")
    id_number = SealedField(_("代理人证件号码"), kind="id", blank=True, default="")
    since = models.DateTimeField(_("登记时间"))
    ended_at = models.DateTimeField(_("代理终止时间"), null=True)

    class Meta:
        verbose_name = verbose_name_plural = _("代理人")
        ordering = ("pk",)
        constraints = [
            models.CheckConstraint(condition=~Q(authority=Authority.SPECIAL) | ~Q(powers=""), name="agent_special_powers_are_named")
        ]

    def __str__(self):
        return f"{self.party} {self.get_authority_display()} {self.name}"

    @property
    def number(self):
        """The case an opening of an agent's facts is recorded under."""
        return self.party.mediation.number


class SessionQuerySet(models.QuerySet):
    def held(self):
        """Those that took place: each has its record (§27)."""
        return self.filter(state=SessionState.HELD)

    def scheduled(self):
        return self.filter(state=SessionState.SCHEDULED)


class Session(models.Model):
    """One meeting (人民调解法 §22, §27): agreed on with day, place and room, then held, with its record, or not held, and why."""

    mediation = models.ForeignKey(Mediation, models.CASCADE, related_name="sessions", verbose_name=_("调解事项"))
    serial = models.PositiveSmallIntegerField(_("次序"))
    state = models.CharField(_("状态"), max_length=10, choices=SessionState.choices, default=SessionState.HELD, db_default="held")
    scheduled_for = models.DateTimeField(_("约定时间"), null=True)
    held_at = models.DateTimeField(_("时间"), null=True)
    venue = models.CharField(_("地点"), max_length=80)
    room = models.CharField(_("调解室"), max_length=40, blank=True, db_default="")
    attendance = models.CharField(_("到场情况"), max_length=10, choices=Attendance.choices, blank=True)
    attendees = models.CharField(_("其他参加人"), max_length=200, blank=True, db_default="")
    rights_told = models.BooleanField(_("已告知权利义务"), default=False, db_default=False)
    mediator = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("调解员"))
    recorder = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("记录人"))
    applicant_said = models.TextField(_("申请人陈述"), blank=True, db_default="")
    respondent_said = models.TextField(_("被申请人陈述"), blank=True, db_default="")
    course = models.TextField(_("调解经过"), blank=True)
    proposal = models.TextField(_("调解方案"), blank=True, db_default="")
    result = models.TextField(_("调解结果"), blank=True)
    not_held = models.CharField(_("未举行原因"), max_length=10, choices=NotHeld.choices, blank=True, db_default="")

    objects = SessionQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("调解记录")
        ordering = ("serial",)
        constraints = [
            models.UniqueConstraint(fields=["mediation", "serial"], name="session_serial_once"),
            models.CheckConstraint(
                condition=~Q(state=SessionState.HELD) | (Q(held_at__isnull=False) & ~Q(course="") & ~Q(result="")),
                name="session_held_has_its_record",
            ),
            models.CheckConstraint(
                condition=Q(state=SessionState.HELD) | Q(scheduled_for__isnull=False), name="session_scheduled_has_its_moment"
            ),
            models.CheckConstraint(condition=~Q(state=SessionState.NOT_HELD) | ~Q(not_held=""), name="session_not_held_has_reason"),
        ]

    def __str__(self):
        return f"{self.mediation} {self.serial}"

    @property
    def at(self):
        """When it was held; before, when it is to be."""
        return self.held_at or self.scheduled_for


class Agreement(models.Model):
    """调解协议 (人民调解法 §28, §29). A written one holds every point of §29."""

    mediation = models.OneToOneField(Mediation, models.CASCADE, related_name="agreement", verbose_name=_("调解事项"))
    form = models.CharField(_("形式"), max_length=8, choices=AgreementForm.choices)
    facts = models.TextField(_("主要事实"))
    points = models.TextField(_("争议事项"), blank=True)
    responsibilities = models.TextField(_("各方责任"), blank=True)
    duties = models.TextField(_("权利义务"))
    way = models.CharField(_("履行方式"), max_length=120)
    venue = models.CharField(_("履行地点"), max_length=80, blank=True)
    perform_by = models.DateField(_("履行期限"), null=True, blank=True)
    made_at = models.DateTimeField(_("达成时间"))

    class Meta:
        verbose_name = verbose_name_plural = _("调解协议")
        constraints = [
            models.CheckConstraint(
                condition=~Q(form=AgreementForm.WRITTEN)
                | (~Q(points="") & ~Q(responsibilities="") & ~Q(venue="") & Q(perform_by__isnull=False)),
                name="agreement_written_is_complete",
            )
        ]

    def __str__(self):
        return f"{self.mediation} {self.get_form_display()}"
