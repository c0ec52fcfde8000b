"""The pages of tips: list, the tip with what rose and what to do, and its steps."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from emergencies.safety_tips import permissions as caps
from emergencies.safety_tips.filters import TipFilter
from emergencies.safety_tips.forms import TipStepForm
from emergencies.safety_tips.models import SafetyTip
from emergencies.safety_tips.services import rises
from emergencies.safety_tips.sheet import COLUMNS, sheet_rows
from governance.access.scope import may
from governance.web.casework.pages import Casework
from governance.web.page import action, page


def links(request):
    found = [{"label": _("平安指数"), "url": reverse("safety_index_published")}]
    if may(request.user, caps.EXPORT):
        found.append({"label": _("导出 Excel"), "url": reverse("safety_tips_export"), "icon": "download", "needs_rows": True})
    return found


def more(request, tip):
    """What rose, and what became of it in the villages."""
    return {
        "rises": rises(tip.edition, tip.township_path),
        "method": tip.edition.method,
        "parts": tip.parts.select_related("place").order_by("place__path"),
    }


WORK = Casework(
    model=SafetyTip,
    view=caps.VIEW,
    filter=TipFilter,
    form=TipStepForm,
    title=gettext_lazy("平安提示"),
    parts=("emergencies/safety_tips/_facts.html",),
    more=more,
    links=links,
    export=(gettext_lazy("平安提示清单"), COLUMNS, sheet_rows),
)


@page(caps.VIEW)
def list(request):
    """The tips within reach: first due first, the whole filter in the address."""
    return WORK.list_page(request)


@page(caps.EXPORT)
def export(request):
    """XLSX of the filtered rows, written as they are read."""
    return WORK.export_page(request)


@page(caps.VIEW, of="safety_tips")
def detail(request, number):
    """The tip: what rose, what to do, the villages it was passed on to; right what can be done now."""
    return WORK.detail_page(request, number)


@action(caps.VIEW, of="safety_tips", by="step")
def take_step(request, number, step):
    """The form of a step, and its taking."""
    return WORK.step_page(request, number, step)
