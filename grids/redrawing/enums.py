"""The three ways in which grids are redrawn."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Way(models.TextChoices):
    SPLIT = "split", _("拆分")
    MERGE = "merge", _("合并")
    CLOSE = "close", _("停用")
