"""Where a call for volunteers stands, and what became of a place in it."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class State(models.TextChoices):
    DRAFT = "draft", _("待发布")
    OPEN = "open", _("招募中")
    DONE = "done", _("已确认时长")
    CANCELLED = "cancelled", _("已取消")


FINAL = frozenset({State.DONE, State.CANCELLED})
PUBLIC = frozenset({State.OPEN, State.DONE, State.CANCELLED})
TONES = {State.DRAFT: "waiting", State.OPEN: "active", State.DONE: "done", State.CANCELLED: "stopped"}


class Standing(models.TextChoices):
    """Of one person's place. It says nothing about the person."""

    SIGNED = "signed", _("已报名")
    WITHDRAWN = "withdrawn", _("已撤回")
    ATTENDED = "attended", _("已参加")
    ABSENT = "absent", _("未参加")


STANDING_TONES = {Standing.SIGNED: "active", Standing.WITHDRAWN: "stopped", Standing.ATTENDED: "done", Standing.ABSENT: "neutral"}
