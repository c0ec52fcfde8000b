"""Applying for a mass event without an account, what the organiser sees and does afterwards, and what is permitted, for everyone."""

from django.conf import settings
from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from emergencies.mass_events.public import services, telling
from emergencies.mass_events.public.forms import ApplicationForm, ReportForm, SupplementForm, WithdrawalForm
from emergencies.mass_events.terms import ACCEPT
from governance.cases.rules import is_number
from governance.flow import engine
from governance.flow.table import RESIDENT
from governance.places.enums import Level
from governance.places.models import Place
from governance.web.guard.limits import limited
from governance.web.listing import page_of
from governance.web.page import PUBLIC, action, page
from governance.web.tracking import passes
from governance.web.tracking.asking import FORM_POSTS_PER_HOUR, Asking, held_files
from governance.web.tracking.receipts import handed_out
from governance.web.tracking.views import CODE

RECEIPT = "mass_event_receipt"
APPLICATION = Asking(
    form=ApplicationForm,
    send=services.send,
    tracked=services.tracked,
    told=telling.told,
    withdrawal=WithdrawalForm,
    withdrawn=gettext_lazy("申请已撤回。"),
    term=ACCEPT,
    templates="emergencies/mass_events/public",
    receipt_page=RECEIPT,
    title=gettext_lazy("申请举办大型活动"),
)
OFFICIAL = ("contact_name", "contact_phone", "safety_name", "safety_phone")


@action(PUBLIC)
@limited("apply_mass_event", FORM_POSTS_PER_HOUR)
@sensitive_post_parameters(*OFFICIAL)
def apply(request):
    """The application; the same form sent again is answered with its receipt."""
    if request.method == "POST" and (receipt := services.filed_before(request.POST.get("submission", ""))):
        return handed_out(request, receipt, RECEIPT)
    return APPLICATION.ask(request)


@page(PUBLIC, of="mass_events", by=CODE)
@never_cache
def receipt(request):
    """Number and code."""
    return APPLICATION.receipt(request)


@page(PUBLIC, of="mass_events", by=CODE)
@never_cache
def tracked(request, number):
    """How far it is, and the decision."""
    return APPLICATION.progress(request, number)


@action(PUBLIC, of="mass_events", by=CODE)
@never_cache
@limited("withdraw_mass_event", settings.PUBLIC_POSTS_PER_HOUR)
def withdraw(request, number):
    """The organiser takes it back, or calls the event off."""
    return APPLICATION.withdraw(request, number)


@action(PUBLIC, of="mass_events", by=CODE)
@never_cache
@limited("supplement_mass_event", FORM_POSTS_PER_HOUR)
def supplement(request, number):
    """What the police asked to be put right."""
    return said(request, number, "supplement", SupplementForm, gettext_lazy("补正材料"))


@action(PUBLIC, of="mass_events", by=CODE)
@never_cache
@limited("report_mass_event", FORM_POSTS_PER_HOUR)
def report(request, number):
    """How the event went."""
    return said(request, number, "report", ReportForm, gettext_lazy("报送活动总结"))


def said(request, number, name, form_class, title):
    """A step the organiser takes on a page of its own; a refusal is told, and nothing typed is lost."""
    if not is_number(number):
        raise Http404
    event = services.tracked(number) if passes.holds(request, number) else None
    step = event and next((one for one in engine.available(event, RESIDENT) if one.name == name), None)
    if step is None:
        return APPLICATION.progress(request, number)
    form = form_class(request.POST or None, request.FILES or None, initial={"version": event.version})
    if form.is_bound and form.is_valid() and taken(event, name, form):
        messages.success(request, _("已提交：%(step)s。") % {"step": step.label})
        return redirect("mass_event_tracked", number)
    held = held_files(request) if form.errors else []
    trail = [(_("首页"), reverse("home")), (number, reverse("mass_event_tracked", args=[number])), (title, "")]
    context = {"case": event, "form": form, "title": title, "held": held, "breadcrumb": trail, **telling.told(event)}
    return render(request, "emergencies/mass_events/public/said.html", context, status=422 if form.errors else 200)


def taken(event, name, form):
    """Whether the engine took the step; if not, the form says why."""
    note, version = form.cleaned_data["note"], form.cleaned_data["version"]
    try:
        engine.take(event, name, by=RESIDENT, at=timezone.now(), note=note, version=version, **form.given)
    except engine.StepRefused as refused:
        form.add_error(None, str(refused))
        return False
    return True


@page(PUBLIC)
def published(request):
    """大型活动公示: what is permitted and coming, by county."""
    counties = Place.objects.in_use().at(Level.COUNTY).order_by("path")
    county = counties.filter(code=request.GET.get("county", "")).first()
    found = page_of(services.published(county, at=timezone.now()), request.GET.get("page", 1))
    trail = [(_("首页"), reverse("home")), (_("大型活动公示"), "")]
    context = {"page": found, "counties": counties, "county": county, "breadcrumb": trail}
    return render(request, "emergencies/mass_events/public/published.html", context)
