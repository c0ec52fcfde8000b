"""States of a running limit, and where a limit's number of days comes from."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class DeadlineState(models.TextChoices):
    RUNNING = "running", _("计时中")
    PAUSED = "paused", _("已暂停")
    MET = "met", _("已完成")
    DROPPED = "dropped", _("已终止")


class Mark(models.TextChoices):
    """How sure the figure is: read in the law, taken from another city or a secondary source, or the portal's own default."""

    PRIMARY = "A", _("法律法规原文")
    SECONDARY = "B", _("参照外地或二手资料")
    DEFAULT = "M", _("系统默认，可调整")
