"""Where a venue stands, and the four grades of its risk."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from emergencies.standards.enums import Grade

__all__ = ["FINAL", "TONES", "Grade", "Publicity", "State"]


class State(models.TextChoices):
    DECLARED = "declared", _("待核实")
    RETURNED = "returned", _("待补正")
    REGISTERED = "registered", _("已登记")
    CLOSED = "closed", _("已关停")


FINAL = frozenset({State.CLOSED})

TONES = {State.DECLARED: "waiting", State.RETURNED: "stopped", State.REGISTERED: "active", State.CLOSED: "stopped"}


class Publicity(models.TextChoices):
    """What everyone may read of the venues of a kind, as far as the law allows it."""

    HIDDEN = "hidden", _("不公开")
    LISTED = "listed", _("公开名单和最近演练")
    GRADED = "graded", _("公开名单、风险等级和最近演练")
