"""The officials' dashboard: how do we stand, who is behind, and every figure opens onto its rows."""

from django.http import Http404
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from governance.access.scope import places_for, reach
from governance.places.models import Place
from governance.web.page import page
from supervision.indicators.board import board
from supervision.indicators.permissions import READ
from supervision.indicators.rules import month_before, month_of, parsed_month

SPANS = {"1": 1, "3": 3, "12": 12}


@page(READ, of="place")
def dashboard(request, code=""):
    """Figures of a place over one, three or twelve months of registration, its units compared, and the trend."""
    place = place_asked(request, code)
    last = parsed_month(request.GET.get("month")) or month_of(timezone.localdate())
    span = SPANS.get(request.GET.get("span"), 12)
    return render(
        request,
        "supervision/indicators/dashboard.html",
        {
            "board": board(place, last=last, span=span, compared=request.GET.get("by", "")),
            "last": last,
            "span": span,
            "spans": [{"value": "1", "label": _("当月")}, {"value": "3", "label": _("近3个月")}, {"value": "12", "label": _("近12个月")}],
            "months": [month_before(month_of(timezone.localdate()), back) for back in range(24)],
            "breadcrumb": trail(request, place),
        },
    )


def place_asked(request, code):
    """The place of the address, or the highest one the person reads; 404 outside the person's reach."""
    places = places_for(request.user, READ)
    place = places.filter(code=code).first() if code else places.order_by("path").first()
    if place is None:
        raise Http404
    return place


def trail(request, place):
    """From the highest place the person reads down to this one."""
    held = reach(request.user, READ).paths
    lineage = [row for row in Place.objects.lineage(place.path) if any(row.path.startswith(path) for path in held)]
    query = f"?{request.GET.urlencode()}" if request.GET else ""
    links = [(row.short_name, reverse("dashboard_place", args=[row.code]) + query) for row in lineage]
    return [(_("指标看板"), reverse("dashboard")), *links[:-1], (place.short_name, "")]
