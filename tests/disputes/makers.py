"""What the addresses of the chapter can name, made in a scene (tests/house/cases.py)."""

from disputes.mediation.services import PartyFacts, open_mediation
from tests import actors
from tests.scenes import first_step, placed


def mediation(scene):
    """A dispute at the place, before the committee of the scene."""
    parties = [PartyFacts("applicant", "张三", "13800000000"), PartyFacts("respondent", "李四")]
    facts = {"kind": "neighbour", "description": "楼上漏水，泡坏了墙面，协商不成。", "parties": parties}
    return placed(open_mediation(at=scene.at, place=actors.place(scene.code), **facts).mediation, scene)


MAKERS = {
    "mediation": lambda scene: {"number": mediation(scene).number},
    "mediation.step": lambda scene: first_step(mediation(scene), scene),
}
PLAIN = {"replies_edit.code": lambda: "reply-general"}
