"""The hotlines, their keys, the matters they report, and every message as it came."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from emergencies.hotlines.enums import TAKEN, TONES, Outcome, Reason, Status
from emergencies.incidents.enums import Source
from emergencies.incidents.models import Incident
from governance.privacy.fields import SealedField

NUMBER = 60  # letters an incident keeps of the number its source gave it


class HotlineQuerySet(models.QuerySet):
    def in_use(self):
        return self.filter(closed_at=None)


class Hotline(models.Model):
    """A hotline of the city: the four Art. 31 para 2 names (`source` is their number), and others an administrator adds.

    A closed one sends nothing any more; what it sent stays.
    """

    code = models.CharField(_("热线号码"), max_length=10, unique=True)
    name = models.CharField(_("名称"), max_length=40)
    source = models.CharField(_("来源类别"), max_length=12, choices=Source.choices, default=Source.OTHER_HOTLINE)
    closed_at = models.DateTimeField(_("停用时间"), null=True)
    closed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("停用人"))

    objects = HotlineQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("热线")
        ordering = ("code",)

    def __str__(self):
        return f"{self.code} {self.name}"

    def get_absolute_url(self):
        return reverse("hotlines_hotline", args=[self.code])

    def number_of(self, number):
        """What an incident keeps of the hotline's own number: two hotlines of one kind may use the same."""
        return number if self.source == self.code else f"{self.code}-{number}"[:NUMBER]


class HotlineKeyQuerySet(models.QuerySet):
    def live(self, at):
        return self.filter(Q(ends_at=None) | Q(ends_at__gt=at))


class HotlineKey(models.Model):
    """What a hotline signs with. The secret is sealed: it is shown once, when it is made, and opened by the check of a signature alone.

    A key that was changed stays good until `ends_at`, so that the hotline loses no message while it changes over.
    """

    hotline = models.ForeignKey(Hotline, models.PROTECT, related_name="keys", verbose_name=_("热线"))
    name = models.CharField(_("密钥编号"), max_length=40, unique=True)
    secret = SealedField(kind="text")
    issued_at = models.DateTimeField(_("生成时间"))
    issued_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("生成人"))
    ends_at = models.DateTimeField(_("停用时间"), null=True)
    ended_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("停用人"))

    objects = HotlineKeyQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("热线密钥")
        ordering = ("-issued_at", "-pk")
        constraints = [models.UniqueConstraint(fields=["hotline"], condition=Q(ends_at=None), name="hotline_one_key_without_end")]

    def __str__(self):
        return self.name

    def is_live(self, at):
        return self.ends_at is None or self.ends_at > at


class HotlineCallQuerySet(models.QuerySet):
    def waiting(self):
        return self.filter(incident=None)


class HotlineCall(models.Model):
    """A matter under the hotline's own number: what its messages say together, and the incident it became.

    `facts` hold nothing of a person; who called is sealed. Without what is needed to send somebody out it waits, and has no incident yet.
    """

    hotline = models.ForeignKey(Hotline, models.PROTECT, related_name="calls", verbose_name=_("热线"))
    number = models.CharField(_("热线编号"), max_length=64)
    revision = models.PositiveIntegerField(_("最高修订号"), default=0)
    facts = models.JSONField(_("合并后的内容"), default=dict)
    caller_name = SealedField(kind="name", blank=True, default="")
    caller_phone = SealedField(kind="phone", blank=True, default="")
    caller_revision = models.PositiveIntegerField(default=0)
    incident = models.ForeignKey(Incident, models.PROTECT, null=True, related_name="calls", verbose_name=_("突发事件"))
    first_at = models.DateTimeField(_("首次收到"))
    last_at = models.DateTimeField(_("最近收到"))

    objects = HotlineCallQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("热线来件")
        ordering = ("-last_at", "-pk")
        constraints = [models.UniqueConstraint(fields=["hotline", "number"], name="call_once_per_hotline")]
        indexes = [models.Index(fields=["first_at"], name="call_waiting", condition=Q(incident=None))]

    def __str__(self):
        return f"{self.hotline_id}-{self.number}"

    @property
    def status_label(self):
        return Status(self.facts.get("status", Status.OPEN)).label


class HotlineMessageQuerySet(models.QuerySet):
    def taken(self):
        return self.filter(outcome__in=TAKEN)

    def for_list(self):
        return self.select_related("hotline", "call__incident").order_by("-received_at", "-pk")


class HotlineMessage(models.Model):
    """A rightly signed message exactly as it was received; its text may name people and is sealed. Nothing of it is ever changed but
    what became of it."""

    hotline = models.ForeignKey(Hotline, models.PROTECT, related_name="messages", verbose_name=_("热线"))
    key = models.ForeignKey(HotlineKey, models.PROTECT, related_name="messages", verbose_name=_("密钥"))
    call = models.ForeignKey(HotlineCall, models.PROTECT, null=True, related_name="messages", verbose_name=_("热线来件"))
    nonce = models.CharField(_("随机串"), max_length=64)
    sent_at = models.DateTimeField(_("发送时间"))
    received_at = models.DateTimeField(_("收到时间"))
    body = SealedField(kind="text")
    size = models.PositiveIntegerField(_("大小（字节）"))
    call_number = models.CharField(_("热线编号"), max_length=64, blank=True)  # as far as it could be read
    revision = models.PositiveIntegerField(_("修订号"), null=True)
    facts = models.JSONField(_("内容"), default=dict)
    digest = models.CharField(max_length=64, blank=True)
    outcome = models.CharField(_("处理结果"), max_length=10, choices=Outcome.choices, default=Outcome.RECEIVED)
    told = models.JSONField(_("答复"), default=dict)  # {field: what is wrong with it}

    objects = HotlineMessageQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("热线消息")
        ordering = ("-received_at", "-pk")
        constraints = [
            models.UniqueConstraint(fields=["hotline", "nonce"], name="hotline_nonce_once"),
            models.UniqueConstraint(fields=["call", "revision"], condition=Q(outcome__in=TAKEN), name="call_revision_once"),
        ]
        indexes = [models.Index(fields=["received_at"], name="hotline_message_received")]

    def __str__(self):
        return f"{self.call_number}-{self.revision}"

    @property
    def number(self):
        """By which the record of openings names it."""
        return f"{self.hotline.code}-{self.pk}"

    @property
    def tone(self):
        return TONES[self.outcome]


class HotlineRefusal(models.Model):
    """Messages turned away unread, counted by the hour, the reason and where they came from: whoever sends many fills no table."""

    hour = models.DateTimeField(_("时段"))
    reason = models.CharField(_("原因"), max_length=12, choices=Reason.choices)
    key_name = models.CharField(_("所称密钥编号"), max_length=40, blank=True)
    network = models.CharField(_("来源地址"), max_length=50)
    count = models.PositiveIntegerField(_("次数"), default=1)
    last_at = models.DateTimeField(_("最近一次"))

    class Meta:
        verbose_name = verbose_name_plural = _("热线拒收记录")
        ordering = ("-last_at", "-pk")
        constraints = [models.UniqueConstraint(fields=["hour", "reason", "key_name", "network"], name="hotline_refusal_once_an_hour")]
        indexes = [models.Index(fields=["last_at"], name="hotline_refusal_last")]

    def __str__(self):
        return f"{self.reason} × {self.count}"
