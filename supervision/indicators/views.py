"""The officials' dashboard: how do we stand, who is behind, and every figure opens onto its rows."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import SimpleLazyObject, cached_property
from django.utils.translation import gettext as _

from governance import registry
from governance.access.scope import may, places_for, reach
from governance.calendar.months import month_named, month_of, months_until
from governance.papers.filling import FORMS, made
from governance.places.models import Place
from governance.web.downloads import download
from governance.web.listing import page_of
from governance.web.page import action, page
from supervision.indicators import overdue
from supervision.indicators import report as monthly
from supervision.indicators.areas import MapRefused, bring_in
from supervision.indicators.board import board, freshness
from supervision.indicators.days import LOWEST, by_day
from supervision.indicators.forms import MapForm
from supervision.indicators.models import AreaMap, DayFigure, FigureCheck
from supervision.indicators.parts import Period, day_url
from supervision.indicators.permissions import MAP, READ
from supervision.indicators.sheet import COUNTS, PLACES, months_of, places_of

SPANS = {"1": 1, "3": 3, "12": 12}
OFFERED_MONTHS, SHOWN_DAYS = 24, 35
CHECKS_SHOWN = 30
PAPERS = ("a4", "a3")


@dataclass
class Asked:
    """What an address asks of the dashboard: place, months, the rate to compare by; the figures are those the person may open."""

    request: Any
    place: Any

    @cached_property
    def months(self):
        return months_offered()

    @cached_property
    def period(self):
        asked = self.request.GET
        return Period(month_named(asked.get("month"), self.months), SPANS.get(asked.get("span"), 12), self.months[0])

    @cached_property
    def indicators(self):
        return readable(self.request.user)

    def board(self, *, is_behind=False):
        compared = self.request.GET.get("by", "")
        return board(self.place, self.period, self.indicators, is_behind=is_behind, compared=compared)

    def trail(self, last):
        """The way to a page of the place, the choices of months left behind."""
        way = trail(self.request, self.place, query="")
        return [*way[:-1], (self.place.short_name, reverse("dashboard_place", args=[self.place.code])), (last, "")]


@page(READ, of="place")
def dashboard(request, code=""):
    """Figures of a place over one, three or twelve months of registration, the places below compared, and the trend."""
    place = place_asked(request, code)
    if place is None:
        return render(request, "supervision/indicators/no_place.html", {"breadcrumb": [(_("指标看板"), "")]})
    asked, (counted_at, is_behind) = Asked(request, place), freshness(place)
    return render(
        request,
        "supervision/indicators/dashboard.html",
        {
            "place": place,
            "board": SimpleLazyObject(lambda: asked.board(is_behind=is_behind)),
            "board_key": [
                place.code, request.GET.urlencode(), asked.months[0], counted_at, is_behind, *(one.code for one in asked.indicators)
            ],
            "spans": [{"value": 1, "label": _("一个月")}, {"value": 3, "label": _("三个月")}, {"value": 12, "label": _("十二个月")}],
            "months": asked.months,
            "breadcrumb": trail(request, place, query=f"?{request.GET.urlencode()}" if request.GET else ""),
        },
    )  # fmt: skip


def found(request, code):
    """What is asked of a place that the address names; 404 outside the person's reach."""
    return Asked(request, place_asked(request, code))


@page(READ, of="place")
def sheet(request, code):
    """The dashboard on one sheet of paper: A3 with every figure, A4 with the rates beside what is compared."""
    asked, paper = found(request, code), request.GET.get("paper")
    query = request.GET.copy()
    query.pop("paper", None)
    back = f"{reverse('dashboard_place', args=[code])}?{query.urlencode()}"
    chosen = paper if paper in PAPERS else PAPERS[0]
    board = asked.board()
    sections = [section.of_rates() if chosen == PAPERS[0] else section for section in board.other_sections]
    context = {"place": asked.place, "board": board, "paper": chosen, "back_url": back, "query": query}
    return render(request, "supervision/indicators/sheet.html", {**context, "sections": [one for one in sections if one.figures]})


@page(READ, of="place")
def export(request, code):
    """Excel or CSV: every figure of the place and of those below it, or month by month."""
    asked = found(request, code)
    name = f"{asked.place.short_name}{_('指标')}_{asked.period.last:%Y%m}"
    if request.GET.get("table") == "months":
        return download(request, name + _("_24个月"), COUNTS, months_of(asked.place, asked.period, asked.indicators), dated=False)
    return download(request, name, PLACES, places_of(asked.place, asked.period, asked.indicators), dated=False)


@page(READ, of="place")
def report(request, code, form):
    """The monthly report, drafted: Word to work on, PDF to read. Without a month asked for, of the last one that is over."""
    if form not in FORMS:
        raise Http404
    asked = found(request, code)
    month = month_named(request.GET.get("month"), asked.months[1:])
    office = request.user.acting_post.office.name
    told = monthly.facts(asked.place, month, asked.indicators, office=office, at=timezone.now(), running=asked.months[0])
    return made(monthly.TEMPLATE, told, name=f"{asked.place.short_name}{_('社会治理月度分析')}{month:%Y%m}", form=form)


