"""Where an inspection stands, what was found of an item, and how the record was signed."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class State(models.TextChoices):
    PLANNED = "planned", _("待检查")
    RECORDED = "recorded", _("待第二名检查人员确认")
    DONE = "done", _("已完成")
    EXCUSED = "excused", _("已取消")


FINAL = frozenset({State.DONE, State.EXCUSED})
TONES = {State.PLANNED: "waiting", State.RECORDED: "active", State.DONE: "done", State.EXCUSED: "stopped"}


class Result(models.TextChoices):
    FITS = "fits", _("符合")
    WRONG = "wrong", _("不符合")
    NONE = "none", _("不涉及")


RESULT_TONES = {Result.FITS: "done", Result.WRONG: "danger", Result.NONE: "neutral"}


class Signed(models.TextChoices):
    """How the one who was there for the site answered for the record."""

    DRAWN = "drawn", _("当场签名")
    TYPED = "typed", _("当场输入姓名确认")
    REFUSED = "refused", _("拒绝签名")
