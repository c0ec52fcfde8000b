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
from governance.papers.filling import FORMS, made
from governance.web.casework.filters import MINE
from governance.web.casework.pages import Casework
from governance.web.holding import still_held, tell_refused, typed
from governance.web.page import action, page
from governance.web.stale import saved
from supervision.orders import permissions as caps
from supervision.orders import services
from supervision.orders.data import facts
from supervision.orders.enums import State
from supervision.orders.filters import ESCALATED, EXTENSION, OrderFilter
from supervision.orders.forms import CheckForm, ConclusionForm, DraftForm, ItemFormSet, OrderStepForm
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
    if may_check(request.user, order):
        found.append({"label": _("现场复查"), "url": reverse("orders_recheck", args=[order.number]), "main": True})
    if may_write(request.user, order):
        found.append({"label": _("修改通知书"), "url": reverse("orders_draft", args=[order.number]), "icon": "edit", "main": True})
    return found


def may_write(user, order):
    """The leading group's office writes on its own draft, until it is served."""
    return order.state == State.DRAFTED and is_of_its_group(user, order)


def is_of_its_group(user, order):
    """Whether someone serves at the leading group's office that has the order, and may follow it."""
    own = user.acting_post is not None and user.acting_post.office_id == order.office_id
    return own and may(user, caps.SERVE, order)


def may_check(user, order):
    """Who watches over it looks at it on the spot, once the unit says that it is done."""
    return order.state == State.REPORTED and is_of_its_group(user, order)


def acts_for_unit(user, order):
    """Whether the leading group reports for a unit that has nobody at the portal."""
    return order.state == State.SERVED and is_of_its_group(user, order) and not order.unit_has_people


def more(request, order):
    return {
        "items": order.items.prefetch_related("proofs", "photos"),
        "sees_finding": may(request.user, order.finding.view_capability, order.finding),
        "acts_for_unit": acts_for_unit(request.user, order),
        "given": None if order.served_at else services.time_given(order, at=timezone.now()),
    }


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
    if request.method == "POST" and not is_of_its_group(request.user, order):
        raise Http404
    if request.method == "GET" and not may_write(request.user, order):
        return redirect(order)
    posted = request.POST if request.method == "POST" else None
    form = DraftForm(posted, instance=order)
    form.rowset = items = ItemFormSet(posted, initial=[{"what": item.what, "by": item.by} for item in order.items.all()], prefix="items")
    if posted is not None and written(request, order, form, items):
        return redirect(order)
    trail, given = [*WORK.way_to(order), (_("修改通知书"), "")], services.time_given(order, at=timezone.now())
    context = {"case": order, "form": form, "items": items, "given": given, "breadcrumb": trail}
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


@action(caps.SERVE, of="orders")
def recheck(request, number):
    """现场复查, made for a phone: thing after thing, each kept with its photographs as soon as it is sent; then the conclusion."""
    order, at = WORK.seen(request, number), timezone.now()
    if not may_check(request.user, order):
        if request.method == "POST":
            raise Http404
        return redirect(order)
    if "conclude" in request.POST:
        form = ConclusionForm(request.POST)
        done = form.is_valid() and taken(form, lambda: services.conclude(order, by=request.user, at=at, **form.cleaned_data))
        return redirect(order) if done else recheck_page(request, order, conclusion=form)
    form = CheckForm(typed(request, at=at), at=at)
    if form.is_bound:
        tell_refused(request, form)
        if form.is_valid() and checked(request, order, form, at=at):
            return redirect("orders_recheck", order.number)
    return recheck_page(request, order, form)


def checked(request, order, form, *, at):
    """Keep what was found of one thing; False where it was refused."""
    values = form.cleaned_data
    seen = {name: values[name] for name in ("passed", "words", "held")}
    found = taken(form, lambda: services.check_item(order, values["position"], by=request.user, at=at, **seen))
    if found:
        messages.success(request, _("已保存第 %(position)s 项。") % values)
    return found


def taken(form, act):
    """Whether it was done; a refusal becomes an error of the form."""
    try:
        act()
    except engine.StepRefused as refused:
        form.add_error(None, str(refused))
        return False
    return True


def recheck_page(request, order, form=None, conclusion=None):
    """The things in their order, the next one open; the conclusion below them once all were seen."""
    items = [*order.items.prefetch_related("proofs", "photos")]
    wanted = form.data.get("position") if form is not None and form.is_bound else request.GET.get("item", "")
    asked = next((item for item in items if str(item.position) == wanted), None)
    opened = asked or next((item for item in items if item.passed is None), None)
    if opened and (form is None or not form.is_bound):
        form = CheckForm(initial={"position": opened.position, "passed": opened.passed, "words": opened.checked}, at=timezone.now())
    context = {
        "case": order, "items": items, "opened": opened, "form": form, "held": still_held(form, at=timezone.now()),
        "conclusion": conclusion or ConclusionForm(), "all_seen": all(item.passed is not None for item in items),
        "breadcrumb": [*WORK.way_to(order), (_("现场复查"), "")],
    }  # fmt: skip
    wrong = (form is not None and form.errors) or (conclusion is not None and conclusion.errors)
    return render(request, "supervision/orders/recheck.html", context, status=422 if wrong else 200)


@page(caps.VIEW, of="orders")
def notice(request, number, form):
    """责令限期整改通知书 as Word or PDF."""
    order = WORK.seen(request, number)
    if form not in FORMS:
        raise Http404
    return made(
        facts.template(facts.NOTICE), facts.notice_facts(order), name=f"{_('责令限期整改通知书')} {order.document}".strip(), form=form
    )


@page(caps.VIEW, of="orders")
def receipt(request, number, form):
    """送达回证 of the notice as Word or PDF."""
    order = WORK.seen(request, number)
    if form not in FORMS:
        raise Http404
    return made(facts.template(facts.RECEIPT), facts.receipt_facts(order), name=f"{_('送达回证')} {order.document}".strip(), form=form)
