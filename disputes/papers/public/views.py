"""The letter of reply, for whoever gave number and query code."""

from django.contrib import messages
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from disputes.complaints.public.tracking_views import own
from disputes.papers.data import facts
from disputes.papers.views import reply_paper
from governance.web.page import PUBLIC, page
from governance.web.tracking.views import CODE


@page(PUBLIC, of="complaints", by=CODE)
@never_cache
def reply(request, number):
    """答复函 as PDF; before there is a reply, the page that tells how the matter stands."""
    complaint = own(request, number)
    if complaint is None:
        return redirect(f"{reverse('track')}?number={number}")
    found = facts.reply_of(complaint)
    if found:
        return reply_paper(complaint, found, "pdf")
    messages.error(request, _("还没有答复，暂时没有答复函。答复后可以在本页下载。"))
    return redirect("tracked", number)
