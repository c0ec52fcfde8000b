"""For administrators: what waits to leave the portal, what failed and why, and sending it again."""

import structlog
from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from governance.notices.enums import TONES, NoticeState
from governance.notices.models import Notice
from governance.notices.services import send_again
from governance.permissions import DELIVERIES
from governance.web.administration.reach import require_city
from governance.web.listing import counted, page_of
from governance.web.page import action, page

SHOWN = (NoticeState.FAILED, NoticeState.WAITING, NoticeState.UNREACHABLE, NoticeState.SENT)

logger = structlog.get_logger(__name__)


@page(DELIVERIES, of="city")
def deliveries(request):
    """The outbox by state, what failed first."""
    require_city(request.user, DELIVERIES)
    state = request.GET.get("state")
    state = NoticeState(state) if state in SHOWN else NoticeState.FAILED
    notices = Notice.objects.outgoing().filter(state=state).select_related("recipient")
    order = "next_try_at" if state == NoticeState.WAITING else "-at"
    context = {
        "page": page_of(notices.order_by(order, "-pk"), request.GET.get("page")),
        "tabs": tabs(state),
        "state": state,
        "tone": TONES[state],
        "may_retry": state == NoticeState.FAILED,
        "breadcrumb": [(_("通知发送"), "")],
    }
    return render(request, "inbox/deliveries.html", context)


def tabs(current):
    """The states as tabs; what needs a look carries its number."""
    return [
        {
            "label": state.label,
            "url": f"{reverse('deliveries')}?state={state}",
            "active": state == current,
            "count": _count(state),
        }
        for state in SHOWN
    ]


def _count(state):
    """Sent messages are millions in the end, and nobody looks for their number here."""
    if state == NoticeState.SENT:
        return None
    return counted(Notice.objects.outgoing().filter(state=state), None)


@action(DELIVERIES, of="city")
def deliveries_retry(request):
    """Send the chosen failed messages again, or all of them."""
    require_city(request.user, DELIVERIES)
    if request.method == "POST":
        notices = Notice.objects.outgoing()
        if "all" not in request.POST:
            notices = notices.filter(pk__in=[pk for pk in request.POST.getlist("pk") if pk.isdecimal()])
        count = send_again(notices, at=timezone.now())
        logger.info("notices_sent_again", count=count, by=request.user.pk)
        messages.success(request, _("%(count)s 条通知将重新发送。") % {"count": count})
    return redirect("deliveries")
