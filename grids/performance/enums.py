"""Where a month stands, what became of an objection, and why a worker was away."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Standing(models.TextChoices):
    CLOSED = "closed", _("已结账，待公布")
    PUBLISHED = "published", _("已向本人公布")


STANDING_TONES = {Standing.CLOSED: "waiting", Standing.PUBLISHED: "done"}


class State(models.TextChoices):
    OPEN = "open", _("待答复")
    UPHELD = "upheld", _("已更正")
    REJECTED = "rejected", _("维持原数")
    TAKEN_BACK = "taken_back", _("已撤回")


FINAL = frozenset({State.UPHELD, State.REJECTED, State.TAKEN_BACK})
TONES = {State.OPEN: "waiting", State.UPHELD: "done", State.REJECTED: "stopped", State.TAKEN_BACK: "stopped"}


class Away(models.TextChoices):
    """Neutral either way; the reason of a leave is nobody's business here."""

    REST = "rest", _("轮休")
    LEAVE = "leave", _("请假、休假")
    ERRAND = "errand", _("抽调、公差")


class Presence(models.TextChoices):
    ATTENDED = "attended", _("参加")
    MISSED = "missed", _("缺席")
    EXCUSED = "excused", _("经准假")
