"""The notices to put up, for one grid and for all of a village in one file."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from governance.access.scope import places_for
from governance.papers.filling import handed_out
from governance.papers.pdf import PDF
from governance.web.page import find, page
from grids.mesh.models import Grid
from grids.mesh.permissions import VIEW
from grids.posters import services


@page(VIEW, of="mesh")
def grid(request, code):
    """The notice of a grid; one that is not in use has none."""
    at = timezone.now()
    found = find(Grid.objects.with_worker(at), request.user, VIEW, code=code)
    if not found.is_active(timezone.localdate(at)):
        messages.error(request, _("网格未启用或已停用，没有公示牌。"))
        return redirect(found)
    title = f"{_('网格公示牌')} {found.name}"
    return handed_out(title, services.pdf([found], title=title), PDF)


@page(VIEW, of="households")
def village(request, code):
    """The notices of all grids of a village, a page each."""
    place, at = places_for(request.user, VIEW).filter(level="village", code=code).first(), timezone.now()
    if place is None:
        raise Http404
    grids = [*Grid.objects.active(timezone.localdate(at)).filter(place=place).with_worker(at).order_by("place_path")]
    if not grids:
        messages.error(request, _("%(name)s还没有在用的网格。") % {"name": place.short_name})
        return redirect(f"{reverse('mesh_list')}?q={place.code}")
    title = f"{_('网格公示牌')} {place.short_name}"
    return handed_out(title, services.pdf(grids, title=title), PDF)
