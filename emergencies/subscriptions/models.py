"""Who wants to be told of warnings, at which place and of what kinds; and what is sent to them."""

from uuid import NAMESPACE_URL, uuid5

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from emergencies.subscriptions.enums import Sending, Way
from emergencies.warnings.models import WarningMessage
from governance.places.models import Place
from governance.places.rules import ancestors
from governance.privacy.fields import SealedField


class SubscriptionQuerySet(models.QuerySet):
    def confirmed(self):
        return self.exclude(confirmed_at=None)

    def wanting(self, message):
        """Who is told of a message: those at a place it touches who chose its kind, or all kinds."""
        place = Q(pk__in=[])
        for path in message.paths:
            place |= Q(place_path__in=ancestors(path)) | Q(place_path__startswith=path)
        kind = Q(kinds=[]) | Q(kinds__contains=[message.warning.kind.code])
        return self.confirmed().filter(place, kind)


class WarningSubscription(models.Model):
    """One address at one place. Whoever ends it is forgotten: the row goes.

    The address is sealed, and found by its blind index. `kinds` empty: all. `asked_at` is when the last code was asked for, `tries` how
    many wrong ones were given since.
    """

    way = models.CharField(_("方式"), max_length=4, choices=Way.choices)
    address_index = models.CharField(max_length=64, editable=False)
    address = SealedField(_("地址"), kind="text", index="address_index", purpose="warnings.address")
    place = models.ForeignKey(Place, models.PROTECT, related_name="+", verbose_name=_("地方"))
    place_path = models.CharField(max_length=24, db_collation="C", editable=False)
    kinds = ArrayField(models.CharField(max_length=30), default=list, blank=True, verbose_name=_("种类"))
    asked_at = models.DateTimeField(_("申请时间"))
    confirmed_at = models.DateTimeField(_("确认时间"), null=True)
    tries = models.PositiveSmallIntegerField(_("验证次数"), default=0)

    objects = SubscriptionQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("预警订阅")
        constraints = [
            models.UniqueConstraint(fields=["address_index", "place"], name="warning_subscription_once_per_place"),
            models.CheckConstraint(condition=Q(way__in=Way.values), name="warning_subscription_way_is_known"),
        ]
        indexes = [
            models.Index(fields=["place_path"], name="warning_subscription_path", condition=Q(confirmed_at__isnull=False)),
            GinIndex(fields=["kinds"], name="warning_subscription_kinds", fastupdate=False),
        ]

    def __str__(self):
        return self.number

    @property
    def number(self):
        """What the record of openings calls it."""
        return f"DY-{self.pk}"


class SendingQuerySet(models.QuerySet):
    def due(self, at):
        return self.filter(state=Sending.WAITING, next_try_at__lte=at).order_by("next_try_at", "pk")


class WarningSending(models.Model):
    """One message to one subscriber, written with the message itself; without a message it is the code that confirms."""

    subscription = models.ForeignKey(WarningSubscription, models.CASCADE, related_name="sendings", verbose_name=_("订阅"))
    message = models.ForeignKey(WarningMessage, models.PROTECT, null=True, related_name="sendings", verbose_name=_("信息"))
    state = models.CharField(_("状态"), max_length=7, choices=Sending.choices, default=Sending.WAITING)
    attempts = models.PositiveSmallIntegerField(_("已尝试"), default=0)
    made_at = models.DateTimeField(_("生成时间"))
    next_try_at = models.DateTimeField(_("下次发送"), null=True)
    sent_at = models.DateTimeField(_("发送时间"), null=True)
    failure = models.CharField(_("未送达原因"), max_length=200, blank=True)

    objects = SendingQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("订阅信息")
        constraints = [
            models.UniqueConstraint(fields=["subscription", "message"], name="warning_sending_once"),
            models.CheckConstraint(
                condition=Q(state=Sending.WAITING, next_try_at__isnull=False) | (~Q(state=Sending.WAITING) & Q(next_try_at=None)),
                name="warning_sending_waits_for_a_moment",
            ),
        ]
        indexes = [models.Index(fields=["next_try_at", "id"], condition=Q(state=Sending.WAITING), name="warning_sending_due")]

    def __str__(self):
        return f"{self.subscription_id} {self.message_id or ''}"

    @property
    def key(self):
        """The same text for the same message, however often it is handed over."""
        return str(uuid5(NAMESPACE_URL, f"warnings:{self.pk}"))
