"""Pages of reviews: worklist, the review with its questions, asking, the bound questions and answers, and every step of the flow."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from governance.access.scope import may
from governance.flow import engine
from governance.papers.filling import FORMS, made
from governance.people.models import Office
from governance.web.casework.filters import MINE
from governance.web.casework.pages import Casework
from governance.web.page import action, page
from supervision.reviews import permissions as caps
from supervision.reviews import services
from supervision.reviews.data.papers import RECORD, record_facts
from supervision.reviews.enums import State
from supervision.reviews.filters import REPORTED, ReviewFilter
from supervision.reviews.forms import QuestionFormSet, ReviewForm, ReviewStepForm
from supervision.reviews.models import Review
from supervision.reviews.sheet import COLUMNS, LINE_WORDS, sheet_rows


def links(request):
    found = []
    if may(request.user, caps.EXPORT):
        found.append({"label": _("导出 Excel"), "url": reverse("reviews_export"), "icon": "download", "needs_rows": True})
    if may(request.user, caps.ASK):
        found.append({"label": _("提出询问"), "url": reverse("reviews_create"), "main": True})
    return found


def tabs(request):
    """What the post can act on."""
    if may(request.user, caps.ASK):
        return [(_("待评议"), {"state": State.ANSWERED.value}), (_("落实报告待核实"), {"state": REPORTED})]
    return [(_("待本单位答复"), {"awaited": MINE}), (_("待本单位报告落实"), {"followed": MINE})]


def more(request, case):
    return {
        "questions": case.questions.select_related("unit"),
        "awaited": Office.objects.filter(pk__in=case.awaited_ids).order_by("place__path", "code"),
    }


def form_more(case, step, form):
    """Whoever answers or judges reads the questions beside the form."""
    return {"questions": case.questions.select_related("unit")}


WORK = Casework(
    model=Review,
    view=caps.VIEW,
    filter=ReviewFilter,
    form=ReviewStepForm,
    title=gettext_lazy("人大监督"),
    parts=("supervision/reviews/_facts.html", "supervision/reviews/_questions.html"),
    more=more,
    form_more=form_more,
    links=links,
    tabs=tabs,
    line_words=LINE_WORDS,
    export=(gettext_lazy("人大监督事项"), COLUMNS, sheet_rows),
)


@page(caps.VIEW)
def list(request):
    """The worklist: first due first, the whole filter in the address."""
    return WORK.list_page(request)


@page(caps.EXPORT)
def export(request):
    """XLSX of the filtered rows."""
    return WORK.export_page(request)


@page(caps.VIEW, of="reviews")
def detail(request, number):
    """The review: questions, answers, what is followed up until when."""
    return WORK.detail_page(request, number)


@action(caps.VIEW, of="reviews", by="step")
def take_step(request, number, step):
    """The form of a step, and its taking."""
    return WORK.step_page(request, number, step)


@action(caps.ASK)
def create(request):
    """Put questions to units of the committee's own area."""
    congress = request.user.acting_post.office
    posted = request.POST if request.method == "POST" else None
    form, questions = ReviewForm(posted), QuestionFormSet(posted, congress=congress, prefix="questions")
    if posted is not None and (asked := written(request, form, questions)):
        messages.success(request, _("已提出 %(number)s。") % {"number": asked.number})
        return redirect(asked)
    title = _("提出询问和审议意见")
    context = {"form": form, "questions": questions, "title": title, "breadcrumb": [(WORK.title, WORK.list_url), (title, "")]}
    return render(request, "supervision/reviews/form.html", context, status=422 if form.errors or questions.total_error_count() else 200)


def written(request, form, questions):
    """The review that was opened, or None; a refusal becomes an error of the form."""
    if not (form.is_valid() & questions.is_valid()):
        return None
    facts = {"congress": request.user.acting_post.office, "by": request.user, "at": timezone.now()}
    try:
        return services.ask(questions=questions.pairs, **facts, **form.cleaned_data)
    except engine.StepRefused as refused:
        form.add_error(None, str(refused))
        return None


@page(caps.VIEW, of="reviews")
def record(request, number, form):
    """问答汇编, as Word or PDF."""
    case = WORK.seen(request, number)
    if form not in FORMS:
        raise Http404
    return made(RECORD, record_facts(case), name=f"{_('问答汇编')} {case.number}", form=form)
