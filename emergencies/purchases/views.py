"""The pages of purchase plans: list, draft, the plan with its lines, and its steps."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from emergencies.catalogue.services import commands
from emergencies.purchases import permissions as caps
from emergencies.purchases import services
from emergencies.purchases.filters import PurchaseFilter
from emergencies.purchases.forms import DraftForm, PurchaseStepForm
from emergencies.purchases.models import PurchasePlan
from emergencies.purchases.sheet import COLUMNS, LINE_WORDS, PLAN_COLUMNS, sheet_rows
from governance.access.scope import may
from governance.flow.engine import StepRefused
from governance.people.models import Office
from governance.web.casework.pages import Casework
from governance.web.downloads import download
from governance.web.page import action, find, page


def links(request):
    found = [{"label": _("应急物资储备"), "url": reverse("stockpiles_list")}]
    if may(request.user, caps.EXPORT):
        found.append({"label": _("导出 Excel"), "url": reverse("purchases_export"), "icon": "download", "needs_rows": True})
    if may(request.user, caps.PLAN) and commands(request.user):
        found.append({"label": _("编制购置计划"), "url": reverse("purchases_create"), "main": True})
    return found


def case_links(request, plan):
    if not may(request.user, caps.EXPORT):
        return []
    return [{"label": _("导出明细"), "url": reverse("purchases_lines", args=[plan.number]), "icon": "download"}]


def more(request, plan):
    return {
        "lines": plan.lines.select_related("item"),
        "awaited": Office.objects.filter(pk__in=plan.awaited_ids).order_by("pk"),
        "on_paper": services.not_registered(plan) if plan.is_ongoing and plan.approved_at is None else [],
    }


WORK = Casework(
    model=PurchasePlan,
    view=caps.VIEW,
    filter=PurchaseFilter,
    form=PurchaseStepForm,
    title=gettext_lazy("应急物资购置计划"),
    parts=("emergencies/purchases/_facts.html", "emergencies/purchases/_lines.html"),
    more=more,
    links=links,
    case_links=case_links,
    line_words=LINE_WORDS,
    export=(gettext_lazy("应急物资购置计划清单"), COLUMNS, sheet_rows),
)


@page(caps.VIEW)
def list(request):
    """The plans: first due first, the whole filter in the address."""
    return WORK.list_page(request)


@page(caps.EXPORT)
def export(request):
    """XLSX of the filtered rows, written as they are read."""
    return WORK.export_page(request)


@page(caps.VIEW, of="purchases")
def detail(request, number):
    """The plan: what is needed, there, and bought; right what can be done now."""
    return WORK.detail_page(request, number)


@page(caps.EXPORT, of="purchases")
def lines(request, number):
    """The lines of a plan as Excel or CSV."""
    plan = find(PurchasePlan.objects.order_by(), request.user, caps.EXPORT, number=number)
    return download(request, f"{_('购置计划')}_{plan.number}", PLAN_COLUMNS, plan.lines.select_related("item").iterator())


@action(caps.VIEW, of="purchases", by="step")
def take_step(request, number, step):
    """The form of a step, and its taking."""
    return WORK.step_page(request, number, step)


@action(caps.PLAN)
def create(request):
    """Draw up the plan of a year; the department of emergency management alone does that (Art. 37)."""
    if not commands(request.user):
        messages.error(request, _("购置计划由应急管理部门会同相关部门编制。"))
        return redirect("purchases_list")
    form = DraftForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid() and (plan := drafted(form, by=request.user)):
        messages.success(request, _("已按定额和库存测算，编号 %(number)s。") % {"number": plan.number})
        return redirect(plan)
    title, back = _("编制购置计划"), WORK.list_url
    context = {"form": form, "title": title, "back": back, "submit": _("测算"), "breadcrumb": [(WORK.title, back), (title, "")]}
    return render(request, "layouts/one_form.html", context, status=422 if form.errors else 200)


def drafted(form, *, by):
    """The new plan, or None where the year has one."""
    try:
        return services.draft(year=form.cleaned_data["year"], by=by, at=timezone.now())
    except StepRefused as refused:
        form.add_error("year", str(refused))
        return None
