"""What the addresses of the chapter can name, made in a scene (tests/house/cases.py)."""

from disputes.complaints.models import Category, Complaint
from disputes.complaints.public.services import signed
from disputes.following.models import Cluster, ClusterRule
from disputes.mediation.services import PartyFacts, open_mediation
from tests import actors
from tests.scenes import first_step, placed


def mediation(scene):
    """A dispute at the place, before the committee of the scene."""
    parties = [PartyFacts("applicant", "张三", "13800000000"), PartyFacts("respondent", "李四")]
    facts = {"kind": "neighbour", "description": "楼上漏水，泡坏了墙面，协商不成。", "parties": parties}
    return placed(open_mediation(at=scene.at, place=actors.place(scene.code), **facts).mediation, scene)


def cluster(scene):
    """Where many report the same, at the place."""
    place, category = actors.place(scene.code), Category.objects.leaves().first()
    facts = {"count": 5, "ongoing": 5, "since": scene.at, "until": scene.at, "computed_at": scene.at}
    return Cluster.objects.create(place=place, place_path=place.path, category=category, **facts)


MAKERS = {
    "cluster": lambda scene: {"pk": cluster(scene).pk},
    "mediation": lambda scene: {"number": mediation(scene).number},
    "mediation.step": lambda scene: first_step(mediation(scene), scene),
}
PLAIN = {
    "follow_same.token": lambda: signed(Complaint(pk=0)),
    "following_rule.pk": lambda: ClusterRule.objects.get(category=None).pk,
}
