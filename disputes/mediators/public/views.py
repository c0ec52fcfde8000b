"""调解组织名录 for everyone, and the page on which each side of a dispute names the mediator it wants."""

from django.conf import settings
from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from disputes.mediation.enums import Kind, Side
from disputes.mediation.public.services import tracked
from disputes.mediators import rules, services
from disputes.mediators.forms import ChoiceForm
from disputes.mediators.public.services import one, shown
from governance.cases.rules import is_number
from governance.places.models import Place
from governance.web.cascade import cascade_of
from governance.web.guard.limits import limited
from governance.web.listing import page_of
from governance.web.page import PUBLIC, action, page
from governance.web.tracking import passes
from governance.web.tracking.views import CODE

LONGEST_SEARCH = 40


def trail(*more):
    return [(_("首页"), reverse("home")), *more]


@page(PUBLIC)
def directory(request):
    """Committees, mediators and studios by place and kind, the telephone first."""
    cascade = cascade_of(request, Place.objects.in_use(), url=reverse("cascade"))
    kind, text = request.GET.get("kind", ""), request.GET.get("q", "")[:LONGEST_SEARCH]
    rows = shown(place=cascade.place, kind=kind, text=text, day=timezone.localdate())
    context = {
        "cascade": cascade,
        "place": cascade.place,
        "kind": kind,
        "kinds": Kind.choices,
        "text": text,
        "page": page_of(rows, request.GET.get("page", 1)),
        "breadcrumb": trail((_("调解组织和调解员"), "")),
    }
    return render(request, "disputes/mediators/public/directory.html", context)


@page(PUBLIC, of="mediators")
def committee(request, number):
    """One committee: how to reach it, who mediates there, its studios."""
    row = one(number, timezone.localdate()) if is_number(number) else None
    if row is None:
        raise Http404
    way = trail((_("调解组织和调解员"), reverse("mediator_directory")), (row.title, ""))
    return render(request, "disputes/mediators/public/committee.html", {"row": row, "breadcrumb": way})


def asked_for(request, number):
    """404 for what cannot be a number; whether this browser may see it."""
    if not is_number(number):
        raise Http404
    return passes.holds(request, number)


@action(PUBLIC, of="mediation", by=CODE)
@never_cache
@limited("mediator_choice", settings.PUBLIC_POSTS_PER_HOUR)
def choice(request, number):
    """The applicant's page, reached from the progress of the application."""
    mediation = tracked(number) if asked_for(request, number) else None
    if mediation is None:
        return redirect(f"{reverse('track')}?number={number}")
    back = reverse("mediation_tracked", args=[number])
    return choice_page(request, mediation, Side.APPLICANT, back=back, here=request.path)


@action(PUBLIC, of="mediator_invitation", by=CODE)
@never_cache
@limited("mediator_answer", settings.PUBLIC_POSTS_PER_HOUR)
def answer(request, number):
    """The other side's page, by the number and code its committee gave it. It tells nothing of the application."""
    invitation = services.invited(number) if asked_for(request, number) else None
    if invitation is None:
        return redirect(f"{reverse('track')}?number={number}")
    return choice_page(request, invitation.mediation, Side.RESPONDENT, back="", here=request.path)


def choice_page(request, mediation, side, *, back, here):
    """Whom both named so far, and the mediators who can be named; agreeing to the other's is naming the same."""
    found = services.choices_of(mediation)
    other = next((one for key, one in found.items() if key != side), None)
    mine = found.get(side)
    facts = {"mediation": mediation, "proposed": other and other.mediator_id, "chosen": mine and mine.mediator_id}
    form = ChoiceForm(request.POST if request.method == "POST" else None, **facts)
    if form.is_bound and form.is_valid():
        try:
            services.choose(mediation, side, form.cleaned_data["mediator"], at=timezone.now())
            messages.success(request, _("已记下您选的调解员。"))
            return redirect(here)
        except services.ChoiceRefused as refused:
            form.add_error(None, str(refused))
    context = {
        "case": mediation, "form": form, "mine": mine, "other": other, "is_open": services.may_choose(mediation), "back_url": back,
        "is_agreed": bool(rules.agreed({key: one.mediator_id for key, one in found.items()})), "side": side,
        "breadcrumb": trail((_("查询进度"), reverse("track")), (_("选择调解员"), "")),
    }  # fmt: skip
    return render(request, "disputes/mediators/public/choice.html", context, status=422 if form.errors else 200)
