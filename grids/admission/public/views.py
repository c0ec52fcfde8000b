"""网格职责清单 for everyone (Art. 49): what the grid carries, for whom, on what ground, since when, with what money."""

from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from governance.places.enums import Level
from governance.places.models import Place
from governance.web.downloads import download
from governance.web.page import PUBLIC, page
from grids.admission.enums import Source
from grids.admission.models import Duty
from grids.admission.sheet import LIST_COLUMNS


def wanted(request):
    """(the county asked for or None, its duties with those of the whole city); without one, everything."""
    county = Place.objects.in_use().at(Level.COUNTY).filter(code=request.GET.get("place", "")[:12]).first()
    rows = Duty.objects.select_related("office", "place").prefetch_related("admission")
    return county, rows.covering(county.path) if county else rows


@page(PUBLIC)
def duties(request):
    """The list as it stands today, the worker's own duties first."""
    today = timezone.localdate()
    county, rows = wanted(request)
    standing = [duty for duty in rows if duty.is_in_force(today)]
    context = {
        "county": county,
        "counties": Place.objects.in_use().at(Level.COUNTY).order_by("path"),
        "statutory": [duty for duty in standing if duty.source == Source.REGULATION],
        "admitted": [duty for duty in standing if duty.source == Source.ADMITTED],
        "coming": [duty for duty in rows if duty.in_force_from > today],
        "ended": [duty for duty in rows if duty.in_force_until and duty.in_force_until <= today],
        "breadcrumb": [(_("首页"), reverse("home")), (_("网格职责清单"), "")],
    }
    return render(request, "grids/admission/duties.html", context)


@page(PUBLIC)
def download_list(request):
    """The same list as Excel or CSV."""
    return download(request, _("网格职责清单"), LIST_COLUMNS, wanted(request)[1])
