"""The floors of the rates: what holds, since when and why, and another one."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from governance import registry
from governance.calendar.months import month_of
from governance.web.administration.reach import acts_for_city, require_city
from governance.web.page import action, page
from supervision.indicators import floors as kept
from supervision.indicators.forms import FloorForm
from supervision.indicators.models import Floor
from supervision.indicators.permissions import FLOORS, READ


def trail(*more):
    return [(_("指标看板"), reverse("dashboard")), *more]


def lines():
    """Every rate that can have a floor, those with one first: the floor of the running month, its row, and one that is still to come."""
    running = month_of(timezone.localdate())
    rows, coming, models = kept.rows_for(running), coming_after(running), registry.case_models()
    found = [
        {
            "indicator": one, "procedure": models[one.procedure].flow.label, "share": kept.percent(one), "row": rows.get(one.code),
            "coming": coming.get(one.code),
        }
        for one in kept.floored(running)
    ]  # fmt: skip
    return sorted(found, key=lambda line: line["share"] is None)


def coming_after(month):
    """{code: the first row that begins later}"""
    return {row.indicator: row for row in Floor.objects.filter(since__gt=month).order_by("-since", "pk")}


@page(READ)
def floors(request):
    """All of them on one page."""
    context = {"lines": lines(), "may_change": acts_for_city(request.user, FLOORS), "breadcrumb": trail((_("指标底线"), ""))}
    return render(request, "supervision/indicators/floors.html", context)


@action(FLOORS, of="city")
def floor_edit(request, code):
    """Another floor of one rate; its history below."""
    require_city(request.user, FLOORS)
    running = month_of(timezone.localdate())
    indicator = next((one for one in kept.floored(running) if one.code == code), None)
    if indicator is None:
        raise Http404
    form = FloorForm(request.POST or None, running=running, initial={"share": kept.percent(indicator)})
    if form.is_bound and form.is_valid() and written(form, indicator, by=request.user):
        messages.success(request, _("新的底线已登记。"))
        return redirect("dashboard_floors")
    context = {
        "indicator": indicator,
        "form": form,
        "share": kept.percent(indicator),
        "rows": Floor.objects.filter(indicator=code).select_related("by"),
        "breadcrumb": trail((_("指标底线"), reverse("dashboard_floors")), (indicator.label, "")),
    }
    return render(request, "supervision/indicators/floor_form.html", context, status=422 if form.errors else 200)


def written(form, indicator, *, by):
    """Whether the floor was changed; the reason why not stands at its field."""
    try:
        return kept.set_floor(indicator, by=by, at=timezone.now(), **form.cleaned_data)
    except kept.FloorRefused as refused:
        form.add_error("share", str(refused))
        return None
