"""Where a brought-in sheet of venues stands."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class State(models.TextChoices):
    CHECKED = "checked", _("待导入")
    NOTHING = "nothing", _("没有可导入的内容")
    DONE = "done", _("已导入")
    REFUSED = "refused", _("无法读取")


TONES = {State.CHECKED: "waiting", State.NOTHING: "stopped", State.DONE: "done", State.REFUSED: "stopped"}
