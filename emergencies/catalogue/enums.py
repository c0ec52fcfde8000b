"""What is kept in reserve, and which departments keep it (Art. 37)."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Category(models.TextChoices):
    """The kinds of goods Art. 37 names."""

    RELIEF = "relief", _("救灾物资")
    EPIDEMIC = "epidemic", _("防疫物资")
    STAPLE = "staple", _("重要物资")
    DAILY = "daily", _("基本生活物资")


class Keeper(models.TextChoices):
    """The departments that keep reserves, by the trade of their offices."""

    EMERGENCY = "emergency", _("应急管理部门")
    DEVELOPMENT = "development", _("发展和改革部门")
    HEALTH = "health", _("卫生健康部门")
    COMMERCE = "commerce", _("商务部门")
    FARMING = "farming", _("农牧部门")
