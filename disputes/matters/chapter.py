"""What the list of administrative mediation brings to its chapter."""

from django.utils.translation import gettext_lazy as _

from disputes.matters.data.load import load_samples
from disputes.matters.demo.seed import seed
from disputes.matters.filters import desk_cards
from disputes.matters.flow import FLOW
from disputes.matters.indicators import EVIDENCE, INDICATORS
from disputes.matters.models import Matter
from disputes.matters.notices import NOTICES
from disputes.matters.permissions import CAPABILITIES, VIEW
from disputes.matters.terms import TERMS
from governance.web.furniture import Door, Link

PARTS = {
    "capabilities": CAPABILITIES,
    "flows": (FLOW,),
    "models": {FLOW.procedure: Matter},
    "terms": TERMS,
    "loaders": (load_samples,),
    "demo": (seed,),
    "desk": (desk_cards,),
    "indicators": INDICATORS,
    "evidence": EVIDENCE,
    "notices": NOTICES,
    "doors": (
        Door(_("行政调解事项清单"), _("哪些纠纷可以申请行政机关调解、找谁、调解不成怎么办。"), "matters", "info", order=8, reads=True),
    ),
    "navigation": (Link(_("行政调解事项"), "matters_list", VIEW),),
}
