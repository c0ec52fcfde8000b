"""Where a yearly purchase plan stands."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class State(models.TextChoices):
    DRAFTED = "drafted", _("编制中")
    CIRCULATED = "circulated", _("会签中")
    APPROVED = "approved", _("执行中")
    FINISHED = "finished", _("已完成")
    WITHDRAWN = "withdrawn", _("已撤回")


FINAL = frozenset({State.FINISHED, State.WITHDRAWN})
SETTLED = (State.APPROVED, State.FINISHED)
TONES = {
    State.DRAFTED: "waiting",
    State.CIRCULATED: "waiting",
    State.APPROVED: "active",
    State.FINISHED: "done",
    State.WITHDRAWN: "stopped",
}
