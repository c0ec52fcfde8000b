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
from supervision.indicators.public.services import published_rates, table_of

OFFERED_MONTHS, WHOLE_YEAR = 12, "year"
COLUMNS = (
    Column("label", gettext_lazy("旗县区")),
    Column("", gettext_lazy("受理量"), value=lambda row: row.received if row.received_shown else ""),
    Column("", gettext_lazy("比率"), value=lambda row: round(row.rate, 4) if row.rate is not None else ""),
    Column("", gettext_lazy("基数"), value=lambda row: row.denominator if row.shown else ""),
)


def chosen(request):
    """The rate and the closed months the address asks for; the last closed month by default."""
    groups = published_rates()
    rates = [one for group in groups for one in group["rates"]]
    wanted = next((one for one in rates if one.code == request.GET.get("rate")), groups[0]["rates"][-1])
    months = months_until(month_before(month_of(timezone.localdate())), OFFERED_MONTHS)[::-1]
    asked = request.GET.get("month", "")
    month = next((month for month in months if f"{month:%Y-%m}" == asked), None)
    return groups, wanted, months, ([month] if month else months if asked == WHOLE_YEAR else months[:1])


@page(PUBLIC)
def open_data(request):
    """A rate by county with its number of cases; nothing below five, nothing ranked below thirty."""
    rates, indicator, months, window = chosen(request)
    table = table_of(indicator, window)
    context = {
        **table,
        "shows_received": any(row.received_shown for row in table["rows"]),
        "indicator": indicator,
        "rates": rates,
        "months": months,
        "window": window,
        "is_year": len(window) > 1,
        "breadcrumb": [(_("首页"), reverse("home")), (_("公开数据"), "")],
    }
    return render(request, "supervision/public/open_data.html", context)


@page(PUBLIC)
def open_data_export(request):
    """The same table as Excel or CSV."""
    _rates, indicator, _months, window = chosen(request)
    name = f"{indicator.label}_{window[-1]:%Y%m}-{window[0]:%Y%m}"
    return download(request, name, COLUMNS, table_of(indicator, window)["rows"], dated=False)


@endpoint()
def open_data_json(request):
    """Every published rate by county for a closed month, for programs; the same small cells are left out as on the page."""
    groups, _indicator, months, window = chosen(request)
    rates = [figures_of(one, group["procedure"], window) for group in groups for one in group["rates"]]
    facts = {
        "months": [f"{month:%Y-%m}" for month in sorted(window)],
        "offered_months": [f"{month:%Y-%m}" for month in months],
        "least_published": LEAST,
        "rates": rates,
    }
    answer = JsonResponse(facts, json_dumps_params={"ensure_ascii": False})
    answer["Access-Control-Allow-Origin"] = "*"
    return answer


def figures_of(indicator, procedure, window):
    """One rate; `n` is what it rests on, and both are null where publishing them would tell of fewer than five."""
    table = table_of(indicator, window)
    numerator, n = table["city"]
    return {
        "code": indicator.code,
        "label": str(indicator.label),
        "procedure": str(procedure),
        "article": str(indicator.article),
        "numerator_label": str(indicator.numerator_label),
        "denominator_label": str(indicator.denominator_label),
        "city": {"rate": round(numerator / n, 4) if n >= LEAST else None, "n": n if n >= LEAST else None},
        "areas": [area_of(row) for row in sorted(table["rows"], key=lambda row: row.code)],
    }


def area_of(row):
    """A county. Below thirty cases it has no rank."""
    return {
        "place_code": row.code,
        "place": row.label,
        "rate": round(row.rate, 4) if row.rate is not None else None,
        "n": row.n if row.shown else None,
        "received": row.received if row.received_shown else None,
        "size_group": row.group,
        "rank_in_group": row.place_in_group if row.shown and not row.small else None,
    }
