"""报告突发事件: telling of an incident without an account, and how far it is. The emergency numbers stand before everything else."""

from django.conf import settings
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from emergencies.incidents.public import services, telling
from emergencies.incidents.public.forms import ReportForm, WithdrawalForm
from emergencies.incidents.terms import VERIFY
from governance.web.guard.limits import limited
from governance.web.page import PUBLIC, action, page
from governance.web.tracking.asking import FORM_POSTS_PER_HOUR, Asking
from governance.web.tracking.receipts import handed_out
from governance.web.tracking.views import CODE

RECEIPT = "incident_receipt"
REPORTING = Asking(
    form=ReportForm,
    send=services.send,
    tracked=services.tracked,
    told=telling.told,
    withdrawal=WithdrawalForm,
    withdrawn=_("报告已撤回。"),
    term=VERIFY,
    templates="emergencies/incidents/public",
    receipt_page=RECEIPT,
    title=_("报告突发事件"),
)


@action(PUBLIC)
@limited("report_incident", FORM_POSTS_PER_HOUR)
@sensitive_post_parameters("description", "name", "phone")
def report(request):
    """What is told; the same form sent again is answered with its receipt."""
    if request.method == "POST" and (receipt := services.sent_before(request.POST.get("submission", ""))):
        return handed_out(request, receipt, RECEIPT)
    return REPORTING.ask(request)


@page(PUBLIC, of="incidents", by=CODE)
@never_cache
def receipt(request):
    """Number and code."""
    return REPORTING.receipt(request)


@page(PUBLIC, of="incidents", by=CODE)
@never_cache
def tracked(request, number):
    """How far it is."""
    return REPORTING.progress(request, number)


@action(PUBLIC, of="incidents", by=CODE)
@never_cache
@limited("withdraw_incident", settings.PUBLIC_POSTS_PER_HOUR)
def withdraw(request, number):
    """The person takes it back, as long as nobody has verified it."""
    return REPORTING.withdraw(request, number)
