"""What following brings to its chapter."""

from django.utils.translation import gettext_lazy as _

from disputes.complaints.permissions import DISPATCH, ROUTE
from disputes.following.data.load import load_cluster_rules
from disputes.following.demo.seed import seed
from disputes.following.filters import desk_cards
from disputes.following.notices import NOTICES
from disputes.following.public.telling import told
from disputes.following.tasks import bring_along_soon
from disputes.following.views import panel
from governance.web.furniture import RARE, Link

PARTS = {
    "loaders": (load_cluster_rules,),
    "demo": (seed,),
    "desk": (desk_cards,),
    "notices": NOTICES,
    "listeners": (bring_along_soon,),
    "panels": (panel,),
    "told": (told,),
    "navigation": (
        Link(_("集中反映"), "following_clusters", DISPATCH),
        Link(_("集中反映标准"), "following_rules", ROUTE, turn=RARE),
    ),
}