@page(READ, of="place")
def days(request, code):
    """One figure by day of registration, the last five weeks; every day opens its rows."""
    asked = found(request, code)
    offered = by_day(asked.indicators)
    if not offered:
        raise Http404
    chosen = next((one for one in offered if one.code == request.GET.get("of")), offered[0])
    today = timezone.localdate()
    is_kept = len(asked.place.path) <= LOWEST
    listed = [today - timedelta(days=back) for back in range(SHOWN_DAYS)]
    rows = DayFigure.objects.filter(indicator=chosen.code, place_path=asked.place.path, day__gte=listed[-1])
    kept = {row.day: row.numerator for row in rows}
    told = [{"day": day, "n": kept.get(day, 0), "url": day_url(chosen, asked.place.code, day)} for day in listed if is_kept]
    tabs = [{"label": one.label, "url": f"?of={one.code}", "active": one == chosen, "count": None} for one in offered]
    context = {"place": asked.place, "chosen": chosen, "days": told, "tabs": tabs, "breadcrumb": asked.trail(_("每日数据"))}
    return render(request, "supervision/indicators/days.html", context)


@page(READ, of="place")
def late(request, code):
    """What is overdue: by office and reason, and every clock of the choice with its case."""
    asked, now = found(request, code), timezone.now()
    clocks = overdue.visible_clocks(asked.place, {one.procedure for one in asked.indicators}, request.user, at=now)
    chosen = overdue.narrowed(clocks, office=request.GET.get("office", ""), term=request.GET.get("term", ""))
    shown = page_of(chosen.prefetch_related("case").order_by("due_at", "pk"), request.GET.get("page", 1))
    context = {
        "place": asked.place,
        "reasons": overdue.by_office(clocks),
        "page": shown,
        "is_narrowed": bool(request.GET.get("office") or request.GET.get("term")),
        "breadcrumb": asked.trail(_("逾期")),
    }
    return render(request, "supervision/indicators/late.html", context)


@page(READ)
def checks(request):
    """The comparisons of all kept figures with their rows, the last first."""
    rows = list(FigureCheck.objects.order_by("-at", "-pk")[:CHECKS_SHOWN])
    labels = {one.code: one.label for one in registry.declared("indicators")}
    for row in rows:
        row.told = [{**one, "label": labels.get(one["indicator"].split()[0], one["indicator"])} for one in row.examples]
    trail_here = [(_("指标看板"), reverse("dashboard")), (_("数据核对"), "")]
    return render(request, "supervision/indicators/checks.html", {"checks": rows, "breadcrumb": trail_here})


@action(MAP)
def area_map(request):
    """The maps that were brought in, and the import of one; without one the schematic map is shown."""
    places = places_for(request.user, MAP).filter(children__active=True).exclude(level="township").distinct().order_by("path")
    if request.method == "POST" and "remove" in request.POST:
        AreaMap.objects.filter(place__in=places, place__code=request.POST["remove"]).delete()
        messages.success(request, _("已移除，看板改用示意图。"))
        return redirect("dashboard_map")
    form = MapForm(request.POST, request.FILES, places=places) if request.method == "POST" else MapForm(places=places)
    if form.is_bound and form.is_valid() and (kept := brought_in(form, by=request.user)):
        told = {"place": kept.place.short_name, "n": len(kept.shapes)}
        messages.success(request, _("已导入%(place)s的地图，图上有 %(n)s 个地区。") % told)
        return redirect("dashboard_map")
    context = {"form": form, "maps": AreaMap.objects.filter(place__in=places).select_related("place", "added_by").order_by("place__path")}
    context["breadcrumb"] = [(_("看板地图"), "")]
    return render(request, "supervision/indicators/area_map.html", context, status=422 if form.errors else 200)


def brought_in(form, *, by):
    """The map, or None with the reason at the field."""
    told = form.cleaned_data
    told["file"].seek(0)
    try:
        return bring_in(
            told["place"], told["file"].read(), approval=told["approval"], source=told["source"], by=by, at=timezone.now()
        )  # fmt: skip
    except MapRefused as refused:
        form.add_error("file", str(refused))
        return None


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


def trail(request, place, *, query):
    """From the highest place the person reads down to this one; `query` keeps the choices made."""
    held = reach(request.user, READ).paths
    lineage = [row for row in Place.objects.lineage(place.path) if any(row.path.startswith(path) for path in held)]
    links = [(row.short_name, reverse("dashboard_place", args=[row.code]) + query) for row in lineage]
    return [(_("指标看板"), reverse("dashboard") + query), *links[:-1], (place.short_name, "")]
