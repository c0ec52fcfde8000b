"""Where a consultation stands, what an office says of the matter, and why a complaint is watched from above."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class State(models.TextChoices):
    OPEN = "open", _("会商中")
    TO_DESIGNATE = "to_designate", _("待指定主办")
    AGREED = "agreed", _("已商定主办")
    DESIGNATED = "designated", _("已指定主办")
    CALLED_OFF = "called_off", _("已终止")


FINAL = frozenset({State.AGREED, State.DESIGNATED, State.CALLED_OFF})

TONES = {
    State.OPEN: "active",
    State.TO_DESIGNATE: "waiting",
    State.AGREED: "done",
    State.DESIGNATED: "done",
    State.CALLED_OFF: "stopped",
}


class Stance(models.TextChoices):
    OURS = "ours", _("属本单位职责，可以主办")
    JOINT = "joint", _("可以协办")
    NOT_OURS = "not_ours", _("不属本单位职责")


STANCE_TONES = {Stance.OURS: "done", Stance.JOINT: "active", Stance.NOT_OURS: "stopped"}


class Trouble(models.TextChoices):
    """Why the centre above sees a complaint on its page of what should be empty."""

    NOBODYS = "nobodys", _("无主")
    LATE = "late", _("超期")
    RAISED = "raised", _("已提级")
