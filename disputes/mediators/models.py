"""Committees with their mediators and studios (Art. 40, 41), and whom the parties of a dispute want (人民调解法 §19)."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from disputes.mediation.enums import Kind
from disputes.mediation.models import Mediation
from disputes.mediators import rules
from disputes.mediators.enums import (
    FINAL,
    STUDIO_TONES,
    TONES,
    Background,
    CommitteeKind,
    Employment,
    State,
    StudioState,
    Trade,
    Way,
)
from disputes.mediators.flow import FLOW
from disputes.mediators.permissions import VIEW
from governance.cases.models import Case, CaseQuerySet
from governance.places.rules import ancestors
from governance.privacy.phones import normalise_phone
from governance.search.query import generated_vector_field


def kinds_field(label):
    """Kinds of dispute; empty means all of them. The kinds are the mediation's, so that they are named in one place."""
    return ArrayField(models.CharField(max_length=12), default=list, blank=True, verbose_name=label)


def words_of(kinds):
    """The kinds in words, "" for all."""
    labels = dict(Kind.choices)
    return "、".join(str(labels.get(kind, kind)) for kind in kinds)


class CommitteeQuerySet(CaseQuerySet):
    line_more = ("kind", "trade", "phone")

    def in_force(self):
        return self.filter(state=State.IN_FORCE)

    def serving(self, place):
        """Those a dispute at the place may come to: of the place, and of what lies above it."""
        return self.in_force().filter(place_path__in=ancestors(place.path))

    def for_kind(self, kind):
        """Those of places, and of the trades the one of this kind."""
        return self.filter(~Q(kind=CommitteeKind.TRADE) | Q(trade=kind))

    def of_area(self, path):
        """Those at or below a place, and those above it, which serve it too."""
        return self.filter(Q(place_path__startswith=path) | Q(place_path__in=ancestors(path)))

    def overdue(self, day):
        return self.in_force().filter(term_until__lt=day)


class Committee(Case):
    """One mediation committee. `office` is the committee itself as an office; phone and room are an office's, never a person's."""

    flow = FLOW
    view_capability = VIEW
    tones = TONES

    state = models.CharField(_("状态"), max_length=10, choices=State.choices, default=State.IN_FORCE)
    kind = models.CharField(_("类型"), max_length=10, choices=CommitteeKind.choices)
    trade = models.CharField(_("领域"), max_length=10, choices=Trade.choices, blank=True)
    venue = models.CharField(_("地址"), max_length=120)
    room = models.CharField(_("调解室"), max_length=40, blank=True)
    hours = models.CharField(_("工作时间"), max_length=80)
    phone = models.CharField(_("联系电话"), max_length=20)
    seats = models.PositiveSmallIntegerField(_("委员人数"))
    founded_on = models.DateField(_("成立日期"))
    term_from = models.DateField(_("本届自"))
    term_until = models.DateField(_("本届至"))
    submission = models.UUIDField(_("提交凭证"), null=True, unique=True, editable=False)
    search = generated_vector_field("title", "venue")

    objects = CommitteeQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("调解委员会")
        ordering = ("place_path", "kind", "title", "id")
        constraints = [
            models.UniqueConstraint(fields=["office"], condition=~Q(state__in=FINAL), name="committee_entered_once"),
            models.CheckConstraint(condition=Q(term_until__gte=F("term_from")), name="committee_term_ends_after_it_begins"),
            models.CheckConstraint(
                condition=Q(kind=CommitteeKind.TRADE) & ~Q(trade="") | ~Q(kind=CommitteeKind.TRADE) & Q(trade=""),
                name="committee_of_a_trade_names_it",
            ),
        ]
        indexes = [
            models.Index(fields=["place_path", "kind"], name="committee_path_kind"),
            GinIndex(fields=["office_ids"], name="committee_offices", fastupdate=False),
            GinIndex(fields=["search"], name="committee_search", fastupdate=False),
        ]

    @property
    def summary(self):
        return f"{self.kind_label} · {self.phone}"

    @property
    def kind_label(self):
        """The kind; of a trade's, the trade."""
        return self.get_trade_display() if self.trade else self.get_kind_display()


class MediatorQuerySet(models.QuerySet):
    def staying(self):
        """Who has not left, whether or not the term has ended."""
        return self.filter(left_on=None)

    def serving(self, day):
        """Who mediates on that day, in a committee that is in force."""
        return self.staying().filter(since__lte=day, until__gte=day, committee__state=State.IN_FORCE)

    def ending(self, day, until):
        """Whose term ends by `until`, those already over among them."""
        return self.staying().filter(until__lt=until, committee__state=State.IN_FORCE)

    def of_kind(self, kind):
        """Who takes disputes of the kind: those who name it, and those who name none."""
        return self.filter(Q(kinds__contains=[kind]) | Q(kinds=[]))


