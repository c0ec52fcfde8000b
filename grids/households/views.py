"""All households of a village against those in its base grids: a hint where some are in none (Art. 48)."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from governance.access.scope import may, places_for
from governance.web.downloads import download
from governance.web.listing import page_of
from governance.web.page import action, is_htmx, page
from grids.households import services
from grids.households.filters import VillageFilter
from grids.households.forms import CountForm
from grids.households.sheet import COLUMNS
from grids.mesh.models import HouseholdCount
from grids.mesh.permissions import EDIT, VIEW
from grids.mesh.services import cover, with_cover
from grids.mesh.views import rooms, trail


def found(request):
    villages = with_cover(places_for(request.user, VIEW), day=timezone.localdate())
    return VillageFilter(request.GET, queryset=villages.order_by("path"), request=request)


@page(VIEW)
def list(request):
    """Each village with both numbers and what they amount to."""
    filters = found(request)
    shown = page_of(filters.qs, request.GET.get("page"))
    context = {
        "page": shown,
        "rows": [{"village": village, "cover": cover(village)} for village in shown.rows],
        "form": filters.form,
        "may_edit": may(request.user, EDIT),
        "tabs": rooms(request, "households_list"),
        "breadcrumb": trail((_("户数核对"), "")),
    }
    return render(request, f"grids/households/{'_rows' if is_htmx(request) else 'list'}.html", context)


@page(VIEW)
def export(request):
    """Excel or CSV of the filtered villages; it can be filled in and brought back."""
    return download(request, _("村（社区）户数核对"), COLUMNS, found(request).qs)


@action(EDIT, of="households")
def edit(request, code):
    """Write down the number of a year."""
    today = timezone.localdate()
    village = with_cover(places_for(request.user, EDIT), day=today).filter(code=code).first()
    if village is None:
        raise Http404
    initial = {"households": village.counted, "source": village.counted_source}
    form = CountForm(request.POST if request.method == "POST" else None, initial=initial, today=today)
    if form.is_bound and form.is_valid():
        services.set_count(village, by=request.user, at=timezone.now(), **form.cleaned_data)
        messages.success(request, _("已登记%(name)s的总户数。") % {"name": village.short_name})
        return redirect("households_edit", code)
    context = {
        "village": village,
        "cover": cover(village),
        "counts": HouseholdCount.objects.filter(village=village).select_related("by"),
        "form": form,
        "breadcrumb": trail((_("户数核对"), reverse("households_list")), (village.short_name, "")),
    }
    return render(request, "grids/households/edit.html", context, status=422 if form.errors else 200)
