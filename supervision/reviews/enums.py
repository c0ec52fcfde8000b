"""By which way the people's congress reviews, where a review stands, and how the answers were judged."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Kind(models.TextChoices):
    """Art. 59: the ways of supervision of a standing committee."""

    INQUIRY = "inquiry", _("专题询问")
    OPINION = "opinion", _("专项工作报告审议意见")
    INSPECTION = "inspection", _("执法检查审议意见")
    FILING = "filing", _("规范性文件备案审查意见")


class State(models.TextChoices):
    ASKED = "asked", _("答复中")
    ANSWERED = "answered", _("待评议")
    FOLLOWING = "following", _("跟踪督办")
    CLOSED = "closed", _("已办结")
    WITHDRAWN = "withdrawn", _("已撤回")


FINAL = frozenset({State.CLOSED, State.WITHDRAWN})

TONES = {
    State.ASKED: "active",
    State.ANSWERED: "waiting",
    State.FOLLOWING: "active",
    State.CLOSED: "done",
    State.WITHDRAWN: "stopped",
}


class Satisfaction(models.TextChoices):
    SATISFIED = "satisfied", _("满意")
    FAIRLY = "fairly", _("基本满意")
    DISSATISFIED = "dissatisfied", _("不满意")
