"""Where a tip stands."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class State(models.TextChoices):
    SENT = "sent", _("待签收")
    SIGNED = "signed", _("落实中")
    REPORTED = "reported", _("待确认")
    CLOSED = "closed", _("已落实")


FINAL = frozenset({State.CLOSED})
TONES = {State.SENT: "waiting", State.SIGNED: "active", State.REPORTED: "waiting", State.CLOSED: "done"}
