"""Asking for help without an account, and what the person sees and can say afterwards."""

from django.conf import settings
from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from disputes.care.public import services, telling
from disputes.care.public.forms import RatingForm, RequestForm, RevocationForm
from disputes.care.terms import ARRANGE
from governance.cases.rules import is_number
from governance.flow.engine import StepRefused
from governance.web.guard.limits import limited
from governance.web.page import PUBLIC, action, page
from governance.web.tracking import passes
from governance.web.tracking.asking import FORM_POSTS_PER_HOUR, Asking
from governance.web.tracking.views import CODE

REQUEST = Asking(
    form=RequestForm,
    send=services.ask,
    tracked=services.tracked,
    told=telling.told,
    withdrawal=RevocationForm,
    withdrawn=gettext_lazy("已撤回同意，帮助已经停止。"),
    term=ARRANGE,
    templates="disputes/care/public",
    receipt_page="care_receipt",
    title=gettext_lazy("申请关爱帮扶"),
)


@action(PUBLIC)
@limited("ask_for_care", FORM_POSTS_PER_HOUR)
@sensitive_post_parameters("situation", "name", "phone")
def ask(request):
    """The request."""
    return REQUEST.ask(request)


@page(PUBLIC, of="care", by=CODE)
@never_cache
def receipt(request):
    """Number and code."""
    return REQUEST.receipt(request)


@page(PUBLIC, of="care", by=CODE)
@never_cache
def tracked(request, number):
    """How far it is, and who looked at the facts."""
    return REQUEST.progress(request, number)


@action(PUBLIC, of="care", by=CODE)
@never_cache
@limited("revoke_care", settings.PUBLIC_POSTS_PER_HOUR)
def revoke(request, number):
    """The person takes the agreement back: at once, without a reason."""
    return REQUEST.withdraw(request, number)


@action(PUBLIC, of="care", by=CODE)
@never_cache
@limited("rate_care", settings.PUBLIC_POSTS_PER_HOUR)
def rate(request, number):
    """How the help was."""
    if not is_number(number):
        raise Http404
    care = services.tracked(number) if passes.holds(request, number) else None
    if care is None or request.method != "POST":
        return REQUEST.progress(request, number) if care is None else redirect("care_tracked", number)
    form = RatingForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("请选择是否满意。"))
        return redirect("care_tracked", number)
    try:
        services.rate(care, at=timezone.now(), **form.cleaned_data)
        messages.success(request, _("感谢您的评价。"))
    except StepRefused as refused:
        messages.error(request, str(refused))
    return redirect("care_tracked", number)
