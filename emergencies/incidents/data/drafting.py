"""What a report begins with, so that nobody types twice what is known: the last report, else what was registered."""

from django.utils.translation import gettext as _

from emergencies.incidents.enums import Figure
from emergencies.incidents.flow import SIX_POINTS
from governance.web.formats import cn_datetime

_sources = []


def drafted_by(find):
    """Declare where earlier reports stand: `find(incident)` gives the six points of the last one, or None."""
    _sources.append(find)
    return find


def drafted(incident):
    """{point: text} to go on from. The figures are always those of now."""
    last = next((words for find in _sources if (words := find(incident))), None) or registered(incident)
    return {**last, "casualties": casualties(incident)}


def registered(incident):
    """The six points as far as the registration knows them."""
    where = f"{incident.place.full_name}{incident.landmark}"
    facts = {"unit": incident.whose, "scene": f"{cn_datetime(incident.occurred_at)}，{where}。", "course": incident.description}
    return {**dict.fromkeys(SIX_POINTS, ""), **facts}


def casualties(incident):
    """The figures as a sentence; those that are none are left out, but for the dead."""
    told = [f"{Figure(name).label} {value}" for name, value in incident.figures.items() if value or name == Figure.DEAD]
    return _("%(figures)s。") % {"figures": "，".join(told)}
