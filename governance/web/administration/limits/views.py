"""Limits: the list in force, one with its history, and a change."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from governance.deadlines.models import Limit
from governance.permissions import LIMITS
from governance.web.administration.limits import services
from governance.web.administration.limits.filters import LimitFilter
from governance.web.administration.limits.forms import LimitForm
from governance.web.administration.reach import acts_for_city, one, require_city
from governance.web.limit_names import name_of, procedure_of, start_of
from governance.web.listing import page_of
from governance.web.models import AdministrativeAct
from governance.web.page import action, page
from governance.web.stale import saved

ACTS_SHOWN = 30


def trail(*more):
    return [(_("办理时限"), reverse("limits")), *more]


@page(LIMITS)
def limits(request):
    """The limits in force now, each with what it rests on."""
    filters = LimitFilter(request.GET, Limit.objects.valid(timezone.now()).order_by("code"))
    shown = page_of(filters.qs, request.GET.get("page"))
    rows = [{"limit": limit, "name": name_of(limit.code)} for limit in shown.rows]
    template = "administration/limits/_rows.html" if request.headers.get("HX-Request") else "administration/limits/list.html"
    return render(request, template, {"page": shown, "rows": rows, "form": filters.form, "breadcrumb": [(_("办理时限"), "")]})


@page(LIMITS)
def limit_detail(request, code):
    """One limit: what holds, what held, what will hold."""
    at, rows = timezone.now(), list(Limit.objects.filter(code=code).order_by("-valid_from"))
    current = one(Limit.objects.valid(at), code=code)
    context = {
        "limit": current,
        "name": name_of(code),
        "procedure": procedure_of(current.procedure),
        "start": start_of(current.starts_with),
        "rows": [{"limit": row, "is_current": row == current, "is_coming": row.valid_from > at} for row in rows],
        "may_change": acts_for_city(request.user, LIMITS),
        "acts": AdministrativeAct.objects.about(services.subject(code)).with_actors()[:ACTS_SHOWN],
        "breadcrumb": trail((name_of(code), "")),
    }
    return render(request, "administration/limits/detail.html", context)


@action(LIMITS, of="city")
def limit_edit(request, code):
    """New values for a limit."""
    require_city(request.user, LIMITS)
    at = timezone.now()
    limit = one(Limit.objects.valid(at), code=code)
    form = LimitForm(request.POST or None, instance=limit, at=at)
    if request.method == "POST":
        try:
            if saved(form, lambda: services.change(code, **form.changes(), by=request.user, at=at)):
                messages.success(request, _("新的时限已登记。"))
                return redirect("limit_detail", code=code)
        except services.Refused as refused:
            form.add_error(None, str(refused))
    breadcrumb = trail((name_of(code), reverse("limit_detail", args=[code])), (_("修改"), ""))
    return render(
        request,
        "administration/limits/form.html",
        {"form": form, "code": code, "name": name_of(code), "breadcrumb": breadcrumb},
    )
