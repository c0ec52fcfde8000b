"""What the addresses of incidents can name, made in a scene (tests/house/cases.py)."""

from emergencies.incidents.models import Incident
from governance.flow.table import SYSTEM
from tests import actors
from tests.emergencies.incidents.scenes import reported
from tests.scenes import first_step, placed


def incident(scene):
    """What somebody called about at the place."""
    return placed(reported(scene.at, SYSTEM, place=actors.place(scene.code), name="张三", phone="13800000000"), scene)


def any_incident(scene):
    """One that may be in any state: verified, and told to the end once."""
    found = incident(scene)
    Incident.objects.filter(pk=found.pk).update(verified_at=scene.at, final_report_at=scene.at, same_as=found)
    return found


MAKERS = {
    "incidents": lambda scene: {"number": incident(scene).number},
    "incidents.step": lambda scene: first_step(any_incident(scene), scene),
}
