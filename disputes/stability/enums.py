"""Where an assessment stands, how grave a risk is, and what came of it."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class State(models.TextChoices):
    ASSESSING = "assessing", _("评估中")
    CONCLUDED = "concluded", _("结论待审定")
    SUBMITTED = "submitted", _("待备案")
    FILED = "filed", _("已备案，跟踪落实中")
    ENDED = "ended", _("已办结")
    CANCELLED = "cancelled", _("已终止")


FINAL = frozenset({State.ENDED, State.CANCELLED})
JUDGED = (State.SUBMITTED, State.FILED, State.ENDED)

TONES = {
    State.ASSESSING: "active",
    State.CONCLUDED: "waiting",
    State.SUBMITTED: "waiting",
    State.FILED: "active",
    State.ENDED: "done",
    State.CANCELLED: "stopped",
}


class Level(models.TextChoices):
    LOW = "low", _("低风险")
    MEDIUM = "medium", _("中风险")
    HIGH = "high", _("高风险")


LEVEL_TONES = {Level.LOW: "blue", Level.MEDIUM: "yellow", Level.HIGH: "red"}


class Result(models.TextChoices):
    """What the assessment says of the project."""

    GO = "go", _("可以实施")
    CONDITIONS = "conditions", _("附条件实施")
    LATER = "later", _("暂缓实施")
    NO = "no", _("不实施")


class Decision(models.TextChoices):
    """What the deciding body did afterwards."""

    ADOPTED = "adopted", _("作出决策")
    ADJUSTED = "adjusted", _("调整后作出决策")
    POSTPONED = "postponed", _("暂缓决策")
    DROPPED = "dropped", _("不作出决策")


class Axis(models.TextChoices):
    LIKELIHOOD = "likelihood", _("可能性")
    EFFECT = "effect", _("影响程度")
