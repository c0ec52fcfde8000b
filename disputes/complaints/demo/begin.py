"""Which demo is wanted: a year told by the engine, or a city's years in bulk."""

from disputes.complaints.data.load import load_catalogue
from disputes.complaints.demo.bulk import seed_city
from disputes.complaints.demo.seed import seed_demo


def seed(*, rng, scale, count, at, say):
    """Catalogue, then complaints of the wanted scale."""
    load_catalogue()
    (seed_city if scale == "city" else seed_demo)(rng=rng, count=count, at=at, say=say)
