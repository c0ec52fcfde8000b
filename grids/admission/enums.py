"""Where a duty of the grid comes from."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Source(models.TextChoices):
    """Art. 51 names the worker's own duties; every other one enters by admission (Art. 49)."""

    REGULATION = "regulation", _("法定职责")
    ADMITTED = "admitted", _("准入事项")
