"""Where a village's search of a round stands, and what became of what was found."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class State(models.TextChoices):
    DUE = "due", _("待排查")
    SEARCHING = "searching", _("排查中")
    DONE = "done", _("已完成")
    DROPPED = "dropped", _("已取消")


FINAL = frozenset({State.DONE, State.DROPPED})
OWED = (State.DUE, State.SEARCHING)
TONES = {State.DUE: "waiting", State.SEARCHING: "active", State.DONE: "done", State.DROPPED: "stopped"}


class RoundKind(models.TextChoices):
    PERIODIC = "periodic", _("定期排查")
    SENSITIVE = "sensitive", _("重点时段排查")


class Outcome(models.TextChoices):
    NOTHING = "nothing", _("未发现矛盾纠纷")
    FOUND = "found", _("发现矛盾纠纷")


class Handling(models.TextChoices):
    """What is settled on the spot needs nobody else; everything else goes to those whose work it is."""

    SPOT = "spot", _("当场化解")
    MEDIATION = "mediation", _("移交人民调解")
    COMPLAINTS = "complaints", _("转12345接诉即办")
