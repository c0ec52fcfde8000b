"""Find my grid worker: what is shown of a grid to everyone (滨州市城乡网格化服务管理条例 §6)."""

from django.http import Http404
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from governance.places.models import Place
from governance.web.cascade import cascade_of
from governance.web.page import PUBLIC, page
from grids.mesh.models import Grid


def shown(at):
    """Grids in use with those who serve them."""
    return Grid.objects.active(timezone.localdate(at)).with_worker(at)


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
        "breadcrumb": [(_("首页"), reverse("home")), (_("我的网格员"), "")],
    }
    return render(request, "public/find_grid.html", context)


@page(PUBLIC, of="mesh")
def grid_notice(request, code):
    """The card of a grid as a notice to print and put up."""
    grid = shown(timezone.now()).filter(code=code).first()
    if grid is None:
        raise Http404
    back = f"{reverse('find_grid')}?" + "&".join(
        f"place_{level}={grid.place.code[:length]}" for level, length in (("county", 6), ("township", 9), ("village", 12))
    )
    return render(request, "public/grid_notice.html", {"grid": grid, "back_url": back})
