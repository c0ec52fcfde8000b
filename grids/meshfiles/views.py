"""Files in and out of the register: templates, upload with a dry run, each fault by row, column and reason, and the map as GeoJSON."""

import json

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _

from governance.access.scope import places_for
from governance.sheets.writing import stream_xlsx, template_xlsx
from governance.web.desk import sent
from governance.web.listing import page_of
from governance.web.page import action, find, page
from grids.mesh.permissions import EDIT, VIEW
from grids.mesh.services import MeshRefused
from grids.mesh.views import found, rooms, trail
from grids.meshfiles import services
from grids.meshfiles.data import boundaries, grids, households
from grids.meshfiles.enums import Kind
from grids.meshfiles.forms import FileForm
from grids.meshfiles.models import MeshFile
from grids.meshfiles.sheet import FAULTS, fault_rows

TEMPLATES = {
    Kind.GRIDS: lambda places, today: grids.columns(places),
    Kind.HOUSEHOLDS: lambda places, today: households.columns(places, today=today),
}
GEOJSON = "application/geo+json"


@action(EDIT)
def list(request):
    """What was brought in so far, and the upload of the next file."""
    form = FileForm(request.POST, request.FILES) if request.method == "POST" else FileForm()
    if form.is_bound and form.is_valid():
        facts = {name: form.cleaned_data[name] for name in ("kind", "boundary_source")}
        return redirect(services.receive(form.cleaned_data["file"], by=request.user, at=timezone.now(), **facts))
    rows = MeshFile.objects.visible_to(request.user, EDIT).select_related("by", "office")
    context = {
        "form": form,
        "page": page_of(rows, request.GET.get("page")),
        "tabs": rooms(request, "meshfiles_list"),
        "breadcrumb": trail((_("批量导入"), "")),
    }
    return render(request, "grids/meshfiles/list.html", context, status=422 if form.errors else 200)


@page(EDIT)
def template(request, kind):
    """The empty sheet to fill in."""
    if kind not in TEMPLATES:
        raise Http404
    name = _("%(kind)s导入模板") % {"kind": Kind(kind).label.partition("（Excel")[0]}
    return template_xlsx(name, TEMPLATES[kind](places_for(request.user, EDIT), timezone.localdate()))


def seen(request, pk):
    return find(MeshFile.objects.select_related("by", "office"), request.user, EDIT, pk=pk)


@page(EDIT, of="meshfiles")
def detail(request, pk):
    """How the file stands: what would be made, what would change, and every fault."""
    kept = seen(request, pk)
    way = trail((_("批量导入"), reverse("meshfiles_list")), (kept.number, ""))
    return render(request, "grids/meshfiles/detail.html", {"kept": kept, "breadcrumb": way})


@action(EDIT, of="meshfiles")
def take(request, pk):
    """Write what is fit."""
    kept = seen(request, pk)
    if request.method == "POST":
        try:
            if services.take(kept, by=request.user, at=timezone.now()):
                kept.refresh_from_db()
                messages.success(request, _("已导入：新增 %(fresh)s，修改 %(changed)s。") % {"fresh": kept.fresh, "changed": kept.changed})
        except MeshRefused as refused:
            messages.error(request, str(refused))
    return redirect(kept)


@page(EDIT, of="meshfiles")
def faults(request, pk):
    """The faults as Excel."""
    kept = seen(request, pk)
    return stream_xlsx(f"{_('有误的行')}_{kept.number}", FAULTS, fault_rows(kept))


@page(EDIT, of="meshfiles")
def original(request, pk):
    """The file as it was uploaded."""
    return sent(seen(request, pk))


@page(VIEW)
def geojson(request):
    """The grids of the list's filter as a FeatureCollection, for a drawing program and for the map."""
    rows = found(request).qs.select_related("place").order_by("place_path")
    if "drawn" in request.GET:
        rows = rows.filter(boundary__isnull=False)
    answer = HttpResponse(json.dumps(boundaries.collection(rows.iterator(chunk_size=2000)), ensure_ascii=False), content_type=GEOJSON)
    answer["Content-Disposition"] = content_disposition_header(True, f"{_('网格')}_{timezone.localdate()}.geojson")
    answer["Cache-Control"] = "private, no-store"
    return answer
