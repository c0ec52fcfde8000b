"""Where a plan of inspections stands."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class State(models.TextChoices):
    DRAFTED = "drafted", _("待审定")
    ANNOUNCED = "announced", _("已公布，待抽取")
    DRAWN = "drawn", _("检查中")
    ENDED = "ended", _("已完成")
    WITHDRAWN = "withdrawn", _("已撤回")


FINAL = frozenset({State.ENDED, State.WITHDRAWN})
PUBLISHED = (State.ANNOUNCED, State.DRAWN, State.ENDED)
TONES = {
    State.DRAFTED: "waiting",
    State.ANNOUNCED: "active",
    State.DRAWN: "active",
    State.ENDED: "done",
    State.WITHDRAWN: "stopped",
}
