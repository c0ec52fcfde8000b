"""What the stations' desk brings to its chapter."""

from django.utils.translation import gettext_lazy as _

from governance.web.furniture import DAILY, Link
from grids.stations.permissions import CAPABILITIES, DESK, FIGURES

PARTS = {
    "capabilities": CAPABILITIES,
    "navigation": (
        Link(_("网格工作台"), "stations_desk", DESK, turn=DAILY),
        Link(_("网格运行指标"), "stations_figures", FIGURES),
    ),
}
