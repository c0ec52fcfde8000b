"""The outbox: one row per event, recipient and way, written in the transaction of the event."""

from uuid import NAMESPACE_URL, uuid5

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.lookups import IsNull
from django.utils.translation import gettext_lazy as _

from governance.notices.enums import Channel, NoticeState
from governance.timeline.models import Event

UNREAD_FIRST = (IsNull(F("read_at"), True).desc(), F("at").desc(), F("id").desc())


class NoticeQuerySet(models.QuerySet):
    def inbox_of(self, user):
        """What a person finds in the portal, unread first."""
        return self.filter(recipient=user, channel=Channel.IN_APP).order_by(*UNREAD_FIRST)

    def unread(self):
        return self.filter(read_at=None)

    def outgoing(self):
        """What leaves the portal."""
        return self.exclude(channel=Channel.IN_APP)

    def waiting(self):
        return self.filter(state=NoticeState.WAITING)

    def failed(self):
        return self.filter(state=NoticeState.FAILED)

    def due(self, at):
        """What is to be sent by now, the longest waiting first."""
        return self.waiting().filter(next_try_at__lte=at).order_by("next_try_at", "pk")


class Notice(models.Model):
    """One message to one person by one way. A `recipient` of None is the person concerned, whose number stays
    sealed in the case.
    """

    event = models.ForeignKey(Event, models.PROTECT, related_name="notices")
    rule = models.CharField(_("规则"), max_length=80)
    recipient = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="notices", verbose_name=_("收件人"))
    channel = models.CharField(_("方式"), max_length=8, choices=Channel.choices)
    case_number = models.CharField(_("事项编号"), max_length=40)
    title = models.CharField(_("标题"), max_length=120)
    body = models.TextField(_("内容"))
    path = models.CharField(_("页面"), max_length=200, blank=True)
    at = models.DateTimeField(_("时间"))
    state = models.CharField(_("状态"), max_length=12, choices=NoticeState.choices, default=NoticeState.WAITING)
    attempts = models.PositiveSmallIntegerField(_("已尝试"), default=0)
    next_try_at = models.DateTimeField(_("下次发送"), null=True)
    failure = models.CharField(_("未送达原因"), max_length=200, blank=True)
    sent_at = models.DateTimeField(_("送达时间"), null=True)
    read_at = models.DateTimeField(_("阅读时间"), null=True)

    objects = NoticeQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("通知")
        constraints = [
            models.UniqueConstraint(fields=["event", "recipient", "channel"], nulls_distinct=False, name="notice_once_per_event_and_way"),
            models.CheckConstraint(condition=Q(channel__in=Channel.values), name="notice_channel_is_known"),
            models.CheckConstraint(
                condition=Q(recipient=None, channel=Channel.SMS) | (Q(recipient__isnull=False) & ~Q(channel=Channel.SMS)),
                name="notice_text_message_to_the_person_concerned_alone",
            ),
            models.CheckConstraint(
                condition=Q(state=NoticeState.WAITING, next_try_at__isnull=False, sent_at=None)
                | Q(state=NoticeState.SENT, next_try_at=None, sent_at__isnull=False)
                | (Q(state__in=[NoticeState.FAILED, NoticeState.UNREACHABLE], next_try_at=None, sent_at=None) & ~Q(failure="")),
                name="notice_state_has_its_facts",
            ),
        ]
        indexes = [
            models.Index(fields=["next_try_at", "id"], condition=Q(state=NoticeState.WAITING), name="notice_due"),
            models.Index(fields=["at"], condition=Q(state=NoticeState.FAILED), name="notice_failed"),
            models.Index("recipient", *UNREAD_FIRST, condition=Q(channel=Channel.IN_APP), name="notice_inbox"),
            models.Index(fields=["recipient"], condition=Q(channel=Channel.IN_APP, read_at=None), name="notice_unread"),
        ]

    def __str__(self):
        return f"{self.case_number} {self.title}"

    @property
    def key(self):
        """The same text for the same message, however often it is handed over: gateways and mailboxes drop the
        second one.
        """
        return str(uuid5(NAMESPACE_URL, f"notice:{self.event_id}:{self.recipient_id or ''}:{self.channel}"))

    @property
    def is_unread(self):
        return self.read_at is None
