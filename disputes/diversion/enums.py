"""Where a dispute can be diverted to, and where the diversion stands (Art. 38, 42)."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class State(models.TextChoices):
    PREPARED = "prepared", _("待移送")
    SENT = "sent", _("待接收")
    RECEIVED = "received", _("对方办理中")
    CONCLUDED = "concluded", _("已有结果")
    BROUGHT_BACK = "brought_back", _("已转回调解")
    NOT_TAKEN = "not_taken", _("对方未接收")
    CALLED_OFF = "called_off", _("已撤销")


FINAL = frozenset({State.CONCLUDED, State.BROUGHT_BACK, State.NOT_TAKEN, State.CALLED_OFF})

TONES = {
    State.PREPARED: "waiting",
    State.SENT: "waiting",
    State.RECEIVED: "active",
    State.CONCLUDED: "done",
    State.BROUGHT_BACK: "done",
    State.NOT_TAKEN: "stopped",
    State.CALLED_OFF: "stopped",
}


class Way(models.TextChoices):
    ARBITRATION = "arbitration", _("仲裁")
    RULING = "ruling", _("行政裁决")
    RECONSIDERATION = "reconsideration", _("行政复议")
    PETITION = "petition", _("信访")
    COURT = "court", _("诉讼")


class ConsentWay(models.TextChoices):
    """How the party said that the matter and its papers may be handed over."""

    SIGNED = "signed", _("书面签名")
    SPOKEN = "spoken", _("当面口头，已记录")
    PHONE = "phone", _("电话，已记录")
    WEB = "web", _("网上提交")


class Result(models.TextChoices):
    SETTLED = "settled", _("经对方调解、和解结案")
    DECIDED = "decided", _("已作出裁决、判决或者决定")
    REJECTED = "rejected", _("驳回、不予受理")
    WITHDRAWN = "withdrawn", _("当事人撤回")
