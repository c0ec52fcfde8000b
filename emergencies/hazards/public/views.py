"""举报安全隐患: telling of a hazard without an account, how far it is, and which major ones are under listed supervision."""

from django.conf import settings
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from emergencies.hazards.models import RewardStandard
from emergencies.hazards.public import services, telling
from emergencies.hazards.public.forms import ReportForm, WithdrawalForm
from emergencies.hazards.terms import VERIFY
from governance.web.guard.limits import limited
from governance.web.listing import page_of
from governance.web.page import PUBLIC, action, page
from governance.web.tracking.asking import FORM_POSTS_PER_HOUR, Asking
from governance.web.tracking.receipts import handed_out
from governance.web.tracking.views import CODE

RECEIPT, STRUCK_SHOWN = "hazard_receipt", 30
REPORTING = Asking(
    form=ReportForm,
    send=services.send,
    tracked=services.tracked,
    told=telling.told,
    withdrawal=WithdrawalForm,
    withdrawn=_("举报已撤回。"),
    term=VERIFY,
    templates="emergencies/hazards/public",
    receipt_page=RECEIPT,
    title=_("举报安全隐患"),
)


@action(PUBLIC)
@limited("report_hazard", FORM_POSTS_PER_HOUR)
@sensitive_post_parameters("description", "name", "phone")
def report(request):
    """What is told; the same form sent again is answered with its receipt."""
    if request.method == "POST" and (receipt := services.sent_before(request.POST.get("submission", ""))):
        return handed_out(request, receipt, RECEIPT)
    return REPORTING.ask(request)


@page(PUBLIC, of="hazards", by=CODE)
@never_cache
def receipt(request):
    """Number and code."""
    return REPORTING.receipt(request)


@page(PUBLIC, of="hazards", by=CODE)
@never_cache
def tracked(request, number):
    """How far it is, and what was found."""
    return REPORTING.progress(request, number)


@action(PUBLIC, of="hazards", by=CODE)
@never_cache
@limited("withdraw_hazard", settings.PUBLIC_POSTS_PER_HOUR)
def withdraw(request, number):
    """The person takes it back."""
    return REPORTING.withdraw(request, number)


@page(PUBLIC)
def published(request):
    """Major hazards under listed supervision, and what a report may be rewarded with."""
    context = {
        "page": page_of(services.listed(), request.GET.get("page", 1)),
        "struck": services.struck(at=timezone.now())[:STRUCK_SHOWN],
        "standards": RewardStandard.objects.order_by("grade"),
        "breadcrumb": [(_now("首页"), reverse("home")), (_now("重大隐患挂牌督办"), "")],
    }
    return render(request, "emergencies/hazards/public/listed.html", context)
