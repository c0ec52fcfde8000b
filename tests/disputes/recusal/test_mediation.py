"""声明回避 in a mediation: the same two steps, the same bar."""

import pytest

from disputes.mediation.models import Mediation
from disputes.mediation.services import PartyFacts, open_mediation
from governance.flow import engine
from governance.notices.models import Notice
from governance.people.enums import Role
from tests import actors

WHY = "申请人是我的亲属。"


@pytest.fixture
def mediator(offices):
    return actors.actor(Role.MEDIATOR)


@pytest.fixture
def mediation(mediator, at):
    parties = [PartyFacts("applicant", "张三", "13800000000"), PartyFacts("respondent", "李四")]
    facts = {"kind": "neighbour", "description": "楼上漏水，泡坏了墙面，协商不成。", "parties": parties}
    return open_mediation(at=at, place=actors.place(actors.VILLAGE), committee=mediator.acting_post.office, **facts).mediation


def sees(user):
    return Mediation.objects.visible_to(user, Mediation.view_capability).exists()


def test_the_mediator_is_out_and_the_centre_may_let_in_again(mediation, mediator, at):
    centre = actors.actor(Role.CENTRE_OFFICER)
    out = engine.take(mediation, "recuse", by=mediator, at=at, note=WHY)
    assert not sees(mediator)
    assert sees(actors.actor(Role.MEDIATOR))
    assert set(Notice.objects.filter(rule="mediation.recused").values_list("recipient", flat=True)) == {centre.pk}
    engine.take(out, "lift_recusal", by=centre, at=at, note="查无利害关系。", person=mediator)
    assert sees(mediator)
