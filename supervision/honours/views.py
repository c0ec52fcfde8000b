"""Pages of honours: the register, a nomination, and every step of the flow."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from governance.access.scope import may
from governance.flow import engine
from governance.web.casework.pages import Casework
from governance.web.page import action, page
from supervision.honours import permissions as caps
from supervision.honours import services
from supervision.honours.enums import State
from supervision.honours.filters import HonourFilter
from supervision.honours.forms import HonourStepForm, NominationForm
from supervision.honours.models import Honour
from supervision.honours.sheet import COLUMNS, LINE_WORDS, sheet_rows
from supervision.oversight.services import listed_now


def links(request):
    found = []
    if may(request.user, caps.EXPORT):
        found.append({"label": _("导出 Excel"), "url": reverse("honours_export"), "icon": "download", "needs_rows": True})
    if may(request.user, caps.NOMINATE):
        found.append({"label": _("提名"), "url": reverse("honours_create"), "main": True})
    return found


def tabs(request):
    return [(_("已授予"), {"state": State.GRANTED.value}), (_("已撤销"), {"state": State.WITHDRAWN.value})]


def more(request, honour):
    """Whether the unit is barred now, or stands under listed supervision: said before anyone decides."""
    if not honour.is_ongoing:
        return {"bar": "", "is_listed": False}
    return {"bar": services.bar_of(honour.unit), "is_listed": listed_now(honour.unit)}


WORK = Casework(
    model=Honour,
    view=caps.VIEW,
    filter=HonourFilter,
    form=HonourStepForm,
    title=gettext_lazy("荣誉称号"),
    parts=("supervision/honours/_facts.html",),
    more=more,
    links=links,
    tabs=tabs,
    line_words=LINE_WORDS,
    export=(gettext_lazy("荣誉称号"), COLUMNS, sheet_rows),
)


@page(caps.VIEW)
def list(request):
    """The register; what waits for a decision first."""
    return WORK.list_page(request)


@page(caps.EXPORT)
def export(request):
    """XLSX of the filtered rows."""
    return WORK.export_page(request)


@page(caps.VIEW, of="honours")
def detail(request, number):
    """One title."""
    return WORK.detail_page(request, number)


@action(caps.VIEW, of="honours", by="step")
def take_step(request, number, step):
    """The form of a step, and its taking."""
    return WORK.step_page(request, number, step)


@action(caps.NOMINATE)
def create(request):
    """Propose a title; a unit that failed its assessment is refused beside its field, with the article."""
    form = NominationForm(request.POST if request.method == "POST" else None, user=request.user)
    if form.is_bound and form.is_valid() and (honour := nominated(request, form)):
        return redirect(honour)
    context = {"form": form, "breadcrumb": [(_("荣誉称号"), reverse("honours_list")), (_("提名"), "")]}
    return render(request, "supervision/honours/form.html", context, status=422 if form.errors else 200)


def nominated(request, form):
    """The new nomination, or None: a refusal becomes an error of the form."""
    try:
        honour = services.nominate(by=request.user, at=timezone.now(), **form.cleaned_data)
    except engine.StepRefused as refused:
        form.add_error(None, str(refused))
        return None
    messages.success(request, _("已提名。"))
    return honour
