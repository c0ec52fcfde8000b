"""What the addresses of incidents can name, made in a scene (tests/house/cases.py)."""

from emergencies.incidents.flow import FLOW
from governance.flow.table import SYSTEM
from tests import actors
from tests.emergencies.incidents.scenes import reported
from tests.scenes import placed


def incident(scene):
    """What somebody called about at the place."""
    return placed(reported(scene.at, SYSTEM, place=actors.place(scene.code), name="张三", phone="13800000000"), scene)


def step_of(scene):
    """The address of the first step the role can ever take; which of them can be taken now, the page itself tells."""
    found = incident(scene)
    steps = [step.name for step in FLOW.steps if scene.role in getattr(step.needs, "roles", ())]
    return {"number": found.number, "step": (steps or ["verify"])[0]}


MAKERS = {
    "incidents": lambda scene: {"number": incident(scene).number},
    "incidents.step": step_of,
}
