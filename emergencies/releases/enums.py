"""Where a release order stands, and what goods are released for."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class State(models.TextChoices):
    ORDERED = "ordered", _("待备货")
    PICKED = "picked", _("待出库")
    OUT = "out", _("在途")
    RECEIVED = "received", _("已签收")
    CLOSED = "closed", _("已办结")
    WITHDRAWN = "withdrawn", _("已撤销")


FINAL = frozenset({State.CLOSED, State.WITHDRAWN})
TONES = {
    State.ORDERED: "waiting",
    State.PICKED: "active",
    State.OUT: "active",
    State.RECEIVED: "active",
    State.CLOSED: "done",
    State.WITHDRAWN: "stopped",
}


class Purpose(models.TextChoices):
    """Why goods leave a shelf. Nothing leaves it but by an order."""

    USE = "use", _("应急动用")
    TRANSFER = "transfer", _("仓库间调拨")
    ROTATE = "rotate", _("轮换出库")
    SCRAP = "scrap", _("报废")


OUTWARD = (Purpose.ROTATE, Purpose.SCRAP)  # nobody within the portal receives it
