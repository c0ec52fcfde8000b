"""How long contact data are kept, and what was erased."""

from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from disputes.complaints.models import Complaint
from disputes.retention import services
from disputes.retention.permissions import READ
from governance.access.scope import may
from governance.deadlines.enums import Mark
from governance.permissions import LIMITS, READ_OPENINGS
from governance.web.listing import counted, page_of
from governance.web.page import page


@page(READ)
def overview(request):
    """The period in force, what it will erase next, and what it has erased, within the person's area."""
    at, limit = timezone.now(), services.period(at=timezone.now())
    erased = Complaint.objects.visible_to(request.user, READ).filter(erased_at__isnull=False)
    context = {
        "limit": limit,
        "is_default": limit.mark == Mark.DEFAULT,
        "change_url": reverse("limit_detail", args=[services.PERIOD]) if may(request.user, LIMITS) else "",
        "openings_url": reverse("openings") if may(request.user, READ_OPENINGS) else "",
        "soon": counted(services.soon_erasable(at=at).visible_to(request.user, READ), None),
        "page": page_of(erased.order_by("-erased_at", "-pk").select_related("place"), request.GET.get("page")),
        "breadcrumb": [(_("联系方式保存"), "")],
    }
    return render(request, "disputes/retention/overview.html", context)
