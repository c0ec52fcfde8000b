"""What the situation analysis brings to its chapter."""

from django.utils.translation import gettext_lazy as _

from disputes.situation.data.load import load_methods
from disputes.situation.demo.seed import seed
from disputes.situation.permissions import CAPABILITIES, VIEW
from governance.web.furniture import Link

PARTS = {
    "capabilities": CAPABILITIES,
    "loaders": (load_methods,),
    "demo_last": (seed,),
    "navigation": (Link(_("矛盾纠纷形势"), "situation", VIEW),),
}
