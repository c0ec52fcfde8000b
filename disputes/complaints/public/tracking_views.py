"""What the person sees who gave number and query code, and can still say."""

from django.conf import settings
from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache

from disputes.complaints.models import Complaint
from disputes.complaints.public import services, telling
from governance.cases.rules import is_number
from governance.flow import engine
from governance.flow.table import RESIDENT
from governance.web.desk import sent
from governance.web.guard.limits import limited
from governance.web.listing import page_of
from governance.web.page import PUBLIC, SIGNED_IN, action, page
from governance.web.tracking import passes
from governance.web.tracking.views import CODE

DONE = {
    "rate": gettext_lazy("感谢您的评价。"),
    "ask_reopening": gettext_lazy("申请已提交，审核结果会在本页显示。"),
    "withdraw": gettext_lazy("诉求已撤回。"),
}


@page(PUBLIC, of="complaints", by=CODE)
@never_cache
def tracked(request, number):
    """The complaint of a person who gave number and code within the last half hour; all others are asked for them."""
    return tracked_page(request, number)


def tracked_page(request, number, *, refused=None, status=200):
    complaint = own(request, number)
    if complaint is None:
        return redirect(f"{reverse('track')}?number={number}")
    context = telling.told(complaint)
    context["forms"].update(refused or {})
    return render(request, "public/tracked.html", context, status=status)


def own(request, number):
    """The complaint, if this browser may see it, or None. 404 for what cannot be a number."""
    if not is_number(number):
        raise Http404
    complaint = services.tracked(number)
    is_own = complaint is not None and request.user.is_authenticated and complaint.resident_id == request.user.pk
    return complaint if is_own or passes.holds(request, number) else None


@page(SIGNED_IN)
@never_cache
def mine(request):
    """What a resident filed with this account, in one place."""
    shown = page_of(Complaint.objects.of_account(request.user), request.GET.get("page"))
    context = {"page": shown, "breadcrumb": [(_("首页"), reverse("home")), (_("我反映的事项"), "")]}
    return render(request, "public/mine.html", context)


@action(PUBLIC, of="complaints", by=CODE)
@never_cache
@limited("rate", settings.PUBLIC_POSTS_PER_HOUR)
def rate(request, number):
    """Solved or not, satisfied or not (解决率, 满意率)."""
    return take(request, number, "rate")


@action(PUBLIC, of="complaints", by=CODE)
@never_cache
@limited("ask_reopening", settings.PUBLIC_POSTS_PER_HOUR)
def ask_reopening(request, number):
    return take(request, number, "ask_reopening")


@action(PUBLIC, of="complaints", by=CODE)
@never_cache
@limited("withdraw", settings.PUBLIC_POSTS_PER_HOUR)
def withdraw(request, number):
    return take(request, number, "withdraw")


def take(request, number, step):
    """A step of the person's own, through the engine; a refused one is told, and nothing typed is lost."""
    complaint = own(request, number)
    if complaint is None or request.method != "POST":
        return tracked_page(request, number) if complaint is None else redirect("tracked", number)
    form = telling.STEP_FORMS[step](request.POST)
    if form.is_valid() and taken(complaint, step, form):
        messages.success(request, DONE[step])
        return redirect("tracked", number)
    return tracked_page(request, number, refused={step: renewed(form, number)}, status=422)


def taken(complaint, step, form):
    """Whether the engine took the step; if not, the form says why."""
    note, version = form.cleaned_data["note"], form.cleaned_data["version"]
    try:
        engine.take(complaint, step, by=RESIDENT, at=timezone.now(), note=note, version=version, **form.given)
    except engine.StepRefused as refused:
        form.add_error(None, str(refused))
        return False
    return True


def renewed(form, number):
    """The refused form, for the state of things that the page now shows."""
    form.data = form.data.copy()
    form.data["version"] = services.tracked(number).version
    return form


@page(PUBLIC, of="attachment", by=CODE)
@never_cache
def attachment(request, number, key):
    """A file of the person's own complaint, if it is meant for them."""
    complaint = own(request, number)
    found = complaint and services.files_for_resident(complaint).filter(pk=key).first()
    if not found:
        raise Http404
    return sent(found, thumbnail="thumbnail" in request.GET)
