"""What this topic brings to its chapter."""

from disputes.recusal import services  # noqa: F401  its effects declare themselves
from disputes.recusal.demo.seed import seed
from disputes.recusal.notices import NOTICES
from disputes.recusal.views import panel, told

PARTS = {"notices": NOTICES, "panels": (panel,), "told": (told,), "demo": (seed,)}
