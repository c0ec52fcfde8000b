"""公开数据: what the city publishes about itself every month, for everyone, without an account."""

from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from governance.sheets.columns import Column
from governance.web.downloads import download
from governance.web.page import PUBLIC, page
from supervision.indicators.public.services import published_rates, table_of
from supervision.indicators.rules import month_before, month_of, months_until

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
