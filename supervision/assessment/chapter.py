"""What this procedure brings to its chapter."""

from django.utils.translation import gettext_lazy as _

from governance.web.furniture import Link
from supervision.assessment.permissions import CAPABILITIES, VIEW
from supervision.indicators.demo import seed as count_figures

PARTS = {
    "capabilities": CAPABILITIES,
    "demo": (count_figures,),  # points are made of figures, so those are counted first
    "navigation": (Link(_("考核评价"), "assessment_list", VIEW),),
}
