"""名录 for everyone: which organisations and property firms serve a place, what they do, how they are reached."""

from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from governance.places.models import Place
from governance.web.cascade import cascade_of
from governance.web.listing import page_of
from governance.web.page import PUBLIC, page
from grids.organisations.enums import Kind
from grids.organisations.public.services import shown


@page(PUBLIC)
def directory(request):
    """By place and kind, without an account."""
    cascade, kind = cascade_of(request, Place.objects.in_use(), url=reverse("cascade")), request.GET.get("kind", "")
    context = {
        "cascade": cascade,
        "place": cascade.place,
        "kind": kind,
        "kinds": Kind.choices,
        "page": page_of(shown(cascade.place, kind), request.GET.get("page", 1)),
        "breadcrumb": [(_("首页"), reverse("home")), (_("社区活动与议事"), reverse("community")), (_("社会组织和物业"), "")],
    }
    return render(request, "grids/organisations/directory.html", context)
