"""监督我们: telling which office or duty is not met, without an account, and what the person sees of it afterwards."""

from django.conf import settings
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from governance.web.guard.limits import limited
from governance.web.page import PUBLIC, action, page
from governance.web.tracking.asking import FORM_POSTS_PER_HOUR, Asking
from governance.web.tracking.receipts import handed_out
from governance.web.tracking.views import CODE
from supervision.tips.public import services, telling
from supervision.tips.public.forms import TipForm, WithdrawalForm
from supervision.tips.terms import ACCEPT

RECEIPT = "tip_receipt"
TELLING = Asking(
    form=TipForm,
    send=services.send,
    tracked=services.tracked,
    told=telling.told,
    withdrawal=WithdrawalForm,
    withdrawn=_("来信已撤回。"),
    term=ACCEPT,
    templates="supervision/tips/public",
    receipt_page=RECEIPT,
    title=_("监督我们"),
)


@action(PUBLIC)
@limited("supervise_us", FORM_POSTS_PER_HOUR)
@sensitive_post_parameters("description", "name", "phone")
def supervise_us(request):
    """What is told; the same form sent again is answered with its receipt."""
    if request.method == "POST" and (receipt := services.filed_before(request.POST.get("submission", ""))):
        return handed_out(request, receipt, RECEIPT)
    return TELLING.ask(request)


@page(PUBLIC, of="tips", by=CODE)
@never_cache
def receipt(request):
    """Number and code."""
    return TELLING.receipt(request)


@page(PUBLIC, of="tips", by=CODE)
@never_cache
def tracked(request, number):
    """How far it is, and the answer."""
    return TELLING.progress(request, number)


@action(PUBLIC, of="tips", by=CODE)
@never_cache
@limited("withdraw_tip", settings.PUBLIC_POSTS_PER_HOUR)
def withdraw(request, number):
    """The person takes it back."""
    return TELLING.withdraw(request, number)
