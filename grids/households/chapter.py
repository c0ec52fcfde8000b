"""What this procedure brings to its chapter."""

from grids.households.demo.seed import seed

PARTS = {"demo": (seed,)}
