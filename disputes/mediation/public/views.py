"""Applying for mediation without an account, and what the party sees and can say afterwards."""

from django.conf import settings
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from disputes.mediation.public import services, telling
from disputes.mediation.public.forms import ApplicationForm, WithdrawalForm
from disputes.mediation.terms import ACCEPT
from governance.web.guard.limits import limited
from governance.web.page import PUBLIC, action, page
from governance.web.tracking.asking import FORM_POSTS_PER_HOUR, Asking
from governance.web.tracking.views import CODE

APPLICATION = Asking(
    form=ApplicationForm,
    send=services.apply,
    tracked=services.tracked,
    told=telling.told,
    withdrawal=WithdrawalForm,
    withdrawn=_("申请已撤回。"),
    term=ACCEPT,
    templates="disputes/mediation/public",
    receipt_page="mediation_receipt",
    title=_("申请调解"),
)


@action(PUBLIC)
@limited("apply_mediation", FORM_POSTS_PER_HOUR)
@sensitive_post_parameters("description", "demand", "name", "phone", "other_name", "other_phone")
def apply(request):
    """The application."""
    return APPLICATION.ask(request)


@page(PUBLIC, of="mediation", by=CODE)
@never_cache
def receipt(request):
    """Number and code."""
    return APPLICATION.receipt(request)


@page(PUBLIC, of="mediation", by=CODE)
@never_cache
def tracked(request, number):
    """How far the mediation is."""
    return APPLICATION.progress(request, number)


@action(PUBLIC, of="mediation", by=CODE)
@never_cache
@limited("withdraw_mediation", settings.PUBLIC_POSTS_PER_HOUR)
def withdraw(request, number):
    """The party ends it."""
    return APPLICATION.withdraw(request, number)
