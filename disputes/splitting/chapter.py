"""What splitting brings to its chapter."""

from disputes.splitting import forms  # noqa: F401  the field of the step registers itself
from disputes.splitting.demo.seed import seed
from disputes.splitting.notices import NOTICES
from disputes.splitting.public.telling import told
from disputes.splitting.services import hanging_on
from disputes.splitting.tasks import gather_soon
from disputes.splitting.views import panel

PARTS = {
    "demo": (seed,),
    "notices": NOTICES,
    "listeners": (gather_soon,),
    "dependents": (hanging_on,),
    "panels": (panel,),
    "told": (told,),
}
