"""Where a published complaint stands, in the three words a passer-by needs."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from disputes.complaints.enums import State


class Phase(models.TextChoices):
    """What can be filtered by."""

    HANDLING = "handling", _("办理中")
    ANSWERED = "answered", _("已答复")
    CLOSED = "closed", _("已办结")


STATES = {
    Phase.HANDLING: (State.DISPATCHED, State.OBJECTED, State.SIGNED, State.HANDLING),
    Phase.ANSWERED: (State.REPLIED, State.CALLED_BACK),
    Phase.CLOSED: (State.CLOSED,),
}
SHOWN = tuple(state for states in STATES.values() for state in states)
TONES = {Phase.HANDLING: "active", Phase.ANSWERED: "active", Phase.CLOSED: "done"}
PHASE_OF = {state: phase for phase, states in STATES.items() for state in states}
