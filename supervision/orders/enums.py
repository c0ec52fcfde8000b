"""Where an order to rectify stands, and how it was served."""

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


class Way(models.TextChoices):
    """How a document is served (common practice of administrative service)."""

    DIRECT = "direct", _("直接送达")
    LEFT = "left", _("留置送达")
    POST = "post", _("邮寄送达")
    ELECTRONIC = "electronic", _("电子送达")
