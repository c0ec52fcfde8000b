"""议事公开 for everyone, and what a resident raises and follows without an account."""

from django.conf import settings
from django.http import Http404
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from governance.places.models import Place
from governance.web.cascade import cascade_of
from governance.web.desk import sent
from governance.web.guard.limits import limited
from governance.web.listing import page_of
from governance.web.page import PUBLIC, action, page
from governance.web.tracking.asking import FORM_POSTS_PER_HOUR, Asking
from governance.web.tracking.views import CODE
from grids.deliberation.enums import Matter
from grids.deliberation.public import services, telling
from grids.deliberation.public.filters import asked
from grids.deliberation.public.forms import MatterForm, WithdrawalForm
from grids.deliberation.terms import ANSWER

COMMUNITY = gettext_lazy("社区活动与议事")
MATTER = Asking(
    form=MatterForm,
    send=services.send,
    tracked=services.tracked,
    told=telling.told,
    withdrawal=WithdrawalForm,
    withdrawn=gettext_lazy("议题已撤回。"),
    term=ANSWER,
    templates="grids/deliberation/public",
    receipt_page="matter_receipt",
    title=gettext_lazy("提出议题"),
    trail=((COMMUNITY, "community"),),
)


def trail(*more):
    return [(_("首页"), reverse("home")), (COMMUNITY, reverse("community")), *more]


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
    """A matter for the village to talk about."""
    return MATTER.ask(request)


@page(PUBLIC, of="deliberation", by=CODE)
@never_cache
def receipt(request):
    """Number and code."""
    return MATTER.receipt(request)


@page(PUBLIC, of="deliberation", by=CODE)
@never_cache
def tracked(request, number):
    """How far the matter is, for who raised it."""
    return MATTER.progress(request, number)


@action(PUBLIC, of="deliberation", by=CODE)
@never_cache
@limited("withdraw_matter", settings.PUBLIC_POSTS_PER_HOUR)
def withdraw(request, number):
    """The raiser takes it back before it is answered."""
    return MATTER.withdraw(request, number)
