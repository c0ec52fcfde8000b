"""Kinds of organisations that serve villages and communities, and whether they still do."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Kind(models.TextChoices):
    """Art. 54, 55, 56."""

    VOLUNTEER = "volunteer", _("志愿服务组织")
    SOCIAL = "social", _("社会组织")
    PROPERTY = "property", _("物业服务企业")


class State(models.TextChoices):
    ACTIVE = "active", _("在册")
    ENDED = "ended", _("已停止服务")


FINAL = frozenset({State.ENDED})
TONES = {State.ACTIVE: "done", State.ENDED: "stopped"}
