"""The pages of drills: list, detail, every step."""

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from emergencies.drills import permissions as caps
from emergencies.drills.enums import State
from emergencies.drills.filters import MISSED, SOON, DrillFilter
from emergencies.drills.forms import DrillStepForm
from emergencies.drills.models import Drill
from emergencies.drills.sheet import COLUMNS, LINE_WORDS, sheet_rows
from governance.access.scope import may
from governance.web.casework.bulk import Bulk, NoteForm, taking
from governance.web.casework.pages import Casework
from governance.web.page import action, page


def links(request):
    if not may(request.user, caps.EXPORT):
        return []
    return [{"label": _("导出 Excel"), "url": reverse("drills_export"), "icon": "download", "needs_rows": True}]


def tabs(request):
    """What is asked most."""
    return [
        (_("60日内须组织"), {"state": SOON}),
        (_("逾期未组织"), {"state": MISSED}),
        (_("已报送"), {"state": State.REPORTED.value}),
    ]


def case_links(request, drill):
    return [{"label": _("场所信息"), "url": drill.venue.get_absolute_url()}]


def more(request, drill):
    """What the page of a drill tells besides: every rule that applies, the binding one marked, and what is to be put right."""
    return {"rules": drill.venue.kind.drill_rules.filter(active=True).order_by("code"), "measures": drill.measures.order_by("until", "pk")}


def form_more(drill, step, form):
    """Photographs of a refused try stay with the form."""
    return {"held": form.keep_photographs(at=timezone.now()) if form.errors else []}


WORK = Casework(
    model=Drill,
    view=caps.VIEW,
    filter=DrillFilter,
    form=DrillStepForm,
    title=gettext_lazy("应急演练"),
    parts=("emergencies/drills/_facts.html", "emergencies/drills/_record.html"),
    more=more,
    form_parts=("emergencies/drills/_held.html",),
    form_more=form_more,
    links=links,
    case_links=case_links,
    tabs=tabs,
    bulk=(Bulk("remind", gettext_lazy("批量催办"), caps.SUPERVISE, taking("remind", gettext_lazy("已催办")), form=NoteForm),),
    line_words=LINE_WORDS,
    export=(gettext_lazy("应急演练清单"), COLUMNS, sheet_rows),
)


@page(caps.VIEW)
def list(request):
    """The obligations: first due first, the whole filter in the address."""
    return WORK.list_page(request)


@page(caps.EXPORT)
def export(request):
    """XLSX of the filtered rows, written as they are read."""
    return WORK.export_page(request)


@action(caps.VIEW)
def bulk(request):
    """Press many at once; every row gets its own result."""
    return WORK.bulk_page(request)


@page(caps.VIEW, of="drills")
def detail(request, number):
    """The obligation: which rule binds, what is owed by when, and the record of the drill."""
    return WORK.detail_page(request, number)


@action(caps.VIEW, of="drills", by="step")
def take_step(request, number, step):
    """The form of a step, and its taking."""
    return WORK.step_page(request, number, step)
