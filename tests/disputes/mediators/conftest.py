"""A county's justice bureau, the committee of the home township with a mediator, and a dispute before it."""

from datetime import date

import pytest

from disputes.mediation.services import PartyFacts, open_mediation
from disputes.mediators.services import register
from governance.flow import engine
from governance.people.enums import OfficeType, Role
from tests import actors
from tests.conftest import MONDAY

TERM = {"term_from": date(2026, 1, 1), "term_until": date(2028, 12, 31)}
FACTS = {"venue": "办事大厅", "room": "102 室", "hours": "工作日", "phone": "0471-0123456", "seats": 5, "founded_on": date(2020, 1, 1)}
PERSON = {
    "person_name": "白玉兰", "employment": "full_time", "background": "teacher", "qualification": "二级人民调解员", "specialities": [],
    "work_phone": "", "account": None, "since": date(2026, 1, 1), "until": date(2028, 12, 31),
}  # fmt: skip


@pytest.fixture
def justice(offices):
    return actors.actor(Role.DEPARTMENT_HANDLER, trade="justice", name="司法局经办人")


@pytest.fixture
def entering(justice):
    """Enters a committee; facts can be overridden."""

    def enter(code=actors.TOWNSHIP, kind="township", title="", at=MONDAY, **facts):
        where = actors.place(code)
        told = {**FACTS, **TERM, **facts}
        return register(by=justice, at=at, place=where, kind=kind, title=title or f"{where.short_name}人民调解委员会", **told)

    return enter


@pytest.fixture
def mediator(offices):
    """Someone with an account at the home township's committee."""
    return actors.actor(Role.MEDIATOR, name="白玉兰")


@pytest.fixture
def committee(mediator, entering):
    return entering()


@pytest.fixture
def engaging(justice):
    """Engages a mediator; facts can be overridden."""

    def engage(committee, at=MONDAY, **facts):
        engine.take(committee, "appoint", by=justice, at=at, **{**PERSON, **facts})
        return committee.people.get(name=facts.get("person_name", PERSON["person_name"]))

    return engage


@pytest.fixture
def engaged(committee, engaging, mediator):
    """The mediator with the account, engaged."""
    return engaging(committee, account=mediator)


@pytest.fixture
def dispute(committee):
    """A dispute of the home village before the township's committee, with its query code."""
    parties = [PartyFacts("applicant", "张三", "13800000000"), PartyFacts("respondent", "李四", "13900000000")]
    facts = {"kind": "neighbour", "description": "楼上渗水，泡坏了我家墙面。", "parties": parties}
    return open_mediation(at=MONDAY, place=actors.place(actors.VILLAGE), **facts)


@pytest.fixture
def stranger(offices):
    """A mediator of another township."""
    actors.office(OfficeType.COMMITTEE, actors.OTHER_TOWNSHIP)
    return actors.actor(Role.MEDIATOR, actors.OTHER_TOWNSHIP)
