"""How a complaint ceases to follow another."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Ending(models.TextChoices):
    CLOSED = "closed", _("随主件办结")
    UNMERGED = "unmerged", _("解除并案")
    RELEASED = "released", _("主件未办结，恢复单独办理")
    WITHDRAWN = "withdrawn", _("反映人撤回")
