"""What this procedure brings to its chapter."""

from django.utils.translation import gettext_lazy as _

from governance.web.furniture import RARE, Link
from grids.diary.demo.seed import seed
from grids.diary.filters import desk_cards
from grids.diary.flow import FLOW
from grids.diary.indicators import EVIDENCE, WORKED
from grids.diary.models import Entry
from grids.diary.notices import NOTICES
from grids.diary.permissions import CAPABILITIES, COUNT, VIEW, WRITE

PARTS = {
    "capabilities": CAPABILITIES,
    "flows": (FLOW,),
    "models": {FLOW.procedure: Entry},
    "demo": (seed,),
    "desk": (desk_cards,),
    "worked": WORKED,
    "evidence": EVIDENCE,
    "notices": NOTICES,
    "navigation": (
        Link(_("记日记"), "diary_create", WRITE),
        Link(_("民情日记"), "diary_list", VIEW),
        Link(_("民情日记数量"), "diary_counts", COUNT, turn=RARE),
    ),
}
