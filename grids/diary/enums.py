"""What an entry of the diary is, and where it stands."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class State(models.TextChoices):
    FRESH = "fresh", _("当日记录")
    KEPT = "kept", _("待阅")
    READ = "read", _("已阅")


FINAL = frozenset({State.READ})
TONES = {State.FRESH: "waiting", State.KEPT: "active", State.READ: "done"}


class Kind(models.TextChoices):
    VISIT = "visit", _("走访")
    MEETING = "meeting", _("会议")
    DEMAND = "demand", _("诉求")
    PUBLICITY = "publicity", _("宣传")
