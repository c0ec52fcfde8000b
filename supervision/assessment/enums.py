"""Where a scheme stands, whom it assesses, and the classes of results."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class State(models.TextChoices):
    DRAFT = "draft", _("拟订中")
    PUBLISHED = "published", _("已印发")
    LOCKED = "locked", _("已锁定")


TONES = {State.DRAFT: "waiting", State.PUBLISHED: "active", State.LOCKED: "done"}


class Level(models.TextChoices):
    """The kind of unit a scheme assesses."""

    COUNTY = "county", _("旗县区")
    TOWNSHIP = "township", _("乡镇（街道）")


class Direction(models.TextChoices):
    HIGHER = "higher", _("越高越好")
    LOWER = "lower", _("越低越好")


class Grade(models.TextChoices):
    EXCELLENT = "excellent", _("优秀")
    GOOD = "good", _("良好")
    PASSED = "passed", _("合格")
    FAILED = "failed", _("不合格")
    NONE = "", _("无数据")


GRADE_TONES = {Grade.EXCELLENT: "done", Grade.GOOD: "active", Grade.PASSED: "waiting", Grade.FAILED: "danger", Grade.NONE: "neutral"}
