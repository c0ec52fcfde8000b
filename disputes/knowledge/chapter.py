"""What the common questions bring to their chapter."""

from django.utils.translation import gettext_lazy as _

from disputes.knowledge.data.load import load_questions
from disputes.knowledge.demo.seed import seed
from disputes.knowledge.filters import desk_cards
from disputes.knowledge.permissions import CAPABILITIES, KEEP
from disputes.knowledge.public.advice import advise
from governance.web.furniture import Door, Link

PARTS = {
    "capabilities": CAPABILITIES,
    "loaders": (load_questions,),
    "demo": (seed,),
    "desk": (desk_cards,),
    "advice": (advise,),
    "doors": (Door(_("常见问题"), _("先查一查：谁管、怎么办、多久答复。也许不用提交就能解决。"), "questions", "info", order=5),),
    "navigation": (Link(_("常见问题"), "knowledge_list", KEEP),),
}
