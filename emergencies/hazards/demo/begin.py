"""Which demo is wanted: only the year told for the demo holds hazards."""

from emergencies.hazards.data.load import load_criteria
from emergencies.hazards.demo.majors import tell_majors
from emergencies.hazards.demo.seed import seed_hazards
from emergencies.hazards.models import Hazard
from emergencies.venues.models import Venue
from governance.deadlines.sweep import ring_all
from governance.notices.services import loading_history


def seed(*, rng, scale, count, at, say):
    """Criteria, then a year of general hazards, then the major ones, then the lapses that stand."""
    if scale != "demo":
        return
    load_criteria()
    if Hazard.objects.exclude(grade="").exists() or not Venue.objects.exists():
        say("hazards: there are some already")
        return
    say(f"hazards: {seed_hazards(rng=rng, at=at)} general, {tell_majors(rng=rng, at=at)} major")
    with loading_history(since=at):
        ring_all(Hazard, at=at)
