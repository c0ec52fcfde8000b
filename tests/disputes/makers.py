"""What the addresses of the chapter can name, made in a scene (tests/house/cases.py)."""

from disputes.cohandling.models import CoHandling
from disputes.complaints.models import Category
from disputes.complaints.services import file_complaint
from disputes.consultations.models import Consultation
from disputes.mediation.services import PartyFacts, open_mediation
from governance.flow import engine
from governance.people.enums import OfficeType, Role
from tests import actors
from tests.scenes import first_step, placed


def mediation(scene):
    """A dispute at the place, before the committee of the scene."""
    parties = [PartyFacts("applicant", "张三", "13800000000"), PartyFacts("respondent", "李四")]
    facts = {"kind": "neighbour", "description": "楼上漏水，泡坏了墙面，协商不成。", "parties": parties}
    return placed(open_mediation(at=scene.at, place=actors.place(scene.code), **facts).mediation, scene)


def told_of(scene):
    """A complaint at the place, and a centre's officer of the city who dispatches it."""
    actors.office(OfficeType.CENTRE, actors.CITY)
    officer, category = actors.actor(Role.CENTRE_OFFICER, actors.CITY), Category.objects.leaves().first()
    facts = {"kind": "complaint", "description": "工地夜间施工，渣土车扬尘。", "phone": "13800000000", "name": "张三"}
    case = file_complaint(at=scene.at, place=actors.place(scene.code), category=category, **facts).complaint
    return engine.take(case, "classify", by=officer, at=scene.at, kind="complaint", category=category, urgency="normal"), officer


def bureaus():
    """Two offices that nobody of a scene serves at."""
    return [actors.office(OfficeType.BUREAU, actors.CITY, trade) for trade in ("water", "transport")]


def consultation(scene):
    """Two bureaus are asked who leads on a complaint at the place."""
    case, officer = told_of(scene)
    engine.take(case, "consult", by=officer, at=scene.at, note="职责有交叉。", offices=bureaus(), areas=[])
    return placed(Consultation.objects.get(complaint=case), scene)


def co_handling(scene):
    """One bureau helps another on a complaint at the place."""
    case, officer = told_of(scene)
    lead, helper = bureaus()
    engine.take(case, "dispatch", by=officer, at=scene.at, office=lead, joint_offices=[helper])
    return placed(CoHandling.objects.get(complaint=case), scene)


MAKERS = {
    "consultations": lambda scene: {"number": consultation(scene).number},
    "consultations.step": lambda scene: first_step(consultation(scene), scene),
    "cohandling": lambda scene: {"number": co_handling(scene).number},
    "cohandling.step": lambda scene: first_step(co_handling(scene), scene),
    "mediation": lambda scene: {"number": mediation(scene).number},
    "mediation.step": lambda scene: first_step(mediation(scene), scene),
}
PLAIN = {}
