"""What the public list is asked for: a place, a kind, and announcements, results or both."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from grids.deliberation.enums import DECIDED, Matter, State

COMING, CARRYING, DONE = "coming", "carrying", "done"
PHASES = ((COMING, _("公告")), (CARRYING, _("结果和进展")), (DONE, _("已结束")))
STATES = {
    COMING: (State.ANNOUNCED, State.HELD),
    CARRYING: tuple(state for state in DECIDED if state != State.CLOSED),
    DONE: (State.CLOSED, State.UNSETTLED),
}


@dataclass(frozen=True)
class Question:
    place: Any = None
    kind: str = ""
    phase: str = ""

    def phases(self):
        """(key, label, whether chosen) for a select."""
        return [(key, label, key == self.phase) for key, label in PHASES]


def asked(request, place):
    """What the address asks for; what it does not know is left out."""
    kind, phase = request.GET.get("kind", ""), request.GET.get("phase", "")
    return Question(place, kind if kind in Matter.values else "", phase if phase in STATES else "")
