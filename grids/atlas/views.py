"""The mesh as a tree and on a map: banner, township, village, grid, with what each has."""

from django.http import Http404
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from governance.access.scope import places_for, reach
from governance.places.models import Place
from governance.web.page import is_htmx, page
from grids.atlas import services
from grids.mesh.permissions import VIEW
from grids.mesh.views import rooms, trail


def chosen(request, places):
    """The place of the address within reach; None where it names none."""
    code = request.GET.get("place", "")
    place = places.filter(code=code).first() if code else None
    if code and place is None:
        raise Http404
    return place


def roots(request):
    """Where the person's reach begins."""
    return [*Place.objects.in_use().filter(path__in=reach(request.user, VIEW).paths).order_by("path")]


@page(VIEW)
def tree(request):
    """The places with their counts, opened down to the one of the address; htmx asks for one branch."""
    places, at = places_for(request.user, VIEW), timezone.now()
    place, day = chosen(request, places), timezone.localdate(at)
    if is_htmx(request) and place:
        node = services.Node(place, is_open=True)
        if place.level == "village":
            node.grids = services.grids_of(place, day=day, at=at)
        else:
            node.children = services.children(places, place, day=day, at=at)
        return render(request, "grids/atlas/_branch.html", {"node": node})
    top = roots(request)
    nodes = services.tree(places, top, place or (top[0] if top else None), day=day, at=at)
    context = {"nodes": nodes, "tabs": rooms(request, "atlas_tree"), "breadcrumb": trail((_("层级"), ""))}
    return render(request, "grids/atlas/tree.html", context)


@page(VIEW)
def atlas_map(request):
    """The places below the one of the address, or a township's grids, on a map with the same set as a table beside it."""
    places, at = places_for(request.user, VIEW), timezone.now()
    place, day = chosen(request, places) or (roots(request) or [None])[0], timezone.localdate(at)
    if place is None:
        raise Http404
    near = place.level in {"township", "village"}
    grids = services.grids_of(place, day=day, at=at) if near else []
    context = {
        "place": place,
        "grids": grids,
        "nodes": [] if near else services.children(places, place, day=day, at=at),
        "drawn": sum(bool(grid.boundary) for grid in grids),
        "above": way_up(place, places),
        "tabs": rooms(request, "atlas_map"),
        "breadcrumb": trail((_("地图"), "")),
    }
    return render(request, "grids/atlas/map.html", context)


def way_up(place, places):
    """(label, address) of the places above, as far as the person's reach goes."""
    above = places.lineage(place.path).exclude(pk=place.pk)
    return [(one.short_name, f"{reverse('atlas_map')}?place={one.code}") for one in above]
