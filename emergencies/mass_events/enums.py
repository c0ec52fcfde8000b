"""Where a mass event stands, what kinds there are, the nine points of its safety plan, and what its day log tells."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class State(models.TextChoices):
    APPLIED = "applied", _("待受理")
    INCOMPLETE = "incomplete", _("待补正")
    REVIEWING = "reviewing", _("审查中")
    PERMITTED = "permitted", _("已许可")
    ENDED = "ended", _("待总结")
    REPORTED = "reported", _("待归档")
    CLOSED = "closed", _("已归档")
    NOT_ACCEPTED = "not_accepted", _("不予受理")
    REFUSED = "refused", _("不予许可")
    WITHDRAWN = "withdrawn", _("已撤回")
    REVOKED = "revoked", _("许可已撤销")


FINAL = frozenset({State.CLOSED, State.NOT_ACCEPTED, State.REFUSED, State.WITHDRAWN, State.REVOKED})
TONES = {
    State.APPLIED: "waiting",
    State.INCOMPLETE: "stopped",
    State.REVIEWING: "active",
    State.PERMITTED: "active",
    State.ENDED: "waiting",
    State.REPORTED: "waiting",
    State.CLOSED: "done",
    State.NOT_ACCEPTED: "stopped",
    State.REFUSED: "stopped",
    State.WITHDRAWN: "stopped",
    State.REVOKED: "stopped",
}


class Kind(models.TextChoices):
    """大型群众性活动安全管理条例 §2."""

    SPORT = "sport", _("体育比赛")
    SHOW = "show", _("演唱会、音乐会等文艺演出")
    FAIR = "fair", _("展览、展销")
    FESTIVAL = "festival", _("游园、灯会、庙会、花会、焰火晚会")
    JOBS = "jobs", _("人才招聘会、现场开奖的彩票销售")
    OTHER = "other", _("其他群众性活动")


class Point(models.TextChoices):
    """The nine points of a safety plan (§6)."""

    WHAT = "what", _("活动的时间、地点、内容及组织方式")
    STAFF = "staff", _("安全工作人员的数量、任务分配和识别标志")
    FIRE = "fire", _("活动场所消防安全措施")
    CROWD = "crowd", _("活动场所可容纳的人员数量以及活动预计参加人数")
    BUFFER = "buffer", _("治安缓冲区域的设定及其标识")
    ENTRY = "entry", _("入场人员的票证查验和安全检查措施")
    TRAFFIC = "traffic", _("车辆停放、疏导措施")
    ORDER = "order", _("现场秩序维护、人员疏导措施")
    RESCUE = "rescue", _("应急救援预案")


class Result(models.TextChoices):
    PASSED = "passed", _("符合安全条件")
    TO_FIX = "to_fix", _("须整改后复查")
    FAILED = "failed", _("不符合安全条件")


class LogKind(models.TextChoices):
    SETTING_UP = "setting_up", _("布场检查")
    ENTRY = "entry", _("入场安检")
    COURSE = "course", _("活动进行")
    INCIDENT = "incident", _("突发情况")
    LEAVING = "leaving", _("散场")
