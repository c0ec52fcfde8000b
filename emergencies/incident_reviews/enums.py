"""Where the review of an incident stands."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class State(models.TextChoices):
    WRITING = "writing", _("待评估")
    SUBMITTED = "submitted", _("待审定")
    IMPROVING = "improving", _("改进中")
    CLOSED = "closed", _("已完成")
    WAIVED = "waived", _("不需评估")


FINAL = frozenset({State.CLOSED, State.WAIVED})
TONES = {
    State.WRITING: "waiting",
    State.SUBMITTED: "waiting",
    State.IMPROVING: "active",
    State.CLOSED: "done",
    State.WAIVED: "stopped",
}
