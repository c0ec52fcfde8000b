"""Pages of orders to rectify: worklist, the order, its draft, the printed notice, and every step of the flow."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from governance.access.scope import may
from governance.flow import engine
from governance.web.casework.filters import MINE
from governance.web.casework.pages import Casework
from governance.web.page import action, page
from governance.web.stale import saved
from supervision.orders import permissions as caps
from supervision.orders import services
from supervision.orders.enums import State
from supervision.orders.filters import ESCALATED, EXTENSION, OrderFilter
from supervision.orders.forms import DraftForm, ItemFormSet, OrderStepForm
from supervision.orders.models import Order
from supervision.orders.sheet import COLUMNS, LINE_WORDS, sheet_rows


def links(request):
    if not may(request.user, caps.EXPORT):
        return []
    return [{"label": _("导出 Excel"), "url": reverse("orders_export"), "icon": "download", "needs_rows": True}]


def tabs(request):
    """What the post can act on."""
    if not may(request.user, caps.DECIDE):
        return [(_("逾期"), {"due": "late"})]
    return [
        (_("待送达"), {"state": State.DRAFTED.value, "holder": MINE}),
        (_("待复查"), {"state": State.REPORTED.value, "holder": MINE}),
        (_("待审延期"), {"state": EXTENSION}),
        (_("逾期"), {"due": "late"}),
        (_("已提级"), {"state": ESCALATED}),
    ]


def case_links(request, order):
    found = [{"label": _("打印通知书"), "url": reverse("orders_print", args=[order.number]), "icon": "print"}]
    if may_write(request.user, order):
        found.append({"label": _("修改通知书"), "url": reverse("orders_draft", args=[order.number]), "icon": "edit", "main": True})
    return found


def may_write(user, order):
    """The leading group's office writes on its own draft, until it is served."""
    own = user.acting_post is not None and user.acting_post.office_id == order.office_id
    return own and order.state == State.DRAFTED and may(user, caps.SERVE, order)


def more(request, order):
    return {"items": order.items.all(), "sees_finding": may(request.user, order.finding.view_capability, order.finding)}


WORK = Casework(
    model=Order,
    view=caps.VIEW,
    filter=OrderFilter,
    form=OrderStepForm,
    title=gettext_lazy("责令整改"),
    parts=("supervision/orders/_facts.html", "supervision/orders/_items.html", "cases/_orders.html"),
    more=more,
    links=links,
    case_links=case_links,
    tabs=tabs,
    line_words=LINE_WORDS,
    export=(gettext_lazy("责令整改"), COLUMNS, sheet_rows),
)


@page(caps.VIEW)
def list(request):
    """The worklist: first due first, the whole filter in the address."""
    return WORK.list_page(request)


@page(caps.EXPORT)
def export(request):
    """XLSX of the filtered rows."""
    return WORK.export_page(request)


@page(caps.VIEW, of="orders")
def detail(request, number):
    """The order: what is to be put right by when, and what can be done now."""
    return WORK.detail_page(request, number)


@action(caps.VIEW, of="orders", by="step")
def take_step(request, number, step):
    """The form of a step, and its taking."""
    return WORK.step_page(request, number, step)


@page(caps.VIEW, of="orders")
def print_out(request, number):
    """责令限期整改通知书, as it is sealed and served, with its proof of service."""
    order = WORK.seen(request, number)
    rectify = services.rectify_clock(order)
    context = {"case": order, "items": order.items.all(), "rectify": rectify, "back_url": order.get_absolute_url()}
    return render(request, "supervision/orders/print.html", context)


@action(caps.SERVE, of="orders")
def draft(request, number):
    """Write the notice: facts, article, the things to put right with their dates."""
    order = WORK.seen(request, number)
    if request.method == "POST" and not may_write(request.user, order):
        raise Http404
    posted = request.POST if request.method == "POST" else None
    form = DraftForm(posted, instance=order)
    items = ItemFormSet(posted, initial=[{"what": item.what, "by": item.by} for item in order.items.all()], prefix="items")
    if posted is not None and written(request, order, form, items):
        return redirect(order)
    context = {"case": order, "form": form, "items": items, "breadcrumb": [*WORK.way_to(order), (_("修改通知书"), "")]}
    return render(request, "supervision/orders/draft.html", context, status=422 if form.errors or items.total_error_count() else 200)


def written(request, order, form, items):
    """Write what was typed; a refusal becomes an error of the form."""
    try:
        found = saved(form, lambda: services.rewrite(order, items.items, by=request.user, at=timezone.now(), **form.facts()), items)
    except engine.StepRefused as refused:
        form.add_error(None, str(refused))
        return False
    if found:
        messages.success(request, _("已保存通知书。"))
    return found
