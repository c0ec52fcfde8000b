"""The pages of the reviews of incidents: worklist, the review with its measures, every step of the flow, and its paper."""

from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from emergencies.incident_reviews import permissions as caps
from emergencies.incident_reviews.data.papers import TEMPLATE, facts_of, known
from emergencies.incident_reviews.enums import State
from emergencies.incident_reviews.filters import ReviewFilter
from emergencies.incident_reviews.forms import ReviewStepForm
from emergencies.incident_reviews.models import IncidentReview
from emergencies.incident_reviews.sheet import COLUMNS, LINE_WORDS, sheet_rows
from emergencies.incidents.models import Incident
from governance.access.scope import may
from governance.papers.filling import FORMS, made
from governance.web.casework.bulk import Bulk, NoteForm, taking
from governance.web.casework.pages import Casework
from governance.web.page import action, page


def links(request):
    if not may(request.user, caps.EXPORT):
        return []
    return [{"label": _("导出 Excel"), "url": reverse("incident_reviews_export"), "icon": "download", "needs_rows": True}]


def tabs(request):
    states = (State.WRITING, State.SUBMITTED, State.IMPROVING)
    return [(state.label, {"state": state.value}) for state in states]


def case_links(request, review):
    labels = {"docx": _("评估报告 Word"), "pdf": _("评估报告 PDF")}
    if not review.shortfalls:
        return []
    return [
        {"label": label, "url": reverse("incident_reviews_paper", args=[review.number, form]), "icon": "print"}
        for form, label in labels.items()
    ]


def more(request, review):
    return {"known": known(review.incident), "measures": review.measures.order_by("until", "pk")}


WORK = Casework(
    model=IncidentReview,
    view=caps.VIEW,
    filter=ReviewFilter,
    form=ReviewStepForm,
    title=gettext_lazy("事件复盘评估"),
    parts=("emergencies/incident_reviews/_facts.html",),
    more=more,
    links=links,
    case_links=case_links,
    tabs=tabs,
    bulk=(Bulk("remind", gettext_lazy("批量催办"), caps.JUDGE, taking("remind", gettext_lazy("已催办")), form=NoteForm),),
    line_words=LINE_WORDS,
    export=(gettext_lazy("事件复盘评估"), COLUMNS, sheet_rows),
)


@page(caps.VIEW)
def list(request):
    """The worklist: first due first."""
    return WORK.list_page(request)


@page(caps.EXPORT)
def export(request):
    """XLSX of the filtered rows."""
    return WORK.export_page(request)


@action(caps.VIEW)
def bulk(request):
    """Press many at once."""
    return WORK.bulk_page(request)


@page(caps.VIEW, of="incident_reviews")
def detail(request, number):
    """The review: what is on record of the incident, what was judged of it, and its measures."""
    return WORK.detail_page(request, number)


@action(caps.VIEW, of="incident_reviews", by="step")
def take_step(request, number, step):
    """The form of a step, and its taking."""
    return WORK.step_page(request, number, step)


@page(caps.VIEW, of="incident_reviews")
def paper(request, number, form):
    """The review on paper, as Word or PDF."""
    review = WORK.seen(request, number)
    if form not in FORMS:
        raise Http404
    return made(TEMPLATE, facts_of(review), name=f"{_('复盘评估报告')}{number}", form=form)


def panel(request, case):
    """The review of an incident, on its page."""
    if not isinstance(case, Incident) or case.ended_at is None:
        return None
    review = IncidentReview.objects.visible_to(request.user, caps.VIEW).filter(incident=case).first()
    return {"template": "emergencies/incident_reviews/_of_incident.html", "review": review} if review else None
