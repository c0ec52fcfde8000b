"""Files about incidents exchanged with other cities (Art. 8: 跨市域重大灾害事故和传染病疫情联防联控), each kept exactly as it went."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from emergencies.cooperation.models import Partner
from emergencies.exchanges.enums import TONES, Direction
from emergencies.exchanges.rules import spoken
from emergencies.incidents.models import Incident


class ExchangeQuerySet(models.QuerySet):
    def of_seen(self, user, capability):
        """Those of incidents the person may see by the capability."""
        return self.filter(incident__in=Incident.objects.visible_to(user, capability))

    def for_list(self):
        return self.select_related("partner", "incident__place", "by").order_by("-at", "-pk")


class Exchange(models.Model):
    """One file: of an incident here told to a partner, or of one there told to us. `number` is the incident's in the city it comes from;
    `serial` counts its files, so that a later one follows the earlier and never replaces it."""

    direction = models.CharField(_("方向"), max_length=8, choices=Direction.choices)
    partner = models.ForeignKey(Partner, models.PROTECT, related_name="exchanges", verbose_name=_("协作城市"))
    incident = models.ForeignKey(Incident, models.PROTECT, related_name="exchanges", verbose_name=_("突发事件"))
    number = models.CharField(_("来源城市编号"), max_length=40)
    serial = models.PositiveSmallIntegerField(_("次数"))
    content = models.JSONField(_("内容"))
    checksum = models.CharField(_("校验值"), max_length=64)
    at = models.DateTimeField(_("时间"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("经办人"))
    answered_at = models.DateTimeField(_("对方确认时间"), null=True, blank=True)
    answered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("登记人"))
    answer = models.CharField(_("对方答复"), max_length=300, blank=True)

    objects = ExchangeQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("跨市通报")
        ordering = ("-at", "-pk")
        constraints = [
            models.UniqueConstraint(fields=["direction", "partner", "number", "serial"], name="exchange_serial_once"),
            models.CheckConstraint(
                condition=Q(answered_at=None, answer="") | Q(answered_at__isnull=False), name="exchange_answer_has_moment"
            ),
        ]
        indexes = [models.Index(fields=["at"], name="exchange_at")]

    def __str__(self):
        return f"{self.number}-{self.serial}"

    def get_absolute_url(self):
        return reverse("exchanges_detail", args=[self.pk])

    @property
    def tone(self):
        return TONES[self.direction]

    @property
    def spoken_checksum(self):
        return spoken(self.checksum)

    @property
    def is_sent(self):
        return self.direction == Direction.SENT
