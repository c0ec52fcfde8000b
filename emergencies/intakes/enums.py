"""Where a receipt stands, and where its goods come from."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class State(models.TextChoices):
    REGISTERED = "registered", _("待验收")
    ACCEPTED = "accepted", _("已入库")
    REJECTED = "rejected", _("已拒收")


FINAL = frozenset({State.ACCEPTED, State.REJECTED})
TONES = {State.REGISTERED: "waiting", State.ACCEPTED: "done", State.REJECTED: "stopped"}


class Origin(models.TextChoices):
    PURCHASE = "purchase", _("购置")
    DONATION = "donation", _("捐赠")
    ALLOCATION = "allocation", _("上级调拨")
    TAKEOVER = "takeover", _("期初建账")
