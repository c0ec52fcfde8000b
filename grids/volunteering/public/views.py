"""志愿服务 for everyone: what is called for, taking a place with a telephone alone, giving it back, and the certificate of hours."""

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
from governance.places.models import Place
from governance.timeline.models import Event
from governance.web.cascade import cascade_of
from governance.web.guard.limits import limited
from governance.web.listing import page_of
from governance.web.page import PUBLIC, action, page
from governance.web.tracking import passes
from governance.web.tracking.receipts import handed_out, kept
from governance.web.tracking.views import CODE
from grids.volunteering.enums import Standing, State
from grids.volunteering.public import services
from grids.volunteering.public.forms import SignUpForm
from grids.volunteering.rules import is_open
from grids.volunteering.services import SignUpRefused
from grids.volunteering.services import withdraw as give_back

RECEIPT = "sign_up_receipt"


def trail(*more):
    return [(_("首页"), reverse("home")), (_("社区活动与议事"), reverse("community")), *more]


@page(PUBLIC)
def calls(request):
    """What is called for, soonest first."""
    cascade = cascade_of(request, Place.objects.in_use(), url=reverse("cascade"))
    context = {
        "cascade": cascade,
        "place": cascade.place,
        "page": page_of(services.coming(cascade.place, at=timezone.now()), request.GET.get("page", 1)),
        "breadcrumb": trail((_("志愿服务"), "")),
    }
    return render(request, "grids/volunteering/public/list.html", context)


@action(PUBLIC, of="public_call")
@limited("volunteer_call", settings.PUBLIC_POSTS_PER_HOUR)
@sensitive_post_parameters("name", "phone")
def call(request, number):
    """One call with the form below it. Sent twice it takes one place, and both get the receipt."""
    found = services.published(number)
    if found is None:
        raise Http404
    if request.method != "POST":
        return call_page(request, found, SignUpForm(initial={"submission": uuid4()}))
    form = SignUpForm(request.POST)
    if not form.is_valid():
        return call_page(request, found, form, status=200 if form.wants_another else 422)
    try:
        return handed_out(request, services.send(found, form, at=timezone.now()), RECEIPT)
    except SignUpRefused as refused:
        form.add_error(refused.field, str(refused))
        return call_page(request, services.published(number), form, status=422)


def call_page(request, found, form, *, status=200):
    """Without the form where no place is to be had."""
    free = found.state == State.OPEN and is_open(timezone.now(), starts=found.starts_at, taken=found.taken, places=found.capacity)
    context = {
        "case": found,
        "left": max(found.capacity - found.taken, 0),
        "has_begun": timezone.now() >= found.starts_at,
        "form": form if free or form.errors else None,
        "reason": said(found),
        "breadcrumb": trail((_("志愿服务"), reverse("volunteer_calls")), (found.title, "")),
    }
    return render(request, "grids/volunteering/public/detail.html", context, status=status)


def said(found):
    """Why it was cancelled, or what its keeper wrote afterwards."""
    step = {State.CANCELLED: "volunteering.cancel", State.DONE: "volunteering.confirm_hours"}.get(found.state)
    event = Event.objects.of(found).filter(kind=step).order_by("-sequence").first() if step else None
    return event.note if event else ""


@page(PUBLIC, of="sign_up", by=CODE)
@never_cache
def receipt(request):
    """Number and code, for ten minutes in the browser that signed up; after that only the person knows the code."""
    found = kept(request)
    own = services.own_place(found.number) if found else None
    if own is None:
        return redirect("track")
    context = {"own": own, "call": own.call, "code": found.code, "breadcrumb": trail((_("报名成功"), ""))}
    return render(request, "grids/volunteering/public/receipt.html", context)


@page(PUBLIC, of="sign_up", by=CODE)
@never_cache
def my_sign_up(request, number):
    """The own place: when and where, giving it back, hours and certificate."""
    own = mine(request, number)
    return my_page(request, own) if own else asked_for(number)


def my_page(request, own):
    call = own.call
    context = {
        "own": own,
        "call": call,
        "reason": said(call),
        "may_withdraw": own.standing == Standing.SIGNED and call.state == State.OPEN and timezone.now() < call.starts_at,
        "has_hours": own.standing == Standing.ATTENDED,
        "has_paper": has_paper(own),
        "breadcrumb": [(_("首页"), reverse("home")), (_("查询进度"), reverse("track")), (own.number, "")],
    }
    return render(request, "grids/volunteering/public/mine.html", context)


def has_paper(own):
    """Hours confirmed, and the name still known: it is kept for a time alone."""
    return own.standing == Standing.ATTENDED and bool(own.name)


def mine(request, number):
    """The place, if this browser may see it, or None. 404 for what cannot be a number."""
    if not is_number(number):
        raise Http404
    return services.own_place(number) if passes.holds(request, number) else None


def asked_for(number):
    """Number and code are asked for first."""
    return redirect(f"{reverse('track')}?number={number}")


@action(PUBLIC, of="sign_up", by=CODE)
@never_cache
@limited("withdraw_sign_up", settings.PUBLIC_POSTS_PER_HOUR)
def withdraw(request, number):
    """Give the place back."""
    own = mine(request, number)
    if own is None:
        return asked_for(number)
    if request.method == "POST":
        try:
            give_back(own, at=timezone.now())
            messages.success(request, _("报名已撤回，名额已让给其他人。"))
        except SignUpRefused as refused:
            messages.error(request, str(refused))
    return redirect("my_sign_up", number)


@action(PUBLIC, of="sign_up", by=CODE)
@never_cache
@limited("sign_up_certificate", settings.PUBLIC_POSTS_PER_HOUR)
def certificate(request, number):
    """The hours as PDF, on a press: the person's own name is opened for it, which is recorded. Before they are confirmed, the own page."""
    own = mine(request, number)
    if own is None:
        return asked_for(number)
    if request.method == "POST" and has_paper(own):
        return services.certificate(own, at=timezone.now())
    if own.standing != Standing.ATTENDED:
        messages.error(request, _("时长还没有确认，暂时没有证明。"))
    return redirect("my_sign_up", number)
