"""What this procedure brings to its chapter: nothing of its own to see, for what it raises are findings."""

from supervision.raising.demo.seed import seed

PARTS = {"demo": (seed,)}
