"""What of the subscriptions staff sees: how many messages of a warning were sent, never to whom."""

from emergencies.subscriptions.enums import Sending
from emergencies.subscriptions.services import counts
from emergencies.warnings.models import Warning


def panel(request, case):
    """Beside a warning that went out."""
    if not isinstance(case, Warning) or not case.is_published:
        return None
    found = counts(case)
    rows = [{"label": state.label, "count": found.get(state.value, 0)} for state in Sending]
    return {"template": "emergencies/subscriptions/_panel.html", "rows": rows}
