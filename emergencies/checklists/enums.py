"""What a check list is about, and how grave it is when something is not in order."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Topic(models.TextChoices):
    """The fields of Art. 24, 27, 34 and 35."""

    FIRE = "fire", _("消防安全")
    GAS = "gas", _("燃气安全")
    LOGISTICS = "logistics", _("寄递物流")
    TRADES = "trades", _("重点行业、重点物品")


class Weight(models.TextChoices):
    """What a failed item usually amounts to; the inspector decides on the spot."""

    GENERAL = "general", _("一般隐患")
    MAJOR = "major", _("重大隐患")
