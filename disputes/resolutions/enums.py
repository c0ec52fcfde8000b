"""Where a decision of a joint meeting stands."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class State(models.TextChoices):
    CARRYING = "carrying", _("落实中")
    REPORTED = "reported", _("已报告完成，待验收")
    DONE = "done", _("已办结")
    WITHDRAWN = "withdrawn", _("已撤销")


FINAL = frozenset({State.DONE, State.WITHDRAWN})

TONES = {State.CARRYING: "active", State.REPORTED: "waiting", State.DONE: "done", State.WITHDRAWN: "stopped"}
