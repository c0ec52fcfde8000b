"""Where a drill stands, the ways to hold one, and what came of it."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class State(models.TextChoices):
    DUE = "due", _("待安排")
    PLANNED = "planned", _("已计划")
    ANNOUNCED = "announced", _("已公告")
    HELD = "held", _("待总结评估")
    EVALUATED = "evaluated", _("待报送")
    IMPROVING = "improving", _("措施落实中")
    REPORTED = "reported", _("已报送")
    DROPPED = "dropped", _("已终止")


FINAL = frozenset({State.REPORTED, State.DROPPED})
OWED = (State.DUE, State.PLANNED, State.ANNOUNCED)  # not held yet
COMING = (State.PLANNED, State.ANNOUNCED)  # it has its day
RUNNING = (*OWED, State.HELD, State.EVALUATED)  # the duty itself; what its evaluation asks for may go on beside the next one
DONE = (State.HELD, State.EVALUATED, State.IMPROVING, State.REPORTED)
TONES = {
    State.DUE: "waiting",
    State.PLANNED: "active",
    State.ANNOUNCED: "active",
    State.HELD: "active",
    State.EVALUATED: "active",
    State.IMPROVING: "waiting",
    State.REPORTED: "done",
    State.DROPPED: "stopped",
}


class Type(models.TextChoices):
    TABLE_TOP = "table_top", _("桌面推演")
    LIVE = "live", _("实战演练")
    FUNCTIONAL = "functional", _("功能演练（单项）")


class Verdict(models.TextChoices):
    """How far the drill reached what it was for."""

    REACHED = "reached", _("达到预期目标")
    PARTLY = "partly", _("基本达到预期目标")
    MISSED = "missed", _("没有达到预期目标，须重新演练")
