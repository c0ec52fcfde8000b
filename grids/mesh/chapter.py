"""What this procedure brings to its chapter."""

from django.utils.translation import gettext_lazy as _

from governance.people.enums import Role
from governance.web.furniture import RARE, Door, Link
from grids.mesh.data.load import load_range
from grids.mesh.demo.seed import seed
from grids.mesh.indicators import EVIDENCE
from grids.mesh.permissions import CAPABILITIES, STANDARD, VIEW

PARTS = {
    "foremost": (Role.GRID_WORKER, Role.VILLAGE_CLERK, Role.TOWNSHIP_CLERK),
    "capabilities": CAPABILITIES,
    "evidence": EVIDENCE,
    "loaders": (load_range,),
    "demo": (seed,),
    "doors": (Door(_("我的网格员"), _("查一查您家所在的网格、网格员和监督电话。"), "find_grid", "person", order=4),),
    "navigation": (
        Link(_("网格"), "mesh_list", VIEW),
        Link(_("网格规模标准"), "mesh_usual_size", STANDARD, turn=RARE),
    ),
}
