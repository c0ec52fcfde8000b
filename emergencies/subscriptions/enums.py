"""By which way a subscriber is told, and what became of a message."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Way(models.TextChoices):
    MAIL = "mail", _("邮件")
    SMS = "sms", _("短信")


class Sending(models.TextChoices):
    WAITING = "waiting", _("待发送")
    SENT = "sent", _("已发送")
    FAILED = "failed", _("发送失败")
