"""The officials' dashboard: how do we stand, who is behind, and every figure opens onto its rows."""

from django.http import Http404
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext as _

from governance import registry
from governance.access.scope import may, places_for, reach
from governance.calendar.months import month_named, month_of, months_until
from governance.places.models import Place
from governance.web.page import page
from supervision.indicators.board import Period, board, freshness
from supervision.indicators.permissions import READ

SPANS = {"1": 1, "3": 3, "12": 12}
OFFERED_MONTHS = 24


@page(READ, of="place")
def dashboard(request, code=""):
    """Figures of a place over one, three or twelve months of registration, the places below compared, and the trend."""
    place = place_asked(request, code)
    if place is None:
        return render(request, "supervision/indicators/no_place.html", {"breadcrumb": [(_("指标看板"), "")]})
    months, indicators, asked = months_offered(), readable(request.user), request.GET
    counted_at, is_behind = freshness(place)
    period = Period(month_named(asked.get("month"), months), SPANS.get(asked.get("span"), 12), months[0])
    return render(
        request,
        "supervision/indicators/dashboard.html",
        {
            "place": place,
            "board": SimpleLazyObject(lambda: board(place, period, indicators, is_behind=is_behind, compared=asked.get("by", ""))),
            "board_key": [place.code, asked.urlencode(), months[0], counted_at, is_behind, *(one.code for one in indicators)],
            "spans": [{"value": 1, "label": _("一个月")}, {"value": 3, "label": _("三个月")}, {"value": 12, "label": _("十二个月")}],
            "months": months,
            "breadcrumb": trail(request, place),
        },
    )


def readable(user):
    """The indicators whose rows the person may open: no figure without its way down."""
    models = registry.case_models()
    return [one for one in registry.declared("indicators") if may(user, models[one.procedure].view_capability)]


def months_offered():
    """The running month and those before it, newest first."""
    return months_until(month_of(timezone.localdate()), OFFERED_MONTHS)[::-1]


def place_asked(request, code):
    """The place of the address, or the highest one the person reads; 404 outside the person's reach.

    None for an office that has no area of its own (条): figures are kept by place.
    """
    places = places_for(request.user, READ)
    if not code:
        return places.order_by("path").first()
    place = places.filter(code=code).first()
    if place is None:
        raise Http404
    return place


def trail(request, place):
    """From the highest place the person reads down to this one; the choices made stay."""
    held = reach(request.user, READ).paths
    lineage = [row for row in Place.objects.lineage(place.path) if any(row.path.startswith(path) for path in held)]
    query = f"?{request.GET.urlencode()}" if request.GET else ""
    links = [(row.short_name, reverse("dashboard_place", args=[row.code]) + query) for row in lineage]
    return [(_("指标看板"), reverse("dashboard") + query), *links[:-1], (place.short_name, "")]
