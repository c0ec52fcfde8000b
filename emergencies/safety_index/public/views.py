"""平安指数: the published editions with their method and data, for everyone, without an account."""

from datetime import date

from django.http import Http404, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from emergencies.safety_index.models import Edition, Method, Population
from emergencies.safety_index.permissions import VIEW
from emergencies.safety_index.public.services import facts_of, published, standing, tiles, trend
from emergencies.safety_index.services import begins_method
from emergencies.safety_index.sheet import city_of, components_of, parts_of, rows_of
from governance.calendar.months import month_of
from governance.cases.comparing import LEAST, RANKED_FROM
from governance.places.enums import Level
from governance.sheets.columns import Column
from governance.web.downloads import download
from governance.web.formats import cn_month
from governance.web.page import PUBLIC, endpoint, find, page

TITLE = gettext_lazy("平安指数")
MONTHS_SHOWN = 24


def month_asked(text):
    """The month of an address (2026-11), or 404."""
    try:
        year, month = text.split("-")
        return date(int(year), int(month), 1)
    except ValueError as wrong:
        raise Http404 from wrong


def edition_of(text):
    """The edition that holds for the month of an address, or 404."""
    edition = standing().filter(month=month_asked(text)).first()
    if edition is None:
        raise Http404
    return edition


def edition_page(request, edition, *, preview=False):
    """The public page of an edition; as a preview also of one that is not out yet."""
    counties = parts_of(edition, edition.place)
    months = standing().values_list("month", flat=True)[:MONTHS_SHOWN]
    context = {
        "edition": edition,
        "preview": preview,
        "city": city_of(edition),
        "rows": counties,
        "tiles": tiles(counties),
        "components": components_of(edition),
        "bands": edition.method.bands.order_by("-least"),
        "left_out": [one.label for one in components_of(edition) if one.code in edition.closed],
        "trend": (line := trend(edition)),
        "trend_values": [float(index) if index is not None else None for _month, index in line],
        "table_links": "" if preview else "public",
        "months": [(cn_month(month), reverse("safety_index_month", args=[f"{month:%Y-%m}"]), month == edition.month) for month in months],
        "begins_method": begins_method(edition),
        "history": published().filter(month=edition.month).exclude(pk=edition.pk),
        "breadcrumb": [(_("首页"), reverse("home")), (TITLE, "")],
    }
    return render(request, "emergencies/safety_index/public/edition.html", context)


@page(PUBLIC)
def safety_index_published(request):
    """The newest edition; without one, what there will be."""
    edition = standing().first()
    if edition is None:
        trail = [(_("首页"), reverse("home")), (TITLE, "")]
        return render(request, "emergencies/safety_index/public/none.html", {"breadcrumb": trail})
    return edition_page(request, edition)


@page(PUBLIC)
def safety_index_month(request, month):
    """The edition that holds for a month."""
    return edition_page(request, edition_of(month))


@page(VIEW, of="safety_index")
def safety_index_preview(request, number):
    """The same page before it is out, for those who compile and approve it: what everybody will read."""
    edition = find(Edition.objects.for_detail(), request.user, VIEW, number=number)
    return edition_page(request, edition, preview=True)


@page(PUBLIC)
def safety_index_county(request, month, code):
    """The townships of a county: their grade, and the index where it says nothing of single cases."""
    edition = edition_of(month)
    county = next((row for row in parts_of(edition, edition.place) if row.place.code == code), None)
    if county is None:
        raise Http404
    back = reverse("safety_index_month", args=[month])
    context = {
        "edition": edition,
        "county": county,
        "rows": parts_of(edition, county.place),
        "components": components_of(edition),
        "ranked_from": RANKED_FROM,
        "breadcrumb": [(_("首页"), reverse("home")), (TITLE, back), (county.place.short_name, "")],
    }
    return render(request, "emergencies/safety_index/public/county.html", context)


@page(PUBLIC)
def safety_index_how(request):
    """The method in force with its versions, and the inhabitants it divides by."""
    month = month_of(timezone.localdate())
    method = Method.objects.in_force(month)
    people = Population.objects.at(month.year).filter(place__level__in=[Level.CITY, Level.COUNTY]).select_related("place")
    context = {
        "method": method,
        "components": method.components.order_by("pk") if method else (),
        "bands": method.bands.order_by("-least") if method else (),
        "versions": Method.objects.order_by("-valid_from", "-pk"),
        "people": sorted(people, key=lambda row: row.place.path),
        "least": LEAST,
        "ranked_from": RANKED_FROM,
        "breadcrumb": [(_("首页"), reverse("home")), (TITLE, reverse("safety_index_published")), (_("编制办法"), "")],
    }
    return render(request, "emergencies/safety_index/public/how.html", context)


def columns_of(edition):
    """The columns of the file: place, index and band, then count and points of each sub-index."""
    found = [
        Column("place.code", _("区划代码")),
        Column("place.full_name", _("地区"), width=30),
        Column("people", _("常住人口")),
        Column("", _("指数"), value=lambda row: row.index if row.index is not None else ""),
        Column("", _("等级"), value=lambda row: row.band.label if row.band else ""),
    ]
    for place, one in enumerate(components_of(edition)):
        found.append(Column("", f"{one.label}（{_('件')}）", value=lambda row, at=place: row.cells[at].count if row.cells[at] else ""))
        found.append(Column("", f"{one.label}（{_('分')}）", value=lambda row, at=place: row.cells[at].points if row.cells[at] else ""))
    return found


@page(PUBLIC)
def safety_index_data(request, month):
    """An edition as Excel or CSV; the same cells are left out as on the page."""
    edition = edition_of(month)
    return download(request, f"{TITLE}_{month}", columns_of(edition), rows_of(edition, edition.scores.get_queryset()), dated=False)


@endpoint()
def safety_index_json(request):
    """An edition for programs: the newest, or that of `?month=2026-11`."""
    offered = [f"{month:%Y-%m}" for month in standing().values_list("month", flat=True)]
    asked = request.GET.get("month") or (offered[0] if offered else "")
    if asked not in offered:
        return answered({"error": _("没有发布这个月的平安指数。月份写作 2026-10。"), "offered_months": offered}, status=404)
    return answered({**facts_of(edition_of(asked)), "offered_months": offered, "least_published": LEAST})


def answered(facts, *, status=200):
    answer = JsonResponse(facts, status=status, json_dumps_params={"ensure_ascii": False})
    answer["Access-Control-Allow-Origin"] = "*"
    return answer
