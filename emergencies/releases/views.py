"""The pages of release orders: list, order, the order with what was picked, its steps, and the paper."""

from uuid import uuid4

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from emergencies.catalogue.services import commands
from emergencies.releases import permissions as caps
from emergencies.releases import services
from emergencies.releases.enums import State
from emergencies.releases.filters import INCOMING, ReleaseFilter
from emergencies.releases.forms import OrderForm, ReleaseStepForm
from emergencies.releases.models import ReleaseOrder
from emergencies.releases.sheet import COLUMNS, LINE_WORDS, sheet_rows
from governance.access.scope import may
from governance.flow.engine import StepRefused
from governance.web.casework.filters import MINE
from governance.web.casework.pages import Casework
from governance.web.page import action, find, page

SHOWN_BESIDE = 10  # orders on the command board


def links(request):
    found = []
    if may(request.user, caps.EXPORT):
        found.append({"label": _("导出 Excel"), "url": reverse("releases_export"), "icon": "download", "needs_rows": True})
    if may(request.user, caps.ORDER) and commands(request.user):
        found.append({"label": _("下达动用指令"), "url": reverse("releases_create"), "main": True})
    return found


def tabs(request):
    """What the post can act on."""
    found = [(_("待本单位签收"), {"state": INCOMING})] if may(request.user, caps.RECEIVE) else []
    if may(request.user, caps.SEND):
        found.insert(0, (_("本单位待备货"), {"state": State.ORDERED.value, "holder": MINE}))
    return found


def case_links(request, order):
    return [{"label": _("打印指令"), "url": reverse("releases_paper", args=[order.number]), "icon": "print"}]


def more(request, order):
    return {"lines": order.lines.select_related("item"), "picks": order.picks.select_related("batch__item")}


WORK = Casework(
    model=ReleaseOrder,
    view=caps.VIEW,
    filter=ReleaseFilter,
    form=ReleaseStepForm,
    title=gettext_lazy("应急物资动用"),
    parts=("emergencies/releases/_facts.html", "emergencies/releases/_lines.html", "emergencies/releases/_picks.html"),
    more=more,
    links=links,
    case_links=case_links,
    tabs=tabs,
    line_words=LINE_WORDS,
    export=(gettext_lazy("应急物资动用清单"), COLUMNS, sheet_rows),
)


def beside_incident(incident, *, by):
    """What was released for an incident, for the command board; None where nothing was and the person can order nothing."""
    orders = ReleaseOrder.objects.visible_to(by, caps.VIEW).filter(incident=incident).order_by("-opened_at")[:SHOWN_BESIDE]
    rows = [(order.title, order.get_absolute_url(), (order.tone, order.state_label)) for order in orders]
    may_order = may(by, caps.ORDER) and commands(by)
    if not rows and not may_order:
        return None
    link = (_("下达动用指令"), f"{reverse('releases_create')}?incident={incident.number}") if may_order else None
    return {"title": _("应急物资"), "rows": rows, "link": link}


@page(caps.VIEW)
def list(request):
    """The orders: first due first, the whole filter in the address."""
    return WORK.list_page(request)


@page(caps.EXPORT)
def export(request):
    """XLSX of the filtered rows, written as they are read."""
    return WORK.export_page(request)


@page(caps.VIEW, of="releases")
def detail(request, number):
    """The order: what is released and where it is; right what can be done now."""
    return WORK.detail_page(request, number)


@page(caps.VIEW, of="releases")
def paper(request, number):
    """The order to print, sign and file."""
    order = find(ReleaseOrder.objects.for_detail(), request.user, caps.VIEW, number=number)
    return render(
        request, "emergencies/releases/paper.html", {"order": order, "back_url": order.get_absolute_url(), **more(request, order)}
    )


@action(caps.VIEW, of="releases", by="step")
def take_step(request, number, step):
    """The form of a step, and its taking."""
    return WORK.step_page(request, number, step)


@action(caps.ORDER)
def create(request):
    """Give an order; the department of emergency management alone does that (Art. 37)."""
    if not commands(request.user):
        messages.error(request, _("动用指令由应急管理部门下达。"))
        return redirect("releases_list")
    data = (request.POST,) if request.method == "POST" else ()
    form = OrderForm(*data, user=request.user, initial={"submission": uuid4(), "incident": request.GET.get("incident", "")})
    if form.is_bound and form.is_valid() and (order := ordered(form, by=request.user)):
        messages.success(request, _("已下达，编号 %(number)s，已通知仓库管理单位。") % {"number": order.number})
        return redirect(order)
    context = {"form": form, "breadcrumb": [(WORK.title, WORK.list_url), (_("下达动用指令"), "")]}
    return render(request, "emergencies/releases/form.html", context, status=422 if form.errors else 200)


def ordered(form, *, by):
    """The new order, or None where it was refused."""
    try:
        return services.order(by=by, at=timezone.now(), **form.facts())
    except StepRefused as refused:
        form.add_error(None, str(refused))
        return None
