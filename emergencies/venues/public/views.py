"""人员密集场所公示: everyone may see which places are registered, how they are graded and when they drilled last."""

from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from emergencies.venues.enums import Publicity
from emergencies.venues.public.services import published, published_kinds
from governance.places.enums import Level
from governance.places.models import Place
from governance.web.listing import page_of
from governance.web.page import PUBLIC, page


@page(PUBLIC)
def venues_published(request):
    """The public venues by place; the selects narrow them to a county and a kind, without script too."""
    counties = Place.objects.in_use().at(Level.COUNTY).order_by("path")
    county = counties.filter(code=request.GET.get("county", "")).first()
    kinds = [*published_kinds()]
    kind = next((one for one in kinds if one.code == request.GET.get("kind", "")), None)
    found = page_of(published(county, kind.code if kind else ""), request.GET.get("page", 1))
    context = {
        "page": found, "counties": counties, "county": county, "kinds": kinds, "kind": kind,
        "graded": any(one.publicity == Publicity.GRADED for one in kinds),
        "breadcrumb": [(_("首页"), reverse("home")), (_("人员密集场所公示"), "")],
    }  # fmt: skip
    return render(request, "emergencies/venues/published.html", context)
