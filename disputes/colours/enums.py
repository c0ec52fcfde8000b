"""What the colour of a dispute follows from by itself; everything else is ticked by the mediator who knows the matter."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Fact(models.TextChoices):
    """Facts of the matter the portal knows. None is about who a person is."""

    PARTIES = "parties", _("当事人达到的人数")
    POLICE = "police", _("已向公安机关报告险情")
    NOT_HELD = "not_held", _("约定后未能举行的次数")
    AREAS = "areas", _("涉及的旗县区个数")
