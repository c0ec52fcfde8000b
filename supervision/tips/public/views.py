"""监督我们: telling which office or duty is not met, without an account, and what the person sees of it afterwards."""

from uuid import uuid4

from django.conf import settings
from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from governance.cases.rules import is_number
from governance.deadlines.models import Deadline
from governance.flow import engine
from governance.flow.table import RESIDENT
from governance.places.models import Place
from governance.web.cascade import asks_next_level, cascade_of, with_place
from governance.web.guard.limits import limited
from governance.web.page import PUBLIC, action, page
from governance.web.tracking import passes
from governance.web.tracking.receipts import handed_out, kept
from governance.web.tracking.views import CODE
from supervision.tips import terms
from supervision.tips.public import services, telling
from supervision.tips.public.forms import TipForm, WithdrawalForm

FORM_POSTS_PER_HOUR = 6 * settings.PUBLIC_POSTS_PER_HOUR  # one filing may turn the form's page several times
RECEIPT = "tip_receipt"


@action(PUBLIC)
@limited("supervise_us", FORM_POSTS_PER_HOUR)
@sensitive_post_parameters("description", "name", "phone")
def supervise_us(request):
    """The form, on one page. Sent twice it opens one case, and both get the receipt."""
    cascade = cascade_of(request, Place.objects.in_use(), url=reverse("cascade"))
    if request.method != "POST":
        return form_page(request, TipForm(initial={"submission": uuid4()}), cascade)
    data = with_place(request, cascade)
    if asks_next_level(request):
        return form_page(request, TipForm(initial=data.dict()), cascade)
    if receipt := services.filed_before(data.get("submission", "")):
        return handed_out(request, receipt, RECEIPT)
    form = TipForm(data)
    if not form.is_valid():
        return form_page(request, form, cascade, status=200 if form.wants_another else 422)
    return handed_out(request, services.send(form, at=timezone.now()), RECEIPT)


def form_page(request, form, cascade, *, status=200):
    context = {"form": form, "cascade": cascade, "breadcrumb": [(_("首页"), reverse("home")), (_("监督我们"), "")]}
    return render(request, "supervision/tips/public/file.html", context, status=status)


@page(PUBLIC, of="tips", by=CODE)
@never_cache
def receipt(request):
    """Number and code, for ten minutes in the browser that filed; after that only the person knows the code."""
    found = kept(request)
    tip = services.tracked(found.number) if found else None
    if tip is None:
        return redirect("track")
    context = {
        "case": tip,
        "code": found.code,
        "deadline": Deadline.objects.of(tip).filter(term=terms.ACCEPT.name).select_related("limit").first(),
        "breadcrumb": [(_("首页"), reverse("home")), (_("提交成功"), "")],
    }
    return render(request, "supervision/tips/public/receipt.html", context)


@page(PUBLIC, of="tips", by=CODE)
@never_cache
def tracked(request, number):
    """The tip of a person who gave number and code within the last half hour; all others are asked for them."""
    return tracked_page(request, number)


def tracked_page(request, number, *, refused=None, status=200):
    tip = own(request, number)
    if tip is None:
        return redirect(f"{reverse('track')}?number={number}")
    context = telling.told(tip)
    if refused:
        context["form"] = refused
    return render(request, "supervision/tips/public/tracked.html", context, status=status)


def own(request, number):
    """The tip, if this browser may see it, or None. 404 for what cannot be a number."""
    if not is_number(number):
        raise Http404
    return services.tracked(number) if passes.holds(request, number) else None


@action(PUBLIC, of="tips", by=CODE)
@never_cache
@limited("withdraw_tip", settings.PUBLIC_POSTS_PER_HOUR)
def withdraw(request, number):
    """The person takes it back; a refusal is told, and nothing typed is lost."""
    tip = own(request, number)
    if tip is None:
        return tracked_page(request, number)
    if request.method != "POST":
        return redirect("tip_tracked", number)
    form = WithdrawalForm(request.POST)
    if form.is_valid() and withdrawn(tip, form):
        messages.success(request, _("来信已撤回。"))
        return redirect("tip_tracked", number)
    form.data = form.data.copy()
    form.data["version"] = services.tracked(number).version
    return tracked_page(request, number, refused=form, status=422)


def withdrawn(tip, form):
    """Whether the engine took the step; if not, the form says why."""
    note, version = form.cleaned_data["note"], form.cleaned_data["version"]
    try:
        engine.take(tip, "withdraw", by=RESIDENT, at=timezone.now(), note=note, version=version)
    except engine.StepRefused as refused:
        form.add_error(None, str(refused))
        return False
    return True
