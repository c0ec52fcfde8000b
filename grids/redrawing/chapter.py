"""What this procedure brings to its chapter."""

from grids.redrawing.demo.seed import seed, seed_lately

PARTS = {"demo": (seed,)}
AFTER_REPORTS = {"demo": (seed_lately,)}  # what is open goes over: the demo's reports must be there
