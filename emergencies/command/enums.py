"""Where a task stands, what a line of the log is, what kinds of teams there are, and where what was sent is now."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class State(models.TextChoices):
    ISSUED = "issued", _("待签收")
    WORKING = "working", _("执行中")
    DONE = "done", _("已完成")
    DECLINED = "declined", _("不能承担")
    CANCELLED = "cancelled", _("已撤销")


FINAL = frozenset({State.DONE, State.DECLINED, State.CANCELLED})
OPEN = (State.ISSUED, State.WORKING)
TONES = {
    State.ISSUED: "waiting",
    State.WORKING: "active",
    State.DONE: "done",
    State.DECLINED: "danger",
    State.CANCELLED: "stopped",
}


class LogKind(models.TextChoices):
    DECISION = "decision", _("指挥决定")
    SITUATION = "situation", _("现场情况")
    CONTACT = "contact", _("联络通报")
    SOURCE = "source", _("来电更新")
    STEP = "step", _("办理记录")


TYPED = (LogKind.SITUATION, LogKind.DECISION, LogKind.CONTACT)


class TeamKind(models.TextChoices):
    """Art. 31: 加强处突力量和社会救援力量."""

    PROFESSIONAL = "professional", _("专业救援队伍")
    PART_TIME = "part_time", _("基层兼职队伍")
    SOCIAL = "social", _("社会救援力量")
    EXPERT = "expert", _("专家组")
    MEDICAL = "medical", _("医疗卫生队伍")
    UTILITY = "utility", _("供水供电供气抢修队伍")


class Standing(models.TextChoices):
    """Where what was asked for is now."""

    ASKED = "asked", _("已请求")
    ON_WAY = "on_way", _("在途")
    ON_SCENE = "on_scene", _("已到场")
    LEFT = "left", _("已撤离")


STANDING_TONES = {Standing.ASKED: "waiting", Standing.ON_WAY: "active", Standing.ON_SCENE: "done", Standing.LEFT: "stopped"}
