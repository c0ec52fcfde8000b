"""A dispute in the home village, its committee and a mediator."""

from datetime import timedelta

import pytest
from django.utils import timezone

from disputes.dossier.services import fill_owed
from disputes.mediation.services import PartyFacts, open_mediation
from governance.flow import engine
from governance.people.enums import OfficeType, Role
from tests import actors
from tests.conftest import MONDAY

STORY = "楼上渗水，泡坏了我家墙面，协商两次没有结果。"
SOON = f"{timezone.localdate() + timedelta(days=14)}"
IN_WRITING = {
    "form": "written", "facts": "楼上渗水，墙面受损。", "points": "修复费用由谁承担。", "responsibilities": "楼上住户承担主要责任。",
    "duties": "一、三日内修复；二、支付八百元。", "way": "银行转账", "venue": "调委会", "perform_by": SOON,
}  # fmt: skip
SESSION = {"venue": "调解室", "attendance": "both", "course": "双方陈述。\n调解员讲解民法典。", "result": "双方同意再谈。"}
ORDINARY = [
    ("accept", {"kind": "neighbour", "points": "修复费用"}),
    ("assign", {"no_conflict": True}),
    ("hold_session", SESSION),
    ("agree", IN_WRITING),
    ("perform", {"note": "款项已付清。"}),
    ("file", {}),
]


@pytest.fixture
def committee(offices):
    return actors.office(OfficeType.COMMITTEE, actors.TOWNSHIP)


@pytest.fixture
def mediator(committee):
    return actors.actor(Role.MEDIATOR)


@pytest.fixture
def opening(committee):
    """Opens a dispute at the home village; facts can be overridden."""

    def opened(at=MONDAY, code=actors.VILLAGE, **facts):
        parties = [PartyFacts("applicant", "张三", "13800000000"), PartyFacts("respondent", "李四", "13900000000")]
        defaults = {"kind": "neighbour", "description": STORY, "parties": parties, "demand": "赔偿粉刷费。"}
        return open_mediation(at=at, place=actors.place(code), **{**defaults, **facts})

    return opened


@pytest.fixture
def mediation(opening):
    return opening().mediation


def in_the_file(mediation, mediator, at):
    """What is compulsory lies in the file."""
    fill_owed(mediation, opening={"by": mediator, "at": at, "purpose": "verify", "reason": ""})


def walk(mediation, mediator, at, *, until="file", **changed):
    """Take the ordinary way up to a step; `changed` replaces what a step is given."""
    for number, (name, given) in enumerate(ORDINARY):
        given = {**given, **changed.get(name, {})}
        if name == "assign":
            given["mediator"] = mediator
        if name == "hold_session":
            given["held_at"] = at
        if name == "file":
            in_the_file(mediation, mediator, at)
        mediation = engine.take(mediation, name, by=mediator, at=at + actors.days(number), **given)
        if name == until:
            break
    return mediation
