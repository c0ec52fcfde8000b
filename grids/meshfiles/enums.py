"""What a file brings, and where it stands."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Kind(models.TextChoices):
    GRIDS = "grids", _("网格（Excel）")
    HOUSEHOLDS = "households", _("村（社区）总户数（Excel）")
    BOUNDARIES = "boundaries", _("网格边界（GeoJSON）")


class State(models.TextChoices):
    CHECKED = "checked", _("待导入")
    NOTHING = "nothing", _("没有可导入的内容")
    DONE = "done", _("已导入")
    REFUSED = "refused", _("无法读取")


TONES = {State.CHECKED: "waiting", State.NOTHING: "stopped", State.DONE: "done", State.REFUSED: "stopped"}
