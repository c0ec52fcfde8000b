"""议事公开 for everyone, and what a resident raises and follows without an account."""

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
from governance.deadlines.ledger import open_one
from governance.flow import engine
from governance.flow.table import RESIDENT
from governance.places.models import Place
from governance.web.cascade import asks_next_level, cascade_of, with_place
from governance.web.desk import sent
from governance.web.guard.limits import limited
from governance.web.listing import page_of
from governance.web.page import PUBLIC, action, page
from governance.web.tracking import passes
from governance.web.tracking.receipts import handed_out, kept
from governance.web.tracking.views import CODE
from grids.deliberation.enums import Matter
from grids.deliberation.public import services, telling
from grids.deliberation.public.filters import asked
from grids.deliberation.public.forms import MatterForm, WithdrawalForm
from grids.deliberation.terms import ANSWER

FORM_POSTS_PER_HOUR = 6 * settings.PUBLIC_POSTS_PER_HOUR  # one matter may turn the form's page several times
RECEIPT = "matter_receipt"


def trail(*more):
    return [(_("首页"), reverse("home")), (_("社区活动与议事"), reverse("community")), *more]


@page(PUBLIC)
def deliberations(request):
    """Announcements, results and progress of a place, newest first."""
    cascade = cascade_of(request, Place.objects.in_use(), url=reverse("cascade"))
    question = asked(request, cascade.place)
    context = {
        "cascade": cascade,
        "place": cascade.place,
        "question": question,
        "kinds": Matter.choices,
        "page": page_of(services.listed(question), request.GET.get("page", 1)),
        "breadcrumb": trail((_("议事公开"), "")),
    }
    return render(request, "grids/deliberation/public/list.html", context)


@page(PUBLIC, of="public_deliberation")
def deliberation(request, number):
    """One matter: announcement, what was said by role, result, how far it is, how it was judged."""
    case = services.published(number)
    if case is None:
        raise Http404
    context = {**telling.shown(case), "breadcrumb": trail((_("议事公开"), reverse("deliberations")), (case.title, ""))}
    return render(request, "grids/deliberation/public/detail.html", context)


@page(PUBLIC, of="public_deliberation_file")
def file(request, number, key):
    """A paper or photograph that is meant for everyone."""
    case = services.published(number)
    found = case and services.published_files(case).filter(pk=key).first()
    if not found:
        raise Http404
    return sent(found, thumbnail="thumbnail" in request.GET)


@action(PUBLIC)
@limited("raise_matter", FORM_POSTS_PER_HOUR)
@sensitive_post_parameters("description", "name", "phone")
def raise_matter(request):
    """The form, on one page. Sent twice it opens one matter, and both get the receipt."""
    cascade = cascade_of(request, Place.objects.in_use(), url=reverse("cascade"))
    if request.method != "POST":
        return form_page(request, MatterForm(initial={"submission": uuid4()}), cascade)
    data = with_place(request, cascade)
    if asks_next_level(request):
        return form_page(request, MatterForm(initial=data.dict()), cascade)
    form = MatterForm(data)
    if not form.is_valid():
        return form_page(request, form, cascade, status=200 if form.wants_another else 422)
    return handed_out(request, services.send(form, at=timezone.now()), RECEIPT)


def form_page(request, form, cascade, *, status=200):
    context = {"form": form, "cascade": cascade, "breadcrumb": trail((_("提出议题"), ""))}
    return render(request, "grids/deliberation/public/raise.html", context, status=status)


@page(PUBLIC, of="deliberation", by=CODE)
@never_cache
def receipt(request):
    """Number and code, for ten minutes in the browser that sent it; after that only the person knows the code."""
    found = kept(request)
    case = services.tracked(found.number) if found else None
    if case is None:
        return redirect("track")
    context = {"case": case, "code": found.code, "deadline": open_one(case, ANSWER), "breadcrumb": trail((_("提交成功"), ""))}
    return render(request, "grids/deliberation/public/receipt.html", context)


@page(PUBLIC, of="deliberation", by=CODE)
@never_cache
def tracked(request, number):
    """The matter of a resident who gave number and code within the last half hour; all others are asked for them."""
    return tracked_page(request, number)


def tracked_page(request, number, *, refused=None, status=200):
    case = own(request, number)
    if case is None:
        return redirect(f"{reverse('track')}?number={number}")
    context = telling.told(case)
    if refused:
        context["form"] = refused
    return render(request, "grids/deliberation/public/tracked.html", context, status=status)


def own(request, number):
    """The matter, if this browser may see it, or None. 404 for what cannot be a number."""
    if not is_number(number):
        raise Http404
    return services.tracked(number) if passes.holds(request, number) else None


@action(PUBLIC, of="deliberation", by=CODE)
@never_cache
@limited("withdraw_matter", settings.PUBLIC_POSTS_PER_HOUR)
def withdraw(request, number):
    """The raiser takes it back before it is answered; a refusal is told, and nothing typed is lost."""
    case = own(request, number)
    if case is None:
        return tracked_page(request, number)
    if request.method != "POST":
        return redirect("matter_tracked", number)
    form = WithdrawalForm(request.POST)
    if form.is_valid() and withdrawn(case, form):
        messages.success(request, _("议题已撤回。"))
        return redirect("matter_tracked", number)
    form.data = form.data.copy()
    form.data["version"] = services.tracked(number).version
    return tracked_page(request, number, refused=form, status=422)


def withdrawn(case, form):
    """Whether the engine took the step; if not, the form says why."""
    note, version = form.cleaned_data["note"], form.cleaned_data["version"]
    try:
        engine.take(case, "withdraw", by=RESIDENT, at=timezone.now(), note=note, version=version)
    except engine.StepRefused as refused:
        form.add_error(None, str(refused))
        return False
    return True
