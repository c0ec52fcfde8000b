"""What this topic brings to its chapter."""

from disputes.grave import services  # noqa: F401  its effects declare themselves
from disputes.grave.demo.seed import seed
from disputes.grave.notices import NOTICES
from disputes.grave.views import panel

PARTS = {"notices": NOTICES, "panels": (panel,), "demo": (seed,)}
