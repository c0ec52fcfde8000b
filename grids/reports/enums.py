"""What a grid report is and where it stands."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class State(models.TextChoices):
    REPORTED = "reported", _("待网格员处置")
    VILLAGE = "village", _("待村（社区）答复")
    TOWNSHIP = "township", _("待乡镇（街道）答复")
    DEPARTMENT = "department", _("待部门答复")
    ANSWERED = "answered", _("待网格员确认")
    SOLVED = "solved", _("现场解决")
    CONFIRMED = "confirmed", _("已办结")
    HANDED_OVER = "handed_over", _("已移交")
    WITHDRAWN = "withdrawn", _("已撤回")


FINAL = frozenset({State.SOLVED, State.CONFIRMED, State.HANDED_OVER, State.WITHDRAWN})
STATIONS = (State.VILLAGE, State.TOWNSHIP, State.DEPARTMENT)

TONES = {
    State.REPORTED: "waiting",
    State.VILLAGE: "active",
    State.TOWNSHIP: "active",
    State.DEPARTMENT: "active",
    State.ANSWERED: "waiting",
    State.SOLVED: "done",
    State.CONFIRMED: "done",
    State.HANDED_OVER: "stopped",
    State.WITHDRAWN: "stopped",
}


class Next(models.TextChoices):
    """What the worker does with a report in the same press."""

    KEEP = "keep", _("我来处置")
    SOLVE = "solve", _("已现场解决")
    PASS_ON = "pass_on", _("转村（社区）办理")


class Came(models.TextChoices):
    """How a report came to where it stands now."""

    PASSED = "passed", _("转来")
    RAISED = "raised", _("逾期上报")
    RETURNED = "returned", _("下级退回")
    SENT_BACK = "sent_back", _("退回重办")


class Asked(models.TextChoices):
    """What a question of a kind is answered with."""

    TEXT = "text", _("文字")
    NUMBER = "number", _("数字")
    YES_NO = "yes_no", _("是或否")
    DAY = "day", _("日期")
    CHOICE = "choice", _("单选")
    CHOICES = "choices", _("多选")


LISTS = frozenset({Asked.CHOICE, Asked.CHOICES})
