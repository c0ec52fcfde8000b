"""What a grid is, and who serves it."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class GridKind(models.TextChoices):
    """Art. 48: base grids tile a village or community, dedicated ones are schools, markets, parks, firms inside it."""

    BASE = "base", _("基础网格")
    DEDICATED = "dedicated", _("专属网格")


class Duty(models.TextChoices):
    RESPONSIBLE = "responsible", _("责任网格员")
    DEPUTY = "deputy", _("协管网格员")


class Size(models.TextChoices):
    """How a base grid stands to the usual number of households: a hint, never an error."""

    FEW = "few", _("户数偏少")
    USUAL = "usual", _("户数适中")
    MANY = "many", _("户数偏多")
