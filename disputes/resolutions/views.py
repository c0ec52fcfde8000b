"""Pages of decisions: worklist, the decision, and every step of the flow."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from disputes.resolutions import permissions as caps
from disputes.resolutions.enums import State
from disputes.resolutions.filters import ResolutionFilter
from disputes.resolutions.forms import ResolutionStepForm
from disputes.resolutions.models import Resolution
from disputes.resolutions.sheet import COLUMNS, LINE_WORDS, sheet_rows
from governance.access.scope import may
from governance.web.casework.bulk import Bulk, NoteForm, taking
from governance.web.casework.filters import MINE
from governance.web.casework.pages import Casework
from governance.web.page import action, page


def links(request):
    if not may(request.user, caps.EXPORT):
        return []
    return [{"label": _("导出 Excel"), "url": reverse("resolutions_export"), "icon": "download", "needs_rows": True}]


def tabs(request):
    """The questions asked most."""
    found = [(_("待本单位落实"), {"state": State.CARRYING.value, "owner": MINE})]
    if may(request.user, caps.CHECK):
        found.append((_("待验收"), {"state": State.REPORTED.value, "caller": MINE}))
    return [*found, (_("已逾期"), {"due": "late"})]


def more(request, case):
    """The way back to the meeting, for who may open it."""
    return {"may_open_meeting": may(request.user, case.meeting.view_capability, case.meeting)}


WORK = Casework(
    model=Resolution,
    view=caps.VIEW,
    filter=ResolutionFilter,
    form=ResolutionStepForm,
    title=gettext_lazy("联席会议议定事项"),
    parts=("disputes/resolutions/_facts.html",),
    more=more,
    links=links,
    tabs=tabs,
    bulk=(Bulk("remind", gettext_lazy("批量催办"), caps.CHECK, taking("remind", gettext_lazy("已催办")), form=NoteForm),),
    line_words=LINE_WORDS,
    export=(gettext_lazy("联席会议议定事项"), COLUMNS, sheet_rows),
)


@page(caps.VIEW)
def list(request):
    """The worklist: first due first, the whole filter in the address."""
    return WORK.list_page(request)


@page(caps.EXPORT)
def export(request):
    """Excel or CSV of the filtered rows."""
    return WORK.export_page(request)


@action(caps.VIEW)
def bulk(request):
    """Press many at once; every row gets its own result."""
    return WORK.bulk_page(request)


@page(caps.VIEW, of="resolutions")
def detail(request, number):
    """The decision: what is to be done, by whom and until when, and what was reported."""
    return WORK.detail_page(request, number)


@action(caps.VIEW, of="resolutions", by="step")
def take_step(request, number, step):
    """The form of a step, and its taking."""
    return WORK.step_page(request, number, step)
