"""What the security standard speaks of."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Aspect(models.TextChoices):
    """人防、物防、技防, and what is to be done besides."""

    DUTY = "duty", _("制度")
    PEOPLE = "people", _("人防")
    PHYSICAL = "physical", _("物防")
    TECHNICAL = "technical", _("技防")
