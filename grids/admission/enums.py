"""Where a duty of the grid comes from, where its admission stands, and what an office says of it."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Source(models.TextChoices):
    """Art. 51 names the worker's own duties; every other one enters by admission (Art. 49)."""

    REGULATION = "regulation", _("法定职责")
    ADMITTED = "admitted", _("准入事项")


class State(models.TextChoices):
    APPLIED = "applied", _("待组织会审")
    RETURNED = "returned", _("待补正")
    REVIEWING = "reviewing", _("会审中")
    DECIDING = "deciding", _("待决定")
    ADMITTED = "admitted", _("已准入")
    LEAVING = "leaving", _("待退出")
    REFUSED = "refused", _("不予准入")
    TAKEN_BACK = "taken_back", _("已撤回申请")
    WITHDRAWN = "withdrawn", _("已退出")
    LAPSED = "lapsed", _("期满终止")


FINAL = frozenset({State.REFUSED, State.TAKEN_BACK, State.WITHDRAWN, State.LAPSED})
UNDECIDED = (State.APPLIED, State.RETURNED, State.REVIEWING, State.DECIDING)

TONES = {
    State.APPLIED: "waiting",
    State.RETURNED: "waiting",
    State.REVIEWING: "active",
    State.DECIDING: "waiting",
    State.ADMITTED: "done",
    State.LEAVING: "active",
    State.REFUSED: "stopped",
    State.TAKEN_BACK: "stopped",
    State.WITHDRAWN: "stopped",
    State.LAPSED: "stopped",
}


class Stance(models.TextChoices):
    AGREE = "agree", _("同意")
    CONDITIONAL = "conditional", _("附条件同意")
    DISAGREE = "disagree", _("不同意")


STANCE_TONES = {Stance.AGREE: "done", Stance.CONDITIONAL: "active", Stance.DISAGREE: "stopped"}
