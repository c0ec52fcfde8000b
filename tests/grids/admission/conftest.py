"""A bureau that applies, two offices that review, and the leading group's office that decides."""

from datetime import date

import pytest

from governance.flow import engine
from governance.people.enums import Role
from grids.admission.models import Admission
from grids.admission.services import apply
from tests import actors

FACTS = {
    "title": "协助燃气安全入户检查", "description": "提醒并记录户内燃气隐患。", "basis": "城镇燃气管理条例第四十一条", "brings": "燃气隐患",
    "working_rules": "看、记、报，不代替专业检查。", "training": "燃气公司每年培训一次。", "rate": 300, "fund_source": "燃气安全专项",
    "begins": date(2026, 11, 1), "ends": date(2027, 11, 1),
}  # fmt: skip


@pytest.fixture
def decider(offices):
    """Of the county's leading group's office."""
    return actors.actor(Role.LEADING_OFFICE)


@pytest.fixture
def applicant(decider):
    return actors.actor(Role.DEPARTMENT_HANDLER, name="住建经办人")


@pytest.fixture
def finance(offices):
    return actors.actor(Role.DEPARTMENT_HANDLER, trade="finance", name="财政经办人")


@pytest.fixture
def applying(applicant, at):
    """Applies; facts can be overridden."""
    return lambda at=at, **facts: apply(by=applicant, at=at, **{**FACTS, **facts})


@pytest.fixture
def application(applying):
    return applying()


@pytest.fixture
def moving(decider, at):
    """Takes a step as the leading group's office: `moving(case, "admit", rate=…)`."""

    def take(case, step, at=at, by=decider, note="经研究。", **given):
        return engine.take(Admission.objects.get(pk=case.pk), step, by=by, at=at, note=note, **given)

    return take


@pytest.fixture
def reviewed(application, moving, finance, clerk):
    """Both offices have spoken."""
    moving(application, "name_reviewers", offices=[finance.acting_post.office, clerk.acting_post.office])
    moving(application, "state", by=finance, stance="agree")
    return moving(application, "state", by=clerk, stance="conditional")


@pytest.fixture
def admitted(reviewed, moving):
    given = {name: FACTS[name] for name in ("rate", "begins", "ends")}
    return moving(reviewed, "admit", conditions="经费每季度足额拨付。", **given)


@pytest.fixture
def today_is(at):
    return at.date()
