"""Where the assessment of one unit stands."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class State(models.TextChoices):
    REPORTING = "reporting", _("待自评")
    REPORTED = "reported", _("待审核")
    REVIEWED = "reviewed", _("已审核，待公布")
    DISCLOSED = "disclosed", _("已公布，可提异议")
    OBJECTED = "objected", _("异议待决定")
    DECIDED = "decided", _("异议已决定")
    FINAL = "final", _("已定案")
    VOID = "void", _("方案已换版")


ENDED = frozenset({State.FINAL, State.VOID})
SHOWN = frozenset({State.DISCLOSED, State.OBJECTED, State.DECIDED, State.FINAL})  # the unit reads its points
TONES = {
    State.REPORTING: "waiting", State.REPORTED: "active", State.REVIEWED: "active", State.DISCLOSED: "active",
    State.OBJECTED: "waiting", State.DECIDED: "active", State.FINAL: "done", State.VOID: "stopped",
}  # fmt: skip


class Outcome(models.TextChoices):
    """How an objection was decided."""

    UPHELD = "upheld", _("异议成立")
    REFUSED = "refused", _("维持原结果")
