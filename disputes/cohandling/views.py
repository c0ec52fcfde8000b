"""The pages of co-handling orders, and what a complaint's page shows of them."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from disputes.cohandling import permissions as caps
from disputes.cohandling import services
from disputes.cohandling.enums import State
from disputes.cohandling.filters import CoHandlingFilter
from disputes.cohandling.forms import CoHandlingStepForm
from disputes.cohandling.models import CoHandling
from disputes.complaints import permissions as complaint_caps
from disputes.complaints.models import Complaint
from governance.access.scope import may
from governance.flow.engine import available
from governance.web.casework.filters import MINE
from governance.web.casework.pages import Casework
from governance.web.page import action, page


def more(request, part):
    """The complaint it belongs to."""
    return {"complaint": part.complaint, "may_open": may(request.user, complaint_caps.VIEW, part.complaint)}


def tabs(request):
    """What the post can act on."""
    if not may(request.user, caps.HANDLE):
        return []
    own = [(State.ISSUED, _("待签收")), (State.SIGNED, _("待反馈"))]
    return [*((label, {"state": state.value, "holder": MINE}) for state, label in own), (_("本单位主办"), {"lead": MINE})]


def sub(row):
    return _("诉求 %(number)s · 主办 %(lead)s") % {"number": row.complaint__number, "lead": row.complaint__office__short_name or "—"}


WORK = Casework(
    model=CoHandling,
    view=caps.VIEW,
    filter=CoHandlingFilter,
    form=CoHandlingStepForm,
    title=gettext_lazy("协办单"),
    parts=("disputes/cohandling/_facts.html",),
    more=more,
    tabs=tabs,
    line_words={"sub": sub},
)


@page(caps.VIEW)
def list(request):
    """The worklist: first due first."""
    return WORK.list_page(request)


@page(caps.VIEW, of="cohandling")
def detail(request, number):
    """What is asked for, and what was reported."""
    return WORK.detail_page(request, number)


@action(caps.VIEW, of="cohandling", by="step")
def take_step(request, number, step):
    """The form of a step, and its taking."""
    return WORK.step_page(request, number, step)


def row_of(part, user):
    """A co-handling order beside its complaint: the way to it, and what this person would do next there."""
    url = part.get_absolute_url() if may(user, caps.VIEW, part) else ""
    return {"part": part, "url": url, "wanted": [step for step in available(part, user) if step.main][:1] if url else []}


def shown_on_complaint(request, case):
    """The co-handling offices on the page of their complaint, for the lead to see what they report."""
    if not isinstance(case, Complaint) or not case.is_joint:
        return None
    found = services.parts_of(case)
    parts = [row_of(part, request.user) for part in found]
    return {"template": "disputes/cohandling/_on_complaint.html", "parts": parts}
