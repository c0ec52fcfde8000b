"""Sheets of venues: the template, the upload with a dry run, each fault by row, column and reason, and the taking in."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from emergencies.venuefiles import services
from emergencies.venuefiles.data.rows import columns
from emergencies.venuefiles.forms import SheetForm
from emergencies.venuefiles.models import VenueFile
from emergencies.venuefiles.sheet import FAULTS, fault_rows
from emergencies.venues.permissions import IMPORT
from governance.access.scope import places_for
from governance.sheets.writing import stream_xlsx, template_xlsx
from governance.web.desk import sent
from governance.web.listing import page_of
from governance.web.page import action, find, page


def trail(*more):
    return [(_("人员密集场所"), reverse("venues_list")), (_("导入"), reverse("venuefiles_list") if more else ""), *more]


@action(IMPORT)
def list(request):
    """What was brought in so far, and the upload of the next sheet."""
    form = SheetForm(request.POST, request.FILES) if request.method == "POST" else SheetForm()
    if form.is_bound and form.is_valid():
        return redirect(services.receive(form.cleaned_data["file"], by=request.user, at=timezone.now()))
    rows = VenueFile.objects.visible_to(request.user, IMPORT).select_related("by", "office")
    context = {"form": form, "page": page_of(rows, request.GET.get("page")), "breadcrumb": trail()}
    return render(request, "emergencies/venuefiles/list.html", context, status=422 if form.errors else 200)


@page(IMPORT)
def template(request):
    """The empty sheet to fill in."""
    return template_xlsx(_("场所导入模板"), columns(places_for(request.user, IMPORT)))


def seen(request, pk):
    return find(VenueFile.objects.select_related("by", "office"), request.user, IMPORT, pk=pk)


@page(IMPORT, of="venuefiles")
def detail(request, pk):
    """How the sheet stands: what would be declared, what corrected, and every fault."""
    kept = seen(request, pk)
    return render(request, "emergencies/venuefiles/detail.html", {"kept": kept, "breadcrumb": trail((kept.number, ""))})


@action(IMPORT, of="venuefiles")
def take(request, pk):
    """Declare and correct what is fit."""
    kept = seen(request, pk)
    if request.method == "POST" and services.take(kept, by=request.user, at=timezone.now()):
        kept.refresh_from_db()
        told = _("已导入：新申报 %(fresh)s 处，更正 %(changed)s 处。新申报的由监管单位核实。")
        messages.success(request, told % {"fresh": kept.fresh, "changed": kept.changed})
    return redirect(kept)


@page(IMPORT, of="venuefiles")
def faults(request, pk):
    """The faults as Excel."""
    kept = seen(request, pk)
    return stream_xlsx(f"{_('有误的行')}_{kept.number}", FAULTS, fault_rows(kept))


@page(IMPORT, of="venuefiles")
def original(request, pk):
    """The file as it was uploaded."""
    return sent(seen(request, pk))
