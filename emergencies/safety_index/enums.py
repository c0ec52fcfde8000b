"""Where an edition of the index stands, how much of a place's result is public, and the colours of its bands."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class State(models.TextChoices):
    DRAFTED = "drafted", _("编制中")
    SUBMITTED = "submitted", _("待审定")
    PUBLISHED = "published", _("已发布")
    REPLACED = "replaced", _("已被更正")
    DROPPED = "dropped", _("已作废")


FINAL = frozenset({State.PUBLISHED, State.REPLACED, State.DROPPED})
RUNNING = (State.DRAFTED, State.SUBMITTED)
PUBLIC = (State.PUBLISHED, State.REPLACED)
TONES = {
    State.DRAFTED: "waiting",
    State.SUBMITTED: "active",
    State.PUBLISHED: "done",
    State.REPLACED: "stopped",
    State.DROPPED: "stopped",
}


class Tone(models.TextChoices):
    """The colours of the bands, best first; a word always goes with them."""

    BLUE = "blue", _("蓝色")
    YELLOW = "yellow", _("黄色")
    ORANGE = "orange", _("橙色")
    RED = "red", _("红色")


class Shows(models.TextChoices):
    """How much of a result may be read in public: what rests on few cases or few people tells of single ones."""

    FULL = "full", _("指数、等级和各项")
    WHOLE = "whole", _("指数（整数）和等级")
    BAND = "band", _("等级")
    NOTHING = "nothing", _("不公布")
