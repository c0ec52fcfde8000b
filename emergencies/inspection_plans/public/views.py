"""安全检查公示: the plans, their pools and their draws, so that everybody can do the sums again."""

from django.http import Http404
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from emergencies.inspection_plans.public.services import lots_of, published
from governance.sheets.columns import Column
from governance.web.downloads import download
from governance.web.listing import page_of
from governance.web.page import PUBLIC, page

TITLE = gettext_lazy("安全检查公示")
YES_NO = {True: gettext_lazy("是"), False: gettext_lazy("否")}
COLUMNS = (
    Column("number", gettext_lazy("名录编号")),
    Column("premises.name", gettext_lazy("名称"), width=30),
    Column("premises.kind.label", gettext_lazy("类型"), width=24),
    Column("", gettext_lazy("必查"), value=lambda lot: YES_NO[lot.is_key]),
    Column("rank", gettext_lazy("散列值"), width=66),
    Column("", gettext_lazy("抽中"), value=lambda lot: YES_NO[lot.drawn]),
)


def published_plan(number):
    """A plan that was published, or 404."""
    plan = published().filter(number=number).first()
    if plan is None:
        raise Http404
    return plan


@page(PUBLIC)
def inspection_plans_published(request):
    """Every plan that was published, the newest first."""
    context = {"page": page_of(published(), request.GET.get("page", 1)), "breadcrumb": [(_("首页"), reverse("home")), (TITLE, "")]}
    return render(request, "emergencies/inspection_plans/published.html", context)


@page(PUBLIC)
def inspection_plan_published(request, number):
    """One plan: what decides, what was drawn, and how to do the sums again."""
    plan = published_plan(number)
    trail = [(_("首页"), reverse("home")), (TITLE, reverse("inspection_plans_published")), (plan.number, "")]
    context = {"plan": plan, "page": page_of(lots_of(plan), request.GET.get("page", 1)), "breadcrumb": trail}
    return render(request, "emergencies/inspection_plans/published_one.html", context)


@page(PUBLIC)
def inspection_plan_pool(request, number):
    """The whole pool as Excel or CSV."""
    plan = published_plan(number)
    return download(request, f"{_('抽取名单')}_{plan.number}", COLUMNS, lots_of(plan).iterator(chunk_size=2000), dated=False)
