"""The pages of diversions, the form that opens one, and what a mediation's page shows of them."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from disputes.diversion import permissions as caps
from disputes.diversion import services
from disputes.diversion.enums import State
from disputes.diversion.filters import DiversionFilter
from disputes.diversion.forms import DiversionForm, DiversionStepForm, Papers
from disputes.diversion.models import Diversion
from disputes.diversion.sheet import COLUMNS, sheet_rows, sub
from disputes.mediation import permissions as mediation_caps
from disputes.mediation.models import Mediation
from governance.access.scope import may
from governance.flow.engine import StepRefused
from governance.web.casework.filters import MINE
from governance.web.casework.pages import Casework
from governance.web.page import action, find, page


def links(request):
    if not may(request.user, caps.EXPORT):
        return []
    return [{"label": _("导出 Excel"), "url": reverse("diversion_export"), "icon": "download", "needs_rows": True}]


def tabs(request):
    """What the post can act on."""
    if may(request.user, caps.RECEIVE):
        return [
            (_("待接收"), {"state": State.SENT.value, "receiver": MINE}),
            (_("待反馈结果"), {"state": State.RECEIVED.value, "receiver": MINE}),
        ]
    return [(_("待移送"), {"state": State.PREPARED.value}), (_("对方办理中"), {"state": State.RECEIVED.value})]


def more(request, diversion):
    """What went with it, and the mediation it comes from."""
    mediation = diversion.mediation
    return {"papers": diversion.papers.all(), "mediation": mediation, "may_open": may(request.user, mediation_caps.VIEW, mediation)}


WORK = Casework(
    model=Diversion,
    view=caps.VIEW,
    filter=DiversionFilter,
    form=DiversionStepForm,
    title=gettext_lazy("分流衔接"),
    parts=("disputes/diversion/_facts.html",),
    more=more,
    links=links,
    tabs=tabs,
    line_words={"sub": sub},
    export=(gettext_lazy("分流衔接清单"), COLUMNS, sheet_rows),
)


@page(caps.VIEW)
def list(request):
    """The worklist: first due first."""
    return WORK.list_page(request)


@page(caps.EXPORT)
def export(request):
    """XLSX of the filtered rows."""
    return WORK.export_page(request)


@page(caps.VIEW, of="diversion")
def detail(request, number):
    """Where it went, what went with it, and what came of it."""
    return WORK.detail_page(request, number)


@action(caps.VIEW, of="diversion", by="step")
def take_step(request, number, step):
    """The form of a step, and its taking."""
    return WORK.step_page(request, number, step)


def own(user, number):
    """The mediation, for who mediates at the committee that holds it; 404 for all others."""
    mediation = find(Mediation.objects.for_detail(), user, caps.SEND, number=number)
    if user.acting_post is None or mediation.office_id != user.acting_post.office_id:
        raise Http404
    return mediation


@action(caps.SEND, of="mediation", by=caps.SEND)
def create(request, number):
    """Take down where a dispute goes, who agreed, and what goes with it."""
    mediation, posted = own(request.user, number), request.method == "POST"
    form = DiversionForm(request.POST if posted else None, mediation=mediation)
    form.rowset = papers = Papers(request.POST if posted else None, initial=services.proposed_papers(mediation), prefix="paper")
    if posted and form.is_valid() and papers.is_valid():
        try:
            found = services.open_diversion(mediation, papers=papers.papers(), by=request.user, at=timezone.now(), **form.cleaned_data)
        except StepRefused as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, _("已登记分流，请核对材料后移送。"))
            return redirect(found)
    wrong = bool(form.errors or posted and (any(papers.errors) or papers.non_form_errors()))
    trail = [(_("人民调解"), reverse("mediation_list")), (mediation.number, mediation.get_absolute_url()), (_("分流"), "")]
    context = {"form": form, "papers": papers, "case": mediation, "can_divert": services.can_divert(mediation), "breadcrumb": trail}
    return render(request, "disputes/diversion/create.html", context, status=422 if wrong else 200)


def shown_on_mediation(request, case):
    """The other ways on the page of the mediation, and the door to one where it ended without peace."""
    if not isinstance(case, Mediation) or not services.without_peace(case) and not case.diverted_at:
        return None
    user, rows = request.user, [*services.diversions_of(case)] if case.diverted_at else []
    shown = [{"diversion": row, "url": row.get_absolute_url() if may(user, caps.VIEW, row) else ""} for row in rows]
    holds = user.acting_post is not None and case.office_id == user.acting_post.office_id and may(user, caps.SEND, case)
    free = services.without_peace(case) and all(not row.is_ongoing for row in rows)
    url = reverse("diversion_create", args=[case.number]) if holds and free else ""
    return {"template": "disputes/diversion/_on_mediation.html", "rows": shown, "create_url": url} if shown or url else None
