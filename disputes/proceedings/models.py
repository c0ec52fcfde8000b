"""What a mediation leaves behind on its way: who mediated, who was invited, what experts said, what the police were told, how the agreement
was performed, and what the court said. Each row is written by a step of the mediation."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from disputes.mediation.enums import Confirmation
from disputes.mediation.models import Mediation, Party, Session
from disputes.proceedings.enums import Answer, Chosen, Performance, Way


class Appointment(models.Model):
    """One mediator of a case, from and until, with the declaration that no interest stands in the way (人民调解法 §19, §23)."""

    mediation = models.ForeignKey(Mediation, models.CASCADE, related_name="appointments", verbose_name=_("调解事项"))
    mediator = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("调解员"))
    chosen = models.CharField(_("确定方式"), max_length=10, choices=Chosen.choices, default=Chosen.COMMITTEE)
    declaration = models.CharField(_("利害关系声明"), max_length=200)
    declared_at = models.DateTimeField(_("声明时间"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("经办人"))
    ended_at = models.DateTimeField(_("终止时间"), null=True)
    end_note = models.CharField(_("更换理由"), max_length=500, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = _("调解员确定记录")
        ordering = ("declared_at", "pk")
        constraints = [models.UniqueConstraint(fields=["mediation"], condition=Q(ended_at=None), name="appointment_one_at_a_time")]

    def __str__(self):
        return f"{self.mediation} {self.mediator}"


class Invitation(models.Model):
    """调解通知: one party invited to one session, and what it answered."""

    session = models.ForeignKey(Session, models.CASCADE, related_name="invitations", verbose_name=_("调解"))
    party = models.ForeignKey(Party, models.CASCADE, related_name="invitations", verbose_name=_("当事人"))
    way = models.CharField(_("通知方式"), max_length=8, choices=Way.choices)
    sent_at = models.DateTimeField(_("通知时间"))
    answer = models.CharField(_("答复"), max_length=10, choices=Answer.choices, blank=True)
    answered_at = models.DateTimeField(_("答复时间"), null=True)

    class Meta:
        verbose_name = verbose_name_plural = _("调解通知")
        ordering = ("party__side", "party_id")
        constraints = [models.UniqueConstraint(fields=["session", "party"], name="invitation_once_per_party")]

    def __str__(self):
        return f"{self.session} {self.party_id}"


class Opinion(models.Model):
    """鉴定、专家评估: who was asked what, and what came back. Meanwhile the limit stands still (医疗纠纷预防和处理条例 §38)."""

    mediation = models.ForeignKey(Mediation, models.CASCADE, related_name="opinions", verbose_name=_("调解事项"))
    body = models.CharField(_("鉴定机构、专家"), max_length=120, blank=True)
    question = models.TextField(_("委托事项"))
    costs = models.CharField(_("费用承担"), max_length=120, blank=True)
    asked_at = models.DateTimeField(_("委托时间"))
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("经办人"))
    received_at = models.DateTimeField(_("收到时间"), null=True)
    text = models.TextField(_("意见摘要"), blank=True)

    class Meta:
        verbose_name = verbose_name_plural = _("鉴定、评估意见")
        ordering = ("asked_at", "pk")
        constraints = [
            models.UniqueConstraint(fields=["mediation"], condition=Q(received_at=None), name="opinion_one_at_a_time"),
            models.CheckConstraint(condition=Q(received_at=None) | ~Q(text=""), name="opinion_received_says_something"),
        ]

    def __str__(self):
        return f"{self.mediation} {self.body}"


class PoliceReport(models.Model):
    """人民调解法 §25: what may turn violent or be a crime was reported, when, to whom."""

    mediation = models.ForeignKey(Mediation, models.CASCADE, related_name="police_reports", verbose_name=_("调解事项"))
    station = models.CharField(_("报告的公安机关"), max_length=60, blank=True)
    facts = models.TextField(_("险情和报告情况"))
    at = models.DateTimeField(_("报告时间"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("报告人"))

    class Meta:
        verbose_name = verbose_name_plural = _("险情报告")
        ordering = ("at", "pk")

    def __str__(self):
        return f"{self.mediation} {self.at}"


class FollowUp(models.Model):
    """回访 (人民调解法 §31): how the parties were asked, and how far the agreement was performed."""

    mediation = models.ForeignKey(Mediation, models.CASCADE, related_name="follow_ups", verbose_name=_("调解事项"))
    at = models.DateTimeField(_("回访时间"))
    way = models.CharField(_("回访方式"), max_length=8, choices=Way.choices, default=Way.PHONE)
    performance = models.CharField(_("履行情况"), max_length=8, choices=Performance.choices)
    text = models.TextField(_("情况"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("回访人"))

    class Meta:
        verbose_name = verbose_name_plural = _("回访记录")
        ordering = ("at", "pk")

    def __str__(self):
        return f"{self.mediation} {self.get_performance_display()}"


class CourtRequest(models.Model):
    """司法确认 (人民调解法 §33): asked for by both sides together within thirty days, and what the court ruled."""

    mediation = models.OneToOneField(Mediation, models.CASCADE, related_name="court_request", verbose_name=_("调解事项"))
    court = models.CharField(_("受理法院"), max_length=60, blank=True)
    asked_at = models.DateTimeField(_("申请时间"))
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("经办人"))
    ruling = models.CharField(_("裁定结果"), max_length=10, choices=Confirmation.choices, blank=True)
    ruling_number = models.CharField(_("裁定书案号"), max_length=60, blank=True)
    ruled_at = models.DateTimeField(_("登记裁定时间"), null=True)

    class Meta:
        verbose_name = verbose_name_plural = _("司法确认申请")

    def __str__(self):
        return f"{self.mediation} {self.court}"
