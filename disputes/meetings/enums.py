"""What kind of joint meeting it is, where it stands, and what a member answered."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Kind(models.TextChoices):
    REGULAR = "regular", _("例会")
    SPECIAL = "special", _("专题会议")
    URGENT = "urgent", _("紧急会商")


class State(models.TextChoices):
    PLANNED = "planned", _("筹备中")
    ANNOUNCED = "announced", _("已通知，待召开")
    HELD = "held", _("已召开，待印发纪要")
    CARRYING = "carrying", _("议定事项落实中")
    CLOSED = "closed", _("已办结")
    CANCELLED = "cancelled", _("已取消")


FINAL = frozenset({State.CLOSED, State.CANCELLED})
BEFORE = (State.PLANNED, State.ANNOUNCED)
MET = (State.HELD, State.CARRYING, State.CLOSED)

TONES = {
    State.PLANNED: "waiting",
    State.ANNOUNCED: "active",
    State.HELD: "active",
    State.CARRYING: "active",
    State.CLOSED: "done",
    State.CANCELLED: "stopped",
}


class Reply(models.TextChoices):
    WAITING = "waiting", _("待回复")
    COMING = "coming", _("参加")
    EXCUSED = "excused", _("请假")
