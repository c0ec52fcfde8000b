"""How a mediator came to a case, how parties are invited and asked after, and what came of it."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Chosen(models.TextChoices):
    """人民调解法 §19: the committee appoints, or the parties choose."""

    TOGETHER = "together", _("双方共同选定")
    EACH = "each", _("各方分别选定")
    ACCEPTED = "accepted", _("调委会指派，双方接受")
    COMMITTEE = "committee", _("调委会指派")


class Way(models.TextChoices):
    """How a party was reached."""

    PHONE = "phone", _("电话")
    TEXT = "text", _("短信")
    VISIT = "visit", _("上门")
    LETTER = "letter", _("书面通知")
    OFFICE = "office", _("当面")


class Answer(models.TextChoices):
    COMES = "comes", _("同意参加")
    OTHER_TIME = "other_time", _("要求改期")
    DECLINES = "declines", _("不参加")


class Performance(models.TextChoices):
    DONE = "done", _("已履行")
    PARTLY = "partly", _("正在履行")
    NOT = "not", _("未履行")
