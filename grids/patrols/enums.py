"""Where a patrol stands, how often one is walked, and what was seen at a point."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class State(models.TextChoices):
    PLANNED = "planned", _("待巡查")
    UNDER_WAY = "under_way", _("巡查中")
    OVERDUE = "overdue", _("逾期待补巡")
    DONE = "done", _("已完成")
    MISSED = "missed", _("漏巡")
    EXCUSED = "excused", _("已免除")


FINAL = frozenset({State.DONE, State.MISSED, State.EXCUSED})
IN_TIME = (State.PLANNED, State.UNDER_WAY)
TO_WALK = (*IN_TIME, State.OVERDUE)
TONES = {
    State.PLANNED: "waiting",
    State.UNDER_WAY: "active",
    State.OVERDUE: "danger",
    State.DONE: "done",
    State.MISSED: "danger",
    State.EXCUSED: "stopped",
}


class Rhythm(models.TextChoices):
    """How often a route is walked; each has its own limit among the rows of the limits."""

    WEEKLY = "weekly", _("每周一次")
    THRICE = "thrice", _("每月三次（每旬一次）")
    TWICE = "twice", _("每月两次（每半月一次）")
    MONTHLY = "monthly", _("每月一次")
    ONCE = "once", _("仅一次（专项巡查）")


class Result(models.TextChoices):
    NORMAL = "normal", _("正常")
    WRONG = "wrong", _("有问题")
    BLOCKED = "blocked", _("无法检查")


RESULT_TONES = {Result.NORMAL: "done", Result.WRONG: "danger", Result.BLOCKED: "waiting"}
