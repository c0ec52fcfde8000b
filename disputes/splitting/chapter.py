"""What splitting brings to its chapter."""

from disputes.splitting import forms  # noqa: F401  the field of the step registers itself
from disputes.splitting.demo.seed import seed
from disputes.splitting.notices import NOTICES
from disputes.splitting.public.telling import told
from disputes.splitting.views import panel

PARTS = {"demo": (seed,), "notices": NOTICES, "panels": (panel,), "told": (told,)}
