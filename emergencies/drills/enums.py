"""Where a drill stands, and the ways to hold one."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class State(models.TextChoices):
    DUE = "due", _("待安排")
    PLANNED = "planned", _("已计划")
    HELD = "held", _("待总结评估")
    EVALUATED = "evaluated", _("待报送")
    REPORTED = "reported", _("已报送")
    DROPPED = "dropped", _("已终止")


FINAL = frozenset({State.REPORTED, State.DROPPED})
OWED = (State.DUE, State.PLANNED)  # not held yet
TONES = {
    State.DUE: "waiting",
    State.PLANNED: "active",
    State.HELD: "active",
    State.EVALUATED: "active",
    State.REPORTED: "done",
    State.DROPPED: "stopped",
}


class Type(models.TextChoices):
    TABLE_TOP = "table_top", _("桌面推演")
    LIVE = "live", _("实战演练")
    FUNCTIONAL = "functional", _("功能演练（单项）")
