"""By which way a notice goes, and what became of it."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Channel(models.TextChoices):
    IN_APP = "in_app", _("站内")
    MAIL = "mail", _("邮件")
    SMS = "sms", _("短信")


class NoticeState(models.TextChoices):
    """`UNREACHABLE` is nobody's fault: there is no address a message could go to. `FAILED` is for an administrator
    to look at.
    """

    WAITING = "waiting", _("待发送")
    SENT = "sent", _("已送达")
    FAILED = "failed", _("发送失败")
    UNREACHABLE = "unreachable", _("无法送达")


TONES = {
    NoticeState.WAITING: "waiting",
    NoticeState.SENT: "done",
    NoticeState.FAILED: "danger",
    NoticeState.UNREACHABLE: "stopped",
}
