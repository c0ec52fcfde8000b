"""Where an order to rectify stands."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class State(models.TextChoices):
    DRAFTED = "drafted", _("待送达")
    SERVED = "served", _("整改中")
    REPORTED = "reported", _("待复查")
    CLOSED = "closed", _("已办结")
    WITHDRAWN = "withdrawn", _("已撤销")


FINAL = frozenset({State.CLOSED, State.WITHDRAWN})

TONES = {
    State.DRAFTED: "waiting",
    State.SERVED: "active",
    State.REPORTED: "waiting",
    State.CLOSED: "done",
    State.WITHDRAWN: "stopped",
}
