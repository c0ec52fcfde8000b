"""Where a plan stands, what kind it is, and what it is for."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class State(models.TextChoices):
    SUBMITTED = "submitted", _("待审查")
    RETURNED = "returned", _("退回修改")
    REVIEWED = "reviewed", _("待签发施行")
    IN_FORCE = "in_force", _("正在施行")
    SUPERSEDED = "superseded", _("已被新版取代")
    WITHDRAWN = "withdrawn", _("已撤销")


FINAL = frozenset({State.SUPERSEDED, State.WITHDRAWN})
TONES = {
    State.SUBMITTED: "waiting",
    State.RETURNED: "stopped",
    State.REVIEWED: "active",
    State.IN_FORCE: "done",
    State.SUPERSEDED: "neutral",
    State.WITHDRAWN: "stopped",
}


class Kind(models.TextChoices):
    """生产安全事故应急预案管理办法 第六条 names the first three; offices have plans of their own (条例第三十一条)."""

    COMPREHENSIVE = "comprehensive", _("综合应急预案")
    SPECIAL = "special", _("专项应急预案")
    ON_SITE = "on_site", _("现场处置方案")
    OFFICE = "office", _("部门（单位）应急预案")


class Scenario(models.TextChoices):
    FIRE = "fire", _("火灾")
    CROWD = "crowd", _("拥挤踩踏")
    VIOLENCE = "violence", _("暴力、恐怖袭击")
    STRUCTURE = "structure", _("建筑、设备事故")
    GAS = "gas", _("燃气、危险化学品泄漏")
    POWER = "power", _("停电、停水、停运")
    WEATHER = "weather", _("极端天气、自然灾害")
    HEALTH = "health", _("食物中毒、传染病")
    GATHERING = "gathering", _("群体性事件")
    OTHER = "other", _("其他突发事件")
