"""Where a count of a warehouse stands."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class State(models.TextChoices):
    DUE = "due", _("待盘点")
    COUNTED = "counted", _("待审核")
    SETTLED = "settled", _("已完成")
    DROPPED = "dropped", _("已取消")


FINAL = frozenset({State.SETTLED, State.DROPPED})
TONES = {State.DUE: "waiting", State.COUNTED: "waiting", State.SETTLED: "done", State.DROPPED: "stopped"}
