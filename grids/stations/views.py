"""The desk of a station, the same for village, township, bureau and centre; and how the grids of a place are doing."""

from datetime import datetime, time

from django.http import Http404
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from governance import registry
from governance.access.scope import may, places_for, reach, standing_of
from governance.calendar.months import month_after, month_named, month_of, months_until
from governance.cases.indicators import DENOMINATOR, NUMERATOR
from governance.places.models import Place
from governance.web.casework.counting import cards_for
from governance.web.casework.filters import MINE
from governance.web.page import page
from grids.mesh.permissions import VIEW as VIEW_GRIDS
from grids.reports.filters import desk_cards
from grids.reports.models import Report
from grids.reports.permissions import ANSWER
from grids.reports.permissions import VIEW as VIEW_REPORTS
from grids.stations import services
from grids.stations.permissions import DESK, FIGURES
from grids.stations.rules import cut_at, per_grid
from grids.stations.services import COLUMNS, RATES, opens

CHAPTER = "grids"
OFFERED_MONTHS, SPANS = 24, (1, 3, 12)


@page(DESK)
def desk(request):
    """What is due, by station: the own office's first, then each station of the place, then the places below."""
    user, place = request.user, place_asked(request, DESK)
    key = standing_of(user)
    visible = Report.objects.visible_to(user, VIEW_REPORTS)
    office = user.acting_post.office
    context = {
        "office": office,
        "place": place,
        "columns": [label for _key, label, _narrow, _alarm in COLUMNS],
        "own": services.own_station(visible, office, key) if may(user, ANSWER) else [],
        "others": others(request),
        "breadcrumb": trail(request, place, DESK, "stations_desk", _("网格工作台")),
    }
    if place is None:
        held = visible.filter(office=office)
        context["stations"] = [row for row in services.by_station(held, (key, office.pk), holder=MINE) if row["cells"][0]["count"]]
    else:
        context |= area(visible.within(place.path), place, key)
    return render(request, "grids/stations/desk.html", context)


def area(rows, place, key):
    """The tables of a place; `key` is what decides which rows the person sees."""
    at = timezone.now()
    below = services.parts_of(place, day=timezone.localdate(at), url_name="stations_desk")
    stations, lines = services.by_station_and_place(rows, place, below, key)
    return {
        "stations": stations,
        "below": lines,
        "grids": services.grids_below(place, at=at)[place.path],
        "unserved_url": opens("mesh_list", place=place.code, hint="unserved"),
        "below_label": _("各网格") if cut_at(place.path) is None else _("各地"),
    }


def others(request):
    """What the other procedures of the chapter give to do; where nothing waits, nothing stands."""
    chapter = next(one for one in registry.chapters() if one.label == CHAPTER)
    cards = cards_for(request, [build for build in chapter.desk if build is not desk_cards])
    return [card for card in cards if card["count"] and not card["is_overview"]]


def place_asked(request, capability):
    """The place of the address, or the highest one within reach; None for an office that has no area of its own (条)."""
    places, code = places_for(request.user, capability), request.GET.get("place", "")
    if not code:
        return places.order_by("path").first()
    place = places.filter(code=code).first()
    if place is None:
        raise Http404
    return place


def trail(request, place, capability, url_name, title):
    """From the highest place within reach down to this one."""
    if place is None:
        return [(title, "")]
    held = reach(request.user, capability).paths
    lineage = [row for row in Place.objects.lineage(place.path) if any(row.path.startswith(path) for path in held)]
    return [
        (title, reverse(url_name)),
        *((row.short_name, opens(url_name, place=row.code)) for row in lineage[1:-1]),
        (place.short_name, ""),
    ]


@page(FIGURES)
def figures(request):
    """Events per grid, solved on the spot, in time at each station, grids without worker: of a place and of those below."""
    at, place = timezone.now(), place_asked(request, FIGURES)
    months = months_until(month_of(timezone.localdate(at)), OFFERED_MONTHS)[::-1]
    last = month_named(request.GET.get("month"), months)
    span = next((one for one in SPANS if str(one) == request.GET.get("span")), 1)
    window = months_until(last, span)
    rows = Report.objects.visible_to(request.user, VIEW_REPORTS).filter(
        opened_at__gte=start_of(window[0]), opened_at__lt=start_of(month_after(last))
    )
    context = {
        "place": place,
        "table": table(rows, place, window, at=at, links_grids=may(request.user, VIEW_GRIDS)),
        "rates": [indicator for indicator, _part, _whole in RATES],
        "months": months,
        "last": last,
        "span": span,
        "spans": [(1, _("一个月")), (3, _("三个月")), (12, _("十二个月"))],
        "breadcrumb": trail(request, place, FIGURES, "stations_figures", _("网格运行指标")),
    }
    return render(request, "grids/stations/figures.html", context)


def start_of(month):
    return timezone.make_aware(datetime.combine(month, time.min))


def table(rows, place, window, *, at, links_grids):
    """One line for the place, then one for each place below; a village stands alone."""
    counted, grids = services.figures_below(rows, place), services.grids_below(place, at=at)
    below = services.parts_of(place, day=timezone.localdate(at), url_name="stations_figures") if cut_at(place.path) else []
    months = {"first": f"{window[0]:%Y-%m}", "last": f"{window[-1]:%Y-%m}"}
    return [
        {"label": label, "way": way, **line(counted.get(key, {}), grids.get(key, {}), code, months, links_grids)}
        for key, code, label, way in [(place.path, place.code, place.short_name, ""), *below]
    ]


def line(counted, grids, code, months, links_grids):
    """The figures of one place; every number leads to its rows."""
    received, amount = counted.get("received", 0), grids.get("grids", 0)
    rates = []
    for number, (indicator, _part, _whole) in enumerate(RATES):
        query = {"figure": indicator.code, "place": code, **months}
        urls = [opens("reports_list", **query, part=part) for part in (NUMERATOR, DENOMINATOR)]
        facts = {"numerator": counted.get(f"part{number}", 0), "denominator": counted.get(f"whole{number}", 0)}
        rates.append({**facts, "label": indicator.label, "rows_url": urls[0], "base_url": urls[1]})
    return {
        "grids": amount,
        "unserved": grids.get("unserved", 0),
        "grids_url": opens("mesh_list", place=code) if links_grids else "",
        "unserved_url": opens("mesh_list", place=code, hint="unserved") if links_grids else "",
        "received": received,
        "received_url": opens("reports_list", figure="reports.received", place=code, **months),
        "per_grid": per_grid(received, amount),
        "rates": rates,
    }
