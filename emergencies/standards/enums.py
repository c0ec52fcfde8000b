"""What the security standard speaks of, and the grades of risk it and the venues go by."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Aspect(models.TextChoices):
    """人防、物防、技防, and what is to be done besides."""

    DUTY = "duty", _("制度")
    PEOPLE = "people", _("人防")
    PHYSICAL = "physical", _("物防")
    TECHNICAL = "technical", _("技防")


class Grade(models.TextChoices):
    """The four colours of graded risk control; each value is also the tone of its badge."""

    RED = "red", _("红色 · 重大风险")
    ORANGE = "orange", _("橙色 · 较大风险")
    YELLOW = "yellow", _("黄色 · 一般风险")
    BLUE = "blue", _("蓝色 · 低风险")
