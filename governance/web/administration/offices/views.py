"""Offices: list, a new one, and what may change about one."""

from django.contrib import messages
from django.db.models import Count, Q
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from governance.access.scope import places_for
from governance.people.models import Office, Post
from governance.permissions import PEOPLE
from governance.web.administration.choosing import office_choice
from governance.web.administration.offices import services
from governance.web.administration.offices.filters import OfficeFilter
from governance.web.administration.offices.forms import NewOfficeForm, OfficeForm
from governance.web.administration.reach import offices_within, one
from governance.web.listing import page_of
from governance.web.models import AdministrativeAct
from governance.web.page import action, page
from governance.web.stale import saved

ACTS_SHOWN = 50


def trail(*more):
    return [(_("机构"), reverse("offices")), *more]


@page(PEOPLE)
def offices(request):
    """The offices of the own area, each with the number of people who serve there now."""
    filters = OfficeFilter(request.GET, offices_within(request.user))
    serving = Count("posts", filter=Q(posts__in=Post.objects.live(timezone.now())))
    shown = page_of(filters.qs.select_related("place").annotate(serving=serving), request.GET.get("page"))
    template = "administration/offices/_rows.html" if request.headers.get("HX-Request") else "administration/offices/list.html"
    return render(request, template, {"page": shown, "form": filters.form, "breadcrumb": [(_("机构"), "")]})


@action(PEOPLE, of="office")
def office_edit(request, pk):
    """Name, phone, and whether the office is in use."""
    office = one(offices_within(request.user).select_related("place"), pk=pk)
    form = OfficeForm(request.POST or None, instance=office)
    if request.method == "POST":
        try:
            if saved(form, lambda: services.change_office(office, by=request.user, at=timezone.now())):
                messages.success(request, _("已保存。"))
                return redirect("office_edit", pk=pk)
        except services.Refused as refused:
            form.add_error("active", str(refused))
    acts = AdministrativeAct.objects.about(office).with_actors()[:ACTS_SHOWN]
    context = {"form": form, "office": office, "acts": acts, "breadcrumb": trail((office.short_name, ""))}
    return render(request, "administration/offices/form.html", context)


@action(PEOPLE)
def office_create(request):
    """A new office; its place is chosen first."""
    breadcrumb = trail((_("新建机构"), ""))
    if not request.GET.get("at"):
        context = {"choice": office_choice(request.user, request.GET), "breadcrumb": breadcrumb}
        return render(request, "administration/offices/choose_place.html", context)
    place = one(places_for(request.user, PEOPLE), code=request.GET["at"])
    form = NewOfficeForm(request.POST or None, instance=Office(place=place))
    if request.method == "POST" and form.is_valid():
        office = services.create_office(form.instance, by=request.user, at=timezone.now())
        messages.success(request, _("机构已建立。"))
        return redirect("office_edit", pk=office.pk)
    context = {"form": form, "place": place, "breadcrumb": breadcrumb}
    return render(request, "administration/offices/create.html", context)
