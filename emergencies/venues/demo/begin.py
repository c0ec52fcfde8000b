"""Which demo is wanted: only the year told for the demo holds venues."""

from emergencies.venues.data.load import load_standards
from emergencies.venues.demo.mall import tell_the_mall
from emergencies.venues.demo.seed import seed_venues
from emergencies.venues.models import Venue


def seed(*, rng, scale, count, at, say):
    """Kinds and factors, then the city's venues; nothing when there are venues already."""
    if scale != "demo":
        return
    load_standards()
    if Venue.objects.exists():
        say("venues: there are some already")
        return
    say(f"venues: {seed_venues(rng=rng, at=at)} told")
    tell_the_mall(at=at)
