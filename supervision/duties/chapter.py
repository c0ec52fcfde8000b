"""What the ledger of duties brings to its chapter."""

from django.utils.translation import gettext_lazy as _

from governance.web.furniture import Door, Link
from supervision.duties.data.load import load_duties
from supervision.duties.demo.seed import seed
from supervision.duties.filters import desk_cards
from supervision.duties.indicators import EVIDENCE
from supervision.duties.models import Filing, Reminder
from supervision.duties.permissions import CAPABILITIES, FILE, VIEW

PARTS = {
    "capabilities": CAPABILITIES,
    "evidence": EVIDENCE,
    "audited": (Filing, Reminder),
    "loaders": (load_duties,),
    "demo": (seed,),
    "desk": (desk_cards,),
    "doors": (Door(_("条例落实情况"), _("条例要求各级做什么、做到了没有，逐条公开。"), "duty_ledger", "check", order=9, reads=True),),
    "navigation": (
        Link(_("条例落实台账"), "duties_list", VIEW),
        Link(_("本单位条例职责"), "duties_mine", FILE),
        Link(_("逐条落实情况"), "duties_articles", VIEW),
    ),
}
