"""Where the thing an address names stands, seen from the person who asks for it; chapters make theirs in `tests/<chapter>/makers.py`."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Scene:
    """Who looks (None: nobody signed in) in which role, where the thing lies, and the office it is handed to."""

    user: Any
    role: str
    code: str
    office: Any
    reachable: bool
    at: Any


def placed(case, scene):
    """Hand a case to the scene's office; one within reach is held by the person's own office."""
    if scene.office:
        case.hand_to(scene.office)
    elif scene.reachable:
        case.office = scene.user.acting_post.office
    case.save(update_fields=["office", "office_ids"])
    return case


def first_step(case, scene):
    """The address of the first step the role can take, the case put into a state from which it can; of any step where there is none."""
    steps = [step for step in case.flow.steps if scene.role in getattr(step.needs, "roles", ()) and not step.when]
    if not steps:
        return {"number": case.number, "step": case.flow.steps[0].name}
    type(case).objects.filter(pk=case.pk).update(state=steps[0].source[0])
    return {"number": case.number, "step": steps[0].name}
