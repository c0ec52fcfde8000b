"""公开数据: what the city publishes about itself every month, for everyone, without an account."""

from django.http import JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from governance.calendar.months import month_before, month_of, months_until
from governance.cases.comparing import LEAST
from governance.sheets.columns import Column
from governance.web.downloads import download
from governance.web.page import PUBLIC, endpoint, page
from supervision.indicators.public.services import out_of, published_rates, table_of, tables_of

OFFERED_MONTHS, WHOLE_YEAR = 12, "year"
COLUMNS = (
    Column("label", gettext_lazy("旗县区")),
    Column("", gettext_lazy("受理量"), value=lambda row: row.received if row.received_shown else ""),
    Column("", gettext_lazy("比率"), value=lambda row: round(row.rate, 4) if row.rate is not None else ""),
    Column("", gettext_lazy("基数"), value=lambda row: row.denominator if row.shown else ""),
)


def chosen(request):
    """The rate and the months the address asks for, of those that are out; the last of them by default, none where none is out."""
    groups = published_rates()
    rates = [one for group in groups for one in group["rates"]]
    wanted = next((one for one in rates if one.code == request.GET.get("rate")), groups[0]["rates"][-1])
    months = offered_months()
    asked = request.GET.get("month", "")
    month = next((month for month in months if f"{month:%Y-%m}" == asked), None)
    return groups, wanted, months, ([month] if month else months if asked == WHOLE_YEAR else months[:1])


def offered_months():
    """The closed months of the last twelve that are out, newest first."""
    return out_of(months_until(month_before(month_of(timezone.localdate())), OFFERED_MONTHS)[::-1])


def rows_over(indicator, window):
    """The table of a rate; without a row before anything is out."""
    return table_of(indicator, window) if window else {"rows": [], "city": (0, 0), "city_shown": False}


@page(PUBLIC)
def open_data(request):
    """A rate by county with its number of cases; nothing below five, nothing ranked below thirty."""
    rates, indicator, months, window = chosen(request)
    table = rows_over(indicator, window)
    context = {
        **table,
        "shows_received": any(row.received_shown for row in table["rows"]),
        "indicator": indicator,
        "rates": rates,
        "months": months,
        "window": window,
        "is_year": request.GET.get("month") == WHOLE_YEAR,
        "breadcrumb": [(_("首页"), reverse("home")), (_("公开数据"), "")],
    }
    return render(request, "supervision/public/open_data.html", context)


@page(PUBLIC)
def open_data_export(request):
    """The same table as Excel or CSV."""
    _rates, indicator, _months, window = chosen(request)
    span = f"_{window[-1]:%Y%m}-{window[0]:%Y%m}" if window else ""
    return download(request, f"{indicator.label}{span}", COLUMNS, rows_over(indicator, window)["rows"], dated=False)


@endpoint()
def open_data_json(request):
    """Every published rate by county for a month that is out, for programs; the same cells are left out as on the page."""
    groups, _indicator, months, window = chosen(request)
    offered = [f"{month:%Y-%m}" for month in months]
    if request.GET.get("month", "") not in {"", WHOLE_YEAR, *offered}:
        return answered({"error": _("没有公布这个月的数据。月份写作 2026-10，或者 year。"), "offered_months": offered}, status=400)
    rates = [one for group in groups for one in rates_of(group, window)] if window else []
    months = [f"{month:%Y-%m}" for month in sorted(window)]
    return answered({"months": months, "offered_months": offered, "least_published": LEAST, "rates": rates})


def answered(facts, *, status=200):
    answer = JsonResponse(facts, status=status, json_dumps_params={"ensure_ascii": False})
    answer["Access-Control-Allow-Origin"] = "*"
    return answer


def rates_of(group, window):
    """A procedure's rates, counted once for all of them."""
    tables = tables_of(group["rates"][0].procedure, window)
    return [rate_of(one, group["procedure"], tables[one.code]) for one in group["rates"]]


def rate_of(indicator, procedure, table):
    """One rate; `n` is what it rests on, and both are null where publishing them would tell of fewer than five."""
    (numerator, n), is_shown = table["city"], table["city_shown"] and table["city"][1]
    return {
        "code": indicator.code,
        "label": str(indicator.label),
        "procedure": str(procedure),
        "article": str(indicator.article),
        "numerator_label": str(indicator.numerator_label),
        "denominator_label": str(indicator.denominator_label),
        "city": {"rate": round(numerator / n, 4) if is_shown else None, "n": n if is_shown else None},
        "areas": [area_of(row) for row in sorted(table["rows"], key=lambda row: row.code)],
    }


def area_of(row):
    """A county. Below thirty cases, and where fewer than three of its group have thirty, it has no rank."""
    return {
        "place_code": row.code,
        "place": row.label,
        "rate": round(row.rate, 4) if row.rate is not None else None,
        "n": row.n if row.shown else None,
        "received": row.received if row.received_shown else None,
        "size_group": row.group or None,
        "rank_in_group": row.place_in_group,
    }
