"""场所演练公示: everyone may see when the places they go to drilled last."""

from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from emergencies.drills.public.services import published
from governance.places.enums import Level
from governance.places.models import Place
from governance.web.listing import page_of
from governance.web.page import PUBLIC, page

COUNTY = 6  # characters of a county's path


@page(PUBLIC)
def drills_published(request):
    """Kept drills by county; the selects narrow them to a county or a township, without script too."""
    counties = Place.objects.in_use().at(Level.COUNTY).order_by("path")
    county = counties.filter(code=request.GET.get("county", "")).first()
    townships = Place.objects.in_use().at(Level.TOWNSHIP).filter(parent=county).order_by("path") if county else []
    township = townships.filter(code=request.GET.get("township", "")).first() if county else None
    found = page_of(published(township or county), request.GET.get("page", 1))
    names = dict(counties.values_list("path", "short_name"))
    groups = {}
    for row in found.rows:
        groups.setdefault(names.get(row.place_path[:COUNTY], ""), []).append(row)
    context = {
        "page": found, "groups": groups.items(), "counties": counties, "county": county, "townships": townships, "township": township,
        "breadcrumb": [(_("首页"), reverse("home")), (_("场所演练公示"), "")],
    }  # fmt: skip
    return render(request, "emergencies/drills/published.html", context)
