"""Where a warning stands, what sorts of messages there are, their levels, and how sure one is."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class State(models.TextChoices):
    DRAFTED = "drafted", _("待校核")
    RETURNED = "returned", _("退回修改")
    CHECKED = "checked", _("待签发")
    ISSUED = "issued", _("已发布")
    REVISING = "revising", _("已发布，更新待校核")
    REVISED = "revised", _("已发布，更新待签发")
    CANCELLED = "cancelled", _("已解除")
    EXPIRED = "expired", _("已到期")
    WITHDRAWN = "withdrawn", _("已撤稿")


FINAL = frozenset({State.CANCELLED, State.EXPIRED, State.WITHDRAWN})
STANDING = (State.ISSUED, State.REVISING, State.REVISED)  # before the public now
PUBLISHED = (*STANDING, State.CANCELLED, State.EXPIRED)
TONES = {
    State.DRAFTED: "waiting",
    State.RETURNED: "stopped",
    State.CHECKED: "waiting",
    State.ISSUED: "active",
    State.REVISING: "active",
    State.REVISED: "active",
    State.CANCELLED: "done",
    State.EXPIRED: "done",
    State.WITHDRAWN: "stopped",
}


class Sort(models.TextChoices):
    """A warning has a level and ends; a tip (Art. 20, 25, 26) ends; a statement (Art. 36) tells of an incident."""

    WARNING = "warning", _("预警")
    TIP = "tip", _("安全提示")
    STATEMENT = "statement", _("情况通报")


class Level(models.TextChoices):
    """突发事件应对法 (2024) §63: one to four, shown by red, orange, yellow, blue."""

    RED = "red", _("红色（一级）")
    ORANGE = "orange", _("橙色（二级）")
    YELLOW = "yellow", _("黄色（三级）")
    BLUE = "blue", _("蓝色（四级）")


COLOURS = {Level.RED: _("红色"), Level.ORANGE: _("橙色"), Level.YELLOW: _("黄色"), Level.BLUE: _("蓝色")}


class Certainty(models.TextChoices):
    """How sure it is (CAP 1.2, `certainty`)."""

    OBSERVED = "Observed", _("已经发生或者正在发生")
    LIKELY = "Likely", _("很可能发生（五成以上）")
    POSSIBLE = "Possible", _("可能发生")


class Type(models.TextChoices):
    """What a message does (CAP 1.2, `msgType`)."""

    ALERT = "Alert", _("发布")
    UPDATE = "Update", _("更新")
    CANCEL = "Cancel", _("解除")


class Category(models.TextChoices):
    """CAP 1.2, `category`."""

    GEO = "Geo", _("地质")
    MET = "Met", _("气象")
    SAFETY = "Safety", _("公众安全")
    SECURITY = "Security", _("治安")
    RESCUE = "Rescue", _("救援")
    FIRE = "Fire", _("火灾")
    HEALTH = "Health", _("公共卫生")
    ENV = "Env", _("环境")
    TRANSPORT = "Transport", _("交通")
    INFRA = "Infra", _("基础设施")
    CBRNE = "CBRNE", _("危险物质")
    OTHER = "Other", _("其他")
