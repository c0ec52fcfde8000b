"""Where a joint mediation stands, and what an invited body says."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class State(models.TextChoices):
    INVITING = "inviting", _("待各单位答复")
    RUNNING = "running", _("联合调解中")
    CONCLUDED = "concluded", _("已结束")
    CALLED_OFF = "called_off", _("已终止")


FINAL = frozenset({State.CONCLUDED, State.CALLED_OFF})

TONES = {
    State.INVITING: "waiting",
    State.RUNNING: "active",
    State.CONCLUDED: "done",
    State.CALLED_OFF: "stopped",
}


class Stance(models.TextChoices):
    JOINS = "joins", _("参加联合调解")
    DECLINES = "declines", _("不参加")


STANCE_TONES = {Stance.JOINS: "done", Stance.DECLINES: "stopped"}
