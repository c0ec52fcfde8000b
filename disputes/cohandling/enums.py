"""Where the part of a co-handling office stands."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class State(models.TextChoices):
    ISSUED = "issued", _("待签收")
    SIGNED = "signed", _("协办中")
    REPORTED = "reported", _("已反馈")
    WAIVED = "waived", _("主办不再等待")
    ENDED = "ended", _("随主件结束")


OUTSTANDING = (State.ISSUED, State.SIGNED)
FINAL = frozenset({State.REPORTED, State.WAIVED, State.ENDED})

TONES = {
    State.ISSUED: "waiting",
    State.SIGNED: "active",
    State.REPORTED: "done",
    State.WAIVED: "stopped",
    State.ENDED: "stopped",
}
