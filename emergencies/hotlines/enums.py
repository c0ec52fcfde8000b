"""What became of a message, and why one was turned away."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Outcome(models.TextChoices):
    """Of a message that was rightly signed."""

    RECEIVED = "received", _("已收到，待处理")  # kept before anything else: what fails after it is sent again by the hotline
    CREATED = "created", _("已生成突发事件")
    UPDATED = "updated", _("已补充到突发事件")
    UNCHANGED = "unchanged", _("没有新内容")
    WAITING = "waiting", _("要素不全，等待主件")
    DUPLICATE = "duplicate", _("重复来件")
    CONFLICT = "conflict", _("同一修订号内容不一致")
    INVALID = "invalid", _("内容有误")


TAKEN = (Outcome.CREATED, Outcome.UPDATED, Outcome.UNCHANGED, Outcome.WAITING)  # what the matter is put together of
REFUSED = (Outcome.CONFLICT, Outcome.INVALID)
TONES = {
    Outcome.RECEIVED: "waiting",
    Outcome.CREATED: "done",
    Outcome.UPDATED: "done",
    Outcome.UNCHANGED: "neutral",
    Outcome.WAITING: "waiting",
    Outcome.DUPLICATE: "neutral",
    Outcome.CONFLICT: "danger",
    Outcome.INVALID: "danger",
}


class Reason(models.TextChoices):
    """Why a message was turned away before anybody read it."""

    HEADERS = "headers", _("缺少签名要素或者格式不对")
    KEY = "key", _("密钥不存在或者已停用，签名未证实")
    ENDED = "ended", _("密钥已停用，签名正确")  # proven: the hotline itself still signs with it
    CLOSED = "closed", _("热线已停用，签名正确")
    TIME = "time", _("时间戳超出允许范围")
    SIGNATURE = "signature", _("签名不正确")
    REPLAYED = "replayed", _("随机串已经用过（重放）")
    TOO_LARGE = "too_large", _("内容过大")


class Status(models.TextChoices):
    """How the hotline itself stands with the matter."""

    OPEN = "open", _("处置中")
    CLOSED = "closed", _("热线已处置完毕")
    FALSE_ALARM = "false_alarm", _("热线核实为误报")
