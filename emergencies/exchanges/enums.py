"""Which way a file goes."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Direction(models.TextChoices):
    SENT = "sent", _("发出")
    RECEIVED = "received", _("收到")


TONES = {Direction.SENT: "active", Direction.RECEIVED: "waiting"}
