"""Where a joint meeting of cities stands, and its two sorts."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class State(models.TextChoices):
    DUE = "due", _("待安排")
    PLANNED = "planned", _("已安排")
    HELD = "held", _("待印发纪要")
    CARRYING = "carrying", _("议定事项落实中")
    CLOSED = "closed", _("已办结")
    CANCELLED = "cancelled", _("已取消")


FINAL = frozenset({State.CLOSED, State.CANCELLED})
BEFORE = (State.DUE, State.PLANNED)
MET = (State.HELD, State.CARRYING, State.CLOSED)
TONES = {
    State.DUE: "waiting",
    State.PLANNED: "active",
    State.HELD: "waiting",
    State.CARRYING: "active",
    State.CLOSED: "done",
    State.CANCELLED: "stopped",
}


class Kind(models.TextChoices):
    REGULAR = "regular", _("定期会商")
    SPECIAL = "special", _("专题会商")
