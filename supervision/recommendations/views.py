"""Pages of recommendations: worklist, the case, sending one, taking one down from paper, the papers, and every step of the flow."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from governance.access.scope import may
from governance.papers.filling import FORMS, made
from governance.web.casework.bulk import Bulk, NoteForm, taking
from governance.web.casework.filters import MINE
from governance.web.casework.pages import Casework
from governance.web.holding import still_held, tell_refused, typed
from governance.web.page import action, page
from supervision.recommendations import permissions as caps
from supervision.recommendations import services
from supervision.recommendations.data import papers
from supervision.recommendations.enums import State
from supervision.recommendations.filters import RecommendationFilter
from supervision.recommendations.forms import PaperForm, RecommendationStepForm, SendForm
from supervision.recommendations.models import Recommendation
from supervision.recommendations.rules import kind_of
from supervision.recommendations.sheet import COLUMNS, LINE_WORDS, sheet_rows


def links(request):
    found = []
    if may(request.user, caps.EXPORT):
        found.append({"label": _("导出 Excel"), "url": reverse("recommendations_export"), "icon": "download", "needs_rows": True})
    if may(request.user, caps.REGISTER):
        found.append({"label": _("登记纸质建议"), "url": reverse("recommendations_record"), "main": True})
    if may(request.user, caps.SEND):
        found.append({"label": _("发出建议"), "url": reverse("recommendations_create"), "main": True})
    return found


def tabs(request):
    """What the post can act on."""
    if may(request.user, caps.SEND):
        return [
            (_("待评价"), {"state": State.ANSWERED.value}),
            (_("待签收"), {"state": State.SENT.value}),
            (_("逾期"), {"due": "late"}),
        ]
    return [
        (_("待本单位签收"), {"state": State.SENT.value, "holder": MINE}),
        (_("待本单位答复"), {"state": State.RECEIVED.value, "holder": MINE}),
        (_("逾期"), {"due": "late"}),
    ]


def more(request, case):
    return {"papers": papers.papers_of(case)}


WORK = Casework(
    model=Recommendation,
    view=caps.VIEW,
    filter=RecommendationFilter,
    form=RecommendationStepForm,
    title=gettext_lazy("监察、司法、检察建议"),
    parts=("supervision/recommendations/_facts.html", "supervision/recommendations/_papers.html"),
    more=more,
    links=links,
    tabs=tabs,
    bulk=(Bulk("remind", gettext_lazy("批量催办"), caps.SEND, taking("remind", gettext_lazy("已催办")), form=NoteForm),),
    line_words=LINE_WORDS,
    export=(gettext_lazy("监察司法检察建议"), COLUMNS, sheet_rows),
)


@page(caps.VIEW)
def list(request):
    """The worklist: first due first, the whole filter in the address."""
    return WORK.list_page(request)


@page(caps.EXPORT)
def export(request):
    """XLSX of the filtered rows."""
    return WORK.export_page(request)


@action(caps.VIEW)
def bulk(request):
    """Press many at once; every row gets its own result."""
    return WORK.bulk_page(request)


@page(caps.VIEW, of="recommendations")
def detail(request, number):
    """The recommendation: what is to be put right, the answer with its proof, and the sender's word."""
    return WORK.detail_page(request, number)


@action(caps.VIEW, of="recommendations", by="step")
def take_step(request, number, step):
    """The form of a step, and its taking."""
    return WORK.step_page(request, number, step)


@action(caps.SEND)
def create(request):
    """Art. 59: a body sends a recommendation to a unit of its area."""
    office, at = request.user.acting_post.office, timezone.now()
    if not kind_of(office.trade):
        raise PermissionDenied
    form = SendForm(typed(request, at=at), sender=office, at=at)
    if sent := written(request, form, lambda **facts: services.send(sender=office, **facts), at=at):
        messages.success(request, _("已送达 %(unit)s，编号 %(number)s。") % {"unit": sent.unit.short_name, "number": sent.number})
        return redirect(sent)
    title = _("发出%(kind)s") % {"kind": dict(Recommendation.kind.field.flatchoices)[kind_of(office.trade)]}
    return form_page(request, form, title, _("送达"), at=at)


@action(caps.REGISTER)
def record(request):
    """A recommendation that came on paper: its clock runs from the day it came."""
    at = timezone.now()
    form = PaperForm(typed(request, at=at), post=request.user.acting_post, at=at)
    if taken := written(request, form, services.take_down, at=at):
        messages.success(request, _("已登记 %(number)s。") % {"number": taken.number})
        return redirect(taken)
    return form_page(request, form, _("登记纸质建议"), _("登记"), at=at)


def written(request, form, write, *, at):
    """The case that was written, or None; whatever refuses it becomes an error of the form."""
    if request.method != "POST":
        return None
    tell_refused(request, form)
    if not form.is_valid():
        return None
    try:
        return write(by=request.user, at=at, **form.facts())
    except services.SendRefused as refused:
        form.add_error("document", str(refused))
    except ValidationError as expired:
        form.add_error("files", expired)
    return None


def form_page(request, form, title, submit, *, at):
    context = {
        "form": form,
        "title": title,
        "submit": submit,
        "held": still_held(form, at=at),
        "breadcrumb": [(WORK.title, WORK.list_url), (title, "")],
    }
    return render(request, "supervision/recommendations/form.html", context, status=422 if form.errors else 200)


@page(caps.VIEW, of="recommendations")
def paper(request, number, kind, form):
    """One of its papers, as Word or PDF."""
    case = WORK.seen(request, number)
    if form not in FORMS or kind not in [paper["kind"] for paper in papers.papers_of(case)]:
        raise Http404
    return made(papers.template(kind), papers.facts(kind, case), name=f"{papers.name_of(kind, case)} {case.number}", form=form)
