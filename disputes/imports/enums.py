"""Where an uploaded sheet stands, and what became of each of its rows."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class State(models.TextChoices):
    CHECKING = "checking", _("检查中")
    CHECKED = "checked", _("待导入")
    NOTHING = "nothing", _("没有可导入的行")
    TAKING = "taking", _("导入中")
    DONE = "done", _("已导入")
    REFUSED = "refused", _("无法读取")


TONES = {
    State.CHECKING: "active",
    State.CHECKED: "waiting",
    State.NOTHING: "stopped",
    State.TAKING: "active",
    State.DONE: "done",
    State.REFUSED: "stopped",
}
AT_WORK = (State.CHECKING, State.TAKING)


class Outcome(models.TextChoices):
    BAD = "bad", _("有误")
    KNOWN = "known", _("先前已导入")
    TAKEN = "taken", _("已导入")