class Mediator(models.Model):
    """人民调解员. What stands here belongs to the office: no private number, no address, no birthday."""

    committee = models.ForeignKey(Committee, models.PROTECT, related_name="people", verbose_name=_("调委会"))
    account = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("账号"))
    name = models.CharField(_("姓名"), max_length=40)
    employment = models.CharField(_("专职或兼职"), max_length=10, choices=Employment.choices)
    background = models.CharField(_("来源"), max_length=8, choices=Background.choices)
    qualification = models.CharField(_("资质"), max_length=100, blank=True)
    kinds = kinds_field(_("擅长"))
    work_phone = models.CharField(_("工作电话"), max_length=20, blank=True)
    since = models.DateField(_("聘期自"))
    until = models.DateField(_("聘期至"))
    left_on = models.DateField(_("离任日期"), null=True, blank=True)
    left_why = models.CharField(_("离任原因"), max_length=200, blank=True)

    objects = MediatorQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("人民调解员")
        ordering = ("committee__place_path", "committee_id", "name", "pk")
        constraints = [
            models.CheckConstraint(condition=Q(until__gte=F("since")), name="mediator_term_ends_after_it_begins"),
            models.UniqueConstraint(fields=["committee", "name"], condition=Q(left_on=None), name="mediator_once_per_committee"),
        ]
        indexes = [models.Index(fields=["until"], condition=Q(left_on=None), name="mediator_until")]

    def __str__(self):
        return self.name

    @property
    def kinds_label(self):
        return words_of(self.kinds)

    @property
    def public_phone(self):
        """Only a land line is shown to everyone; else the committee's own number stands."""
        number = self.work_phone
        return self.committee.phone if not number or rules.is_mobile(normalise_phone(number)) else number


class StudioQuerySet(models.QuerySet):
    def waiting(self):
        return self.filter(state=StudioState.PROPOSED)

    def running(self):
        """Approved, so published."""
        return self.filter(state=StudioState.APPROVED)


class Studio(models.Model):
    """个人调解工作室 (Art. 41): proposed by its committee, published once the justice bureau agrees."""

    committee = models.ForeignKey(Committee, models.PROTECT, related_name="studios", verbose_name=_("调委会"))
    leader = models.ForeignKey(Mediator, models.PROTECT, related_name="studios", verbose_name=_("负责人"))
    name = models.CharField(_("名称"), max_length=60)
    kinds = kinds_field(_("主要调解"))
    venue = models.CharField(_("地址"), max_length=120)
    phone = models.CharField(_("联系电话"), max_length=20)
    state = models.CharField(_("状态"), max_length=10, choices=StudioState.choices, default=StudioState.PROPOSED)
    proposed_at = models.DateTimeField(_("申请时间"))
    decided_at = models.DateTimeField(_("决定时间"), null=True)
    closed_at = models.DateTimeField(_("停办时间"), null=True)
    note = models.CharField(_("意见"), max_length=200, blank=True)

    objects = StudioQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("个人调解工作室")
        ordering = ("name", "pk")
        constraints = [
            models.CheckConstraint(
                condition=Q(state=StudioState.PROPOSED) | Q(decided_at__isnull=False), name="studio_decided_has_its_moment"
            )
        ]

    def __str__(self):
        return self.name

    @property
    def kinds_label(self):
        return words_of(self.kinds)

    @property
    def tone(self):
        return STUDIO_TONES[self.state]


class MediatorChoice(models.Model):
    """人民调解法 §19: the mediator one side of a dispute wants; the last word of each side counts."""

    mediation = models.ForeignKey(Mediation, models.CASCADE, related_name="+", verbose_name=_("调解事项"))
    side = models.CharField(_("一方"), max_length=10)
    mediator = models.ForeignKey(Mediator, models.PROTECT, related_name="+", verbose_name=_("调解员"))
    way = models.CharField(_("方式"), max_length=8, choices=Way.choices)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("登记人"))
    at = models.DateTimeField(_("时间"))

    class Meta:
        verbose_name = verbose_name_plural = _("选定调解员")
        ordering = ("side",)
        constraints = [models.UniqueConstraint(fields=["mediation", "side"], name="choice_once_per_side")]

    def __str__(self):
        return f"{self.mediation_id} {self.side}"


class ChoiceInvitationQuerySet(models.QuerySet):
    def for_detail(self):
        return self.select_related("mediation__place", "mediation__office")


class ChoiceInvitation(models.Model):
    """The other side's own number and code: it names a mediator without seeing the application. Issued anew, the old code is void."""

    tracking_page = "mediator_answer"

    number = models.CharField(_("编号"), max_length=40, unique=True)
    mediation = models.OneToOneField(Mediation, models.CASCADE, related_name="+", verbose_name=_("调解事项"))
    query_code_index = models.CharField(max_length=64, editable=False)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("发出人"))
    at = models.DateTimeField(_("发出时间"))

    objects = ChoiceInvitationQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("选择调解员邀请")

    def __str__(self):
        return self.number
