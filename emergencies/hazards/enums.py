"""Where a hazard stands, how grave it is, and who found it."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class State(models.TextChoices):
    REPORTED = "reported", _("待核查")
    RECTIFYING = "rectifying", _("整改中")
    PLANNING = "planning", _("待报治理方案")
    PLANNED = "planned", _("待挂牌督办")
    GOVERNING = "governing", _("挂牌治理中")
    REMOVED = "removed", _("待复查验收")
    ACCEPTED = "accepted", _("待销号")
    CLOSED = "closed", _("已销号")
    DISMISSED = "dismissed", _("未发现隐患")
    WITHDRAWN = "withdrawn", _("已撤回")


FINAL = frozenset({State.CLOSED, State.DISMISSED, State.WITHDRAWN})
VERIFIED = (State.RECTIFYING, State.PLANNING, State.PLANNED, State.GOVERNING)  # graded, and still to be removed
OPEN = (State.REPORTED, *VERIFIED)
UNDER_WAY = (*OPEN, State.REMOVED, State.ACCEPTED)

TONES = {
    State.REPORTED: "waiting",
    State.RECTIFYING: "active",
    State.PLANNING: "waiting",
    State.PLANNED: "waiting",
    State.GOVERNING: "active",
    State.REMOVED: "waiting",
    State.ACCEPTED: "waiting",
    State.CLOSED: "done",
    State.DISMISSED: "stopped",
    State.WITHDRAWN: "stopped",
}


class Grade(models.TextChoices):
    """一般隐患 can be removed at once; 重大隐患 needs stoppage or time, or comes from outside."""

    GENERAL = "general", _("一般隐患")
    MAJOR = "major", _("重大隐患")


GRADE_TONES = {Grade.GENERAL: "yellow", Grade.MAJOR: "red"}


class Source(models.TextChoices):
    """Who found it."""

    GRID = "grid", _("网格排查")
    INSPECTION = "inspection", _("监督检查")
    SITE = "site", _("单位自查")
    PUBLIC = "public", _("群众举报")
    HOTLINE = "hotline", _("12345转来")
    DEPARTMENT = "department", _("部门排查")
    TOWNSHIP = "township", _("乡镇（街道）、村（社区）排查")


class Reward(models.TextChoices):
    """What became of the wish to be rewarded for a report."""

    ASKED = "asked", _("申请奖励")
    GRANTED = "granted", _("已决定奖励")
    REFUSED = "refused", _("不予奖励")
    PAID = "paid", _("已发放")
