"""Where a scheme stands, whom it assesses, what its items are, and the classes of results."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class State(models.TextChoices):
    DRAFT = "draft", _("拟订中")
    PUBLISHED = "published", _("考核中")
    DISCLOSED = "disclosed", _("内部公布")
    LOCKED = "locked", _("已锁定")
    SUPERSEDED = "superseded", _("已被新版取代")


TONES = {
    State.DRAFT: "waiting", State.PUBLISHED: "active", State.DISCLOSED: "active", State.LOCKED: "done", State.SUPERSEDED: "stopped",
}  # fmt: skip
SHOWN_INSIDE = frozenset({State.DISCLOSED, State.LOCKED})  # its results are read by every unit it assesses


class Unit(models.TextChoices):
    """The kind of unit a scheme assesses."""

    PLACE = "place", _("属地（下级人民政府）")
    BUREAU = "bureau", _("部门")


class Level(models.TextChoices):
    """The level of the units a scheme assesses."""

    CITY = "city", _("市级")
    COUNTY = "county", _("旗县区")
    TOWNSHIP = "township", _("乡镇（街道）")


LEVELS = {Unit.PLACE: (Level.COUNTY, Level.TOWNSHIP), Unit.BUREAU: (Level.CITY, Level.COUNTY)}


class ItemKind(models.TextChoices):
    INDICATOR = "indicator", _("指标")
    MANUAL = "manual", _("人工评分")
    BONUS = "bonus", _("加分")
    DEDUCTION = "deduction", _("减分")


WEIGHED = (ItemKind.INDICATOR, ItemKind.MANUAL)  # together they make 100
BY_PROOF = (ItemKind.BONUS, ItemKind.DEDUCTION)


class Slot(models.IntegerChoices):
    """Who scores a manual item: two apart from each other, the third where they differ too much."""

    FIRST = 1, _("评审人一")
    SECOND = 2, _("评审人二")
    THIRD = 3, _("复评人")


class Source(models.TextChoices):
    """Who put points forward."""

    OFFICE = "office", _("考核单位登记")
    UNIT = "unit", _("被考核单位申报")
    DECISION = "decision", _("异议决定更正")


class Standing(models.TextChoices):
    """Whether points by hand count."""

    CLAIMED = "claimed", _("待核定")
    ACCEPTED = "accepted", _("已认定")
    REFUSED = "refused", _("未认定")


STANDING_TONES = {Standing.CLAIMED: "waiting", Standing.ACCEPTED: "done", Standing.REFUSED: "stopped"}


class Direction(models.TextChoices):
    HIGHER = "higher", _("越高越好")
    LOWER = "lower", _("越低越好")


class Duty(models.TextChoices):
    """Whom Art. 58 keeps from being honoured beside a unit that failed."""

    HEAD = "head", _("主管人员")
    DIRECT = "direct", _("直接责任人员")


class Grade(models.TextChoices):
    EXCELLENT = "excellent", _("优秀")
    GOOD = "good", _("良好")
    PASSED = "passed", _("合格")
    FAILED = "failed", _("不合格")
    NONE = "", _("无数据")


GRADE_TONES = {Grade.EXCELLENT: "done", Grade.GOOD: "active", Grade.PASSED: "waiting", Grade.FAILED: "danger", Grade.NONE: "neutral"}
