"""Where an incident stands, of what category and grade it is, how it became known, and how far up it was reported."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class State(models.TextChoices):
    REGISTERED = "registered", _("待核实")
    HANDLING = "handling", _("处置中")
    ENDED = "ended", _("处置结束")
    CLOSED = "closed", _("已办结")
    DISMISSED = "dismissed", _("不属实")
    MERGED = "merged", _("并入其他事件")


FINAL = frozenset({State.CLOSED, State.DISMISSED, State.MERGED})
UNDER_WAY = (State.REGISTERED, State.HANDLING)
TAKEN_UP = (State.HANDLING, State.ENDED)

TONES = {
    State.REGISTERED: "waiting",
    State.HANDLING: "active",
    State.ENDED: "waiting",
    State.CLOSED: "done",
    State.DISMISSED: "stopped",
    State.MERGED: "stopped",
}


class Category(models.TextChoices):
    """突发事件应对法 第二条 names four; the third article grades the first three, and not the fourth."""

    NATURAL = "natural", _("自然灾害")
    ACCIDENT = "accident", _("事故灾难")
    HEALTH = "health", _("公共卫生事件")
    SOCIAL = "social", _("社会安全事件")


GRADED = frozenset({Category.NATURAL, Category.ACCIDENT, Category.HEALTH})


class Grade(models.TextChoices):
    """突发事件应对法 第三条."""

    EXTRAORDINARY = "extraordinary", _("特别重大")
    MAJOR = "major", _("重大")
    LARGER = "larger", _("较大")
    GENERAL = "general", _("一般")


GRADE_TONES = {Grade.EXTRAORDINARY: "red", Grade.MAJOR: "orange", Grade.LARGER: "yellow", Grade.GENERAL: "blue"}


class Source(models.TextChoices):
    """How it became known (条例第三十一条第二款 names the four hotlines)."""

    POLICE = "110", _("110报警")
    FIRE = "119", _("119火警")
    MEDICAL = "120", _("120急救")
    HOTLINE = "12345", _("12345热线")
    OTHER_HOTLINE = "hotline", _("其他热线")
    GRID = "grid", _("网格上报")
    SITE = "site", _("单位报告")
    OFFICE = "office", _("部门、乡镇（街道）报告")
    PUBLIC = "public", _("群众报告")
    OTHER_CITY = "other_city", _("外市通报")


class Figure(models.TextChoices):
    """What is counted of an incident, and what grades go by. The loss is in units of 10,000 yuan."""

    DEAD = "dead", _("死亡（人）")
    MISSING = "missing", _("失踪、被困（人）")
    BADLY_HURT = "badly_hurt", _("重伤（人）")
    LIGHTLY_HURT = "lightly_hurt", _("轻伤（人）")
    ILL = "ill", _("发病、中毒（人）")
    MOVED = "moved", _("转移安置（人）")
    LOSS = "loss", _("直接经济损失（万元）")


class Response(models.TextChoices):
    """应急响应 of four levels, the first the highest."""

    FIRST = "1", _("一级响应")
    SECOND = "2", _("二级响应")
    THIRD = "3", _("三级响应")
    FOURTH = "4", _("四级响应")


RESPONSE_TONES = {Response.FIRST: "red", Response.SECOND: "orange", Response.THIRD: "yellow", Response.FOURTH: "blue"}


class Reached(models.TextChoices):
    """The highest level that was told of it."""

    COUNTY = "county", _("旗县区")
    CITY = "city", _("市")
    REGION = "region", _("自治区")


class HealthMeasure(models.TextChoices):
    """传染病防治法 and the regulation on public-health incidents: what may be done against the spread."""

    ISOLATION = "isolation", _("隔离治疗、医学观察")
    DISINFECTION = "disinfection", _("消毒、终末处理")
    CLOSING = "closing", _("停业、停课、限制聚集")
    SEALING = "sealing", _("封闭、封存场所和物品")
    WATER_FOOD = "water_food", _("停止供水、供餐，召回食品")
    PROPHYLAXIS = "prophylaxis", _("应急接种、预防性服药")
    TESTING = "testing", _("检测、筛查")
    ADVICE = "advice", _("健康提示、宣传")
    OTHER = "other", _("其他措施")
