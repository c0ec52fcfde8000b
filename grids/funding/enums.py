"""Where the money of a duty stands."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class State(models.TextChoices):
    OWED = "owed", _("待拨付")
    PAID = "paid", _("待确认到账")
    SETTLED = "settled", _("足额到账")
    WAIVED = "waived", _("不再拨付")


FINAL = frozenset({State.SETTLED, State.WAIVED})
TONES = {State.OWED: "waiting", State.PAID: "active", State.SETTLED: "done", State.WAIVED: "stopped"}


class Outcome(models.TextChoices):
    WAITING = "", _("待确认")
    RECEIVED = "received", _("已到账")
    NOT_RECEIVED = "not_received", _("未到账")


OUTCOME_TONES = {Outcome.WAITING: "waiting", Outcome.RECEIVED: "done", Outcome.NOT_RECEIVED: "danger"}
