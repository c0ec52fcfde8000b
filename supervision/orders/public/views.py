"""督办公开: listed supervisions with their removals, and the orders that were published. Units, facts in short, dates."""

from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from governance.web.listing import page_of
from governance.web.page import PUBLIC, page
from supervision.orders.services import published_orders
from supervision.oversight.services import published_listings

LISTED, ORDERED = "listed", "orders"


@page(PUBLIC)
def published_supervision(request):
    """One of the two lists, the newest first."""
    kind = ORDERED if request.GET.get("kind") == ORDERED else LISTED
    rows = published_orders() if kind == ORDERED else published_listings()
    base = reverse("published_supervision")
    context = {
        "kind": kind,
        "page": page_of(rows, request.GET.get("page", 1)),
        "tabs": [
            {"label": _("挂牌督办"), "url": base, "active": kind == LISTED, "count": None},
            {"label": _("责令限期整改"), "url": f"{base}?kind={ORDERED}", "active": kind == ORDERED, "count": None},
        ],
        "breadcrumb": [(_("首页"), reverse("home")), (_("公开数据"), reverse("open_data")), (_("督办公开"), "")],
    }
    return render(request, "supervision/public/supervision.html", context)
