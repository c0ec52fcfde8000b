"""The pages of inspection plans: list, draft, the plan with its pool and draw, and its steps."""

from uuid import uuid4

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from emergencies.inspection_plans import permissions as caps
from emergencies.inspection_plans import services
from emergencies.inspection_plans.enums import PUBLISHED, State
from emergencies.inspection_plans.filters import PlanFilter
from emergencies.inspection_plans.forms import PlanForm, PlanStepForm
from emergencies.inspection_plans.models import InspectionPlan
from emergencies.inspection_plans.sheet import COLUMNS, LINE_WORDS, sheet_rows
from governance.access.scope import may
from governance.web.casework.filters import MINE
from governance.web.casework.pages import Casework
from governance.web.page import action, page

POOL_SHOWN = 10


def links(request):
    found = [{"label": _("检查对象名录"), "url": reverse("premises_list")}]
    if may(request.user, caps.EXPORT):
        found.append({"label": _("导出 Excel"), "url": reverse("inspection_plans_export"), "icon": "download", "needs_rows": True})
    if may(request.user, caps.PLAN):
        found.append({"label": _("拟定检查计划"), "url": reverse("inspection_plans_create"), "main": True})
    return found


def tabs(request):
    """What the post can act on."""
    if not may(request.user, caps.PLAN):
        return []
    return [
        (_("本单位待审定"), {"state": State.DRAFTED.value, "holder": MINE}),
        (_("本单位待抽取"), {"state": State.ANNOUNCED.value, "holder": MINE}),
    ]


def case_links(request, plan):
    """The page where everybody can do the sums again."""
    published = plan.state in PUBLISHED
    return [{"label": _("公示页面"), "url": reverse("inspection_plan_published", args=[plan.number])}] if published else []


def more(request, plan):
    """What is inspected, who is sent out, and the pool."""
    return {
        "kinds": plan.kinds.all(),
        "people": plan.inspectors.order_by("name"),
        "lots": plan.lots.select_related("premises")[:POOL_SHOWN],
    }


WORK = Casework(
    model=InspectionPlan,
    view=caps.VIEW,
    filter=PlanFilter,
    form=PlanStepForm,
    title=gettext_lazy("安全检查计划"),
    parts=("emergencies/inspection_plans/_facts.html", "emergencies/inspection_plans/_pool.html"),
    more=more,
    links=links,
    case_links=case_links,
    tabs=tabs,
    line_words=LINE_WORDS,
    export=(gettext_lazy("安全检查计划清单"), COLUMNS, sheet_rows),
)


@page(caps.VIEW)
def list(request):
    """The plans: first due first, the whole filter in the address."""
    return WORK.list_page(request)


@page(caps.EXPORT)
def export(request):
    """XLSX of the filtered rows, written as they are read."""
    return WORK.export_page(request)


@page(caps.VIEW, of="inspection_plans")
def detail(request, number):
    """The plan: what is inspected, its pool and its draw; right what can be done now."""
    return WORK.detail_page(request, number)


@action(caps.VIEW, of="inspection_plans", by="step")
def take_step(request, number, step):
    """The form of a step, and its taking."""
    return WORK.step_page(request, number, step)


@action(caps.PLAN)
def create(request):
    """Draw up a plan for the office acted for."""
    form = PlanForm(request.POST if request.method == "POST" else None, user=request.user, initial={"submission": uuid4()})
    if form.is_bound and form.is_valid():
        plan = services.draft(at=timezone.now(), by=request.user, **form.cleaned_data)
        messages.success(request, _("已拟定，编号 %(number)s，请同事审定公布。") % {"number": plan.number})
        return redirect(plan)
    title, back = _("拟定检查计划"), WORK.list_url
    context = {"form": form, "title": title, "back": back, "breadcrumb": [(WORK.title, back), (title, "")]}
    return render(request, "layouts/one_form.html", context, status=422 if form.errors else 200)
