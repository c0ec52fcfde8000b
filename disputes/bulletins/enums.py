"""Where a bulletin stands."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class State(models.TextChoices):
    DRAFT = "draft", _("待公布")
    PUBLISHED = "published", _("已公布")
    REPLACED = "replaced", _("已更正")  # a later version stands in its place; it stays readable


TONES = {State.DRAFT: "waiting", State.PUBLISHED: "done", State.REPLACED: "stopped"}
