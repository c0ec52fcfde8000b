"""Which demo is wanted: the drills of the venues that the year told for the demo left."""

from emergencies.drills.data.load import load_drill_rules
from emergencies.drills.demo.mall import tell_the_mall_s_drills
from emergencies.drills.demo.offices import tell_the_offices_drills
from emergencies.drills.demo.seed import seed_drills
from emergencies.drills.models import Drill
from emergencies.venues.models import Venue
from governance.deadlines.sweep import ring_all
from governance.notices.services import loading_history


def seed(*, rng, scale, count, at, say):
    """Rules, then a year of drills, then the lapses that stand, of venues and drills alone: whoever listens hears of them."""
    if scale != "demo":
        return
    load_drill_rules()
    if Drill.objects.filter(previous__isnull=False).exists() or not Venue.objects.exists():
        say("drills: there are some already")
        return
    say(f"drills: {seed_drills(rng=rng, at=at)} told")
    tell_the_mall_s_drills(at=at)
    say(f"drills: {tell_the_offices_drills(at=at)} owed by offices")
    with loading_history(since=at):
        for model in (Venue, Drill):
            ring_all(model, at=at)
