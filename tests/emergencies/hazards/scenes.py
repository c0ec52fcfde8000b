"""The ways of a hazard, as far as a test wants it."""

from datetime import timedelta

from emergencies.hazards.models import Criterion, Sector
from emergencies.hazards.services import report_hazard
from governance.flow import engine
from tests import actors

DESCRIPTION = "三楼东侧疏散楼梯被货物堵塞，安全出口上锁。"
PLAN = {
    "aim": "恢复两部疏散楼梯的使用。", "way": "清运货物，拆除锁具，改装推杠门。", "money": "8万元，已列支。",
    "people": "物业部周明负责。", "precautions": "施工期间三楼停业，专人值守。",
}  # fmt: skip


def sector(code="fire"):
    return Sector.objects.get(code=code)


def criterion(code="fire.exits"):
    return Criterion.objects.get(code=code)


def reported(at, by, **facts):
    """A hazard in the home village."""
    told = {"place": actors.place(actors.VILLAGE), "description": DESCRIPTION, "sector": sector(), **facts}
    return report_hazard(at=at, by=by, **told)


def whose(site=None):
    return {"site": site, "responsible": "" if site else "青山购物广场"}


def general(hazard, by, at, *, site=None, days=5):
    day = (at + timedelta(days=days)).date()
    return engine.take(hazard, "grade_general", by=by, at=at, sector=hazard.sector, rectify_by=day, **whose(site))


def major(hazard, by, at, *, site=None):
    return engine.take(hazard, "grade_major", by=by, at=at, note="两部楼梯都不能用。", criterion=criterion(), **whose(site))


def listed(hazard, planner, lister, at, *, days=60, stages=()):
    """A major one with its plan, listed by another."""
    given = {**PLAN, "rectify_by": (at + timedelta(days=days)).date(), "stages": stages}
    planned = engine.take(hazard, "submit_plan", by=planner, at=at, **given)
    return engine.take(planned, "list", by=lister, at=at + timedelta(days=1))


def removed(hazard, by, at):
    return engine.take(hazard, "report_removed", by=by, at=at, note="货物已清走，门已打开。", photographs=[])
