"""Where a major danger source stands, its four levels, and what is watched of it."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class State(models.TextChoices):
    DECLARED = "declared", _("待备案")
    RETURNED = "returned", _("待补正")
    FILED = "filed", _("已备案")
    STRUCK = "struck", _("已核销")


FINAL = frozenset({State.STRUCK})
TONES = {State.DECLARED: "waiting", State.RETURNED: "stopped", State.FILED: "active", State.STRUCK: "stopped"}


class Level(models.TextChoices):
    """The four levels of GB 18218, the gravest first; below the threshold it is none."""

    ONE = "1", _("一级")
    TWO = "2", _("二级")
    THREE = "3", _("三级")
    FOUR = "4", _("四级")
    NONE = "", _("未构成重大危险源")


LEVEL_TONES = {Level.ONE: "red", Level.TWO: "orange", Level.THREE: "yellow", Level.FOUR: "blue"}


class Watched(models.TextChoices):
    """What its monitoring records tell of."""

    TEMPERATURE = "temperature", _("温度（℃）")
    PRESSURE = "pressure", _("压力（MPa）")
    FILL = "fill", _("液位（%）")
    GAS = "gas", _("可燃、有毒气体浓度（%LEL、ppm）")
    VIDEO = "video", _("视频监控")
    PATROL = "patrol", _("人工巡检")


class Result(models.TextChoices):
    """What the yearly check came to."""

    SOUND = "sound", _("符合要求")
    PROBLEMS = "problems", _("发现问题，须整改")
