"""Find my grid worker: what is shown of a grid to everyone (滨州市城乡网格化服务管理条例 §6)."""

from urllib.parse import urlencode

from django.conf import settings
from django.http import Http404
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from governance.papers.qr import inline
from governance.places.models import Place
from governance.web.cascade import cascade_of, initial_codes
from governance.web.page import PUBLIC, action, page
from grids.mesh.forms import HereForm
from grids.mesh.models import Grid
from grids.mesh.services import grids_at


def shown(at):
    """Grids in use with those who serve them."""
    return Grid.objects.active(timezone.localdate(at)).with_worker(at)


def address_of(grid):
    """The full address of a grid's card, for its code."""
    return f"{settings.SITE_URL.rstrip('/')}{reverse('grid_card', args=[grid.code])}"


def village_address(place):
    """Where the cards of a village stand."""
    return f"{reverse('find_grid')}?{urlencode(initial_codes(place.path))}"


def trail(*more):
    return [(_("首页"), reverse("home")), (_("我的网格员"), reverse("find_grid") if more else ""), *more]


@page(PUBLIC)
def find_grid(request):
    """From county to village, then the cards of its grids."""
    cascade = cascade_of(request, Place.objects.in_use(), url=reverse("cascade"))
    village = cascade.place if cascade.place and cascade.place.level == "village" and not cascade.is_cut else None
    context = {
        "cascade": cascade,
        "village": village,
        "asked": bool(request.GET) and "choose_place" not in request.GET,
        "grids": shown(timezone.now()).filter(place=village) if village else [],
        "here": HereForm(),
        "breadcrumb": trail(),
    }
    return render(request, "public/find_grid.html", context)


@action(PUBLIC)
def grid_here(request):
    """The grids whose boundary holds a position. It comes by POST, so that it stands in no address and no log."""
    form = HereForm(request.POST if request.method == "POST" else None)
    found = None
    if form.is_bound and form.is_valid():
        found = grids_at(shown(timezone.now()), **form.cleaned_data)
    context = {"form": form, "grids": found, "breadcrumb": trail((_("按位置查找"), ""))}
    return render(request, "public/grid_here.html", context, status=422 if form.errors else 200)


@page(PUBLIC, of="mesh")
def grid_card(request, code):
    """The card of a grid, where the code on its notice leads; one that was redrawn leads on to those that follow it."""
    at = timezone.now()
    grid = shown(at).filter(code=code).first()
    old = None if grid else Grid.objects.filter(code=code).select_related("place").first()
    if grid is None and old is None:
        raise Http404
    context = {
        "grid": grid,
        "old": old,
        "successors": shown(at).filter(predecessors=old) if old else [],
        "village_url": village_address((grid or old).place),
        "breadcrumb": trail(((grid or old).name, "")),
    }
    return render(request, "public/grid_card.html", context)


@page(PUBLIC, of="mesh")
def grid_notice(request, code):
    """The card of a grid as a notice to print and put up."""
    grid = shown(timezone.now()).filter(code=code).first()
    if grid is None:
        raise Http404
    address = address_of(grid)
    context = {"grid": grid, "address": address, "code_picture": inline(address), "back_url": village_address(grid.place)}
    return render(request, "public/grid_notice.html", context)
