"""What a report of an incident is: the first, one level upwards, a follow-up, the last, or a change afterwards."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Kind(models.TextChoices):
    """The values are the steps of the incident that make such a report."""

    FIRST = "first_report", _("首报")
    UPWARD = "report_up", _("逐级上报")
    FOLLOW_UP = "follow_up", _("续报")
    FINAL = "final_report", _("终报")
    SUPPLEMENT = "supplement", _("补报")
