"""A dispute handed on to another way and back (分流与衔接): to whom, with whose consent, what papers, and what came of it."""

from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from disputes.diversion.enums import FINAL, TONES, ConsentWay, Result, State, Way
from disputes.diversion.flow import FLOW
from disputes.diversion.permissions import VIEW
from disputes.mediation.models import Mediation, Party
from governance.cases.models import Case, CaseQuerySet
from governance.people.models import Office
from governance.search.query import generated_vector_field


class DiversionQuerySet(CaseQuerySet):
    across = Q()
    line_more = ("way", "receiver_name", "mediation__number")

    def for_detail(self):
        return self.select_related("place", "office", "mediation__place", "receiver", "consent_of").prefetch_related("papers")

    def for_step(self):
        return self.select_related("place", "office", "mediation", "receiver")

    def of(self, mediation):
        return self.filter(mediation=mediation)


class Diversion(Case):
    """One dispute on another way (Art. 38, 42). `office` sends it, `receiver` gets it, where the portal knows that office."""

    flow = FLOW
    view_capability = VIEW
    tones = TONES
    is_across = True

    state = models.CharField(_("状态"), max_length=14, choices=State.choices, default=State.PREPARED)
    mediation = models.ForeignKey(Mediation, models.PROTECT, related_name="diversions", verbose_name=_("调解事项"))
    way = models.CharField(_("分流途径"), max_length=16, choices=Way.choices)
    receiver = models.ForeignKey(Office, models.PROTECT, null=True, related_name="+", verbose_name=_("接收单位"))
    receiver_name = models.CharField(_("接收机构"), max_length=80)
    reason = models.TextField(_("分流理由"))
    consent_of = models.ForeignKey(Party, models.PROTECT, related_name="+", verbose_name=_("同意的当事人"))
    consent_way = models.CharField(_("同意方式"), max_length=8, choices=ConsentWay.choices)
    consent_at = models.DateTimeField(_("同意时间"))
    sent_at = models.DateTimeField(_("移送时间"), null=True)
    received_by = models.CharField(_("接收人"), max_length=40, blank=True)
    received_at = models.DateTimeField(_("接收时间"), null=True)
    their_number = models.CharField(_("对方案号、文号"), max_length=60, blank=True)
    result = models.CharField(_("结果"), max_length=10, choices=Result.choices, blank=True)
    result_text = models.TextField(_("结果内容"), blank=True)
    result_at = models.DateTimeField(_("登记结果时间"), null=True)
    search = generated_vector_field("title", "reason")

    objects = DiversionQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("分流衔接")
        ordering = ("-opened_at", "-id")
        constraints = [
            models.UniqueConstraint(fields=["mediation"], condition=~Q(state__in=FINAL), name="diversion_one_at_a_time"),
            models.CheckConstraint(
                condition=Q(state__in=FINAL, closed_at__isnull=False) | (~Q(state__in=FINAL) & Q(closed_at=None)),
                name="diversion_closed_has_its_moment",
            ),
            models.CheckConstraint(
                condition=~Q(state=State.CONCLUDED) | (~Q(result="") & Q(result_at__isnull=False)), name="diversion_concluded_has_result"
            ),
        ]
        indexes = [
            models.Index(fields=["state", "due_at"], name="diversion_due"),
            models.Index(fields=["place_path", "opened_at"], name="diversion_path"),
            GinIndex(fields=["office_ids"], name="diversion_offices", fastupdate=False),
            GinIndex(fields=["search"], name="diversion_search"),
        ]

    @property
    def summary(self):
        return self.reason


class DiversionPaper(models.Model):
    """One paper of the list that goes with it (移送材料清单)."""

    diversion = models.ForeignKey(Diversion, models.CASCADE, related_name="papers", verbose_name=_("分流"))
    serial = models.PositiveSmallIntegerField(_("序号"))
    name = models.CharField(_("材料名称"), max_length=80)
    copies = models.PositiveSmallIntegerField(_("份数"), default=1)
    is_original = models.BooleanField(_("原件"), default=False)

    class Meta:
        verbose_name = verbose_name_plural = _("移送材料")
        ordering = ("serial",)
        constraints = [models.UniqueConstraint(fields=["diversion", "serial"], name="diversion_paper_once")]

    def __str__(self):
        return self.name
