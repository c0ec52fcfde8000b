"""Where a venue stands, and the four grades of its risk."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class State(models.TextChoices):
    DECLARED = "declared", _("待核实")
    RETURNED = "returned", _("待补正")
    REGISTERED = "registered", _("已登记")
    CLOSED = "closed", _("已关停")


FINAL = frozenset({State.CLOSED})

TONES = {State.DECLARED: "waiting", State.RETURNED: "stopped", State.REGISTERED: "active", State.CLOSED: "stopped"}


class Grade(models.TextChoices):
    """The four colours of graded risk control; each value is also the tone of its badge."""

    RED = "red", _("红色 · 重大风险")
    ORANGE = "orange", _("橙色 · 较大风险")
    YELLOW = "yellow", _("黄色 · 一般风险")
    BLUE = "blue", _("蓝色 · 低风险")


class Publicity(models.TextChoices):
    """What everyone may read of the venues of a kind, as far as the law allows it."""

    HIDDEN = "hidden", _("不公开")
    LISTED = "listed", _("公开名单和最近演练")
    GRADED = "graded", _("公开名单、风险等级和最近演练")
