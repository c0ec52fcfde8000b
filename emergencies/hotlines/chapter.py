"""What the hotlines' interface brings to its chapter."""

from django.utils.translation import gettext_lazy as _

from emergencies.hotlines.data.load import load_hotlines
from emergencies.hotlines.demo.seed import DEMO_KEYS, seed
from emergencies.hotlines.filters import desk_cards
from emergencies.hotlines.notices import NOTICES
from emergencies.hotlines.permissions import CAPABILITIES, VIEW
from emergencies.hotlines.views import shown_on_incident
from governance.web.furniture import RARE, Link


def demo_keys():
    """What a script of the demo signs with."""
    keys = {code: {"key": name, "secret": secret} for code, (name, secret) in DEMO_KEYS.items()}
    return {"endpoint": "/hotlines/v1/incidents", "algorithm": "HMAC-SHA256", "keys": keys}


PARTS = {
    "capabilities": CAPABILITIES,
    "notices": NOTICES,
    "loaders": (load_hotlines,),
    "demo": (seed,),
    "demo_access": {"hotlines": demo_keys},
    "panels": (shown_on_incident,),
    "desk": (desk_cards,),
    "navigation": (Link(_("热线接口"), "hotlines_list", VIEW, turn=RARE),),
}
