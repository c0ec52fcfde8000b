"""One's own notices: the list, opening one, and marking all as read."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from governance.notices.models import Notice
from governance.notices.services import mark_read, unread_count
from governance.web.listing import page_of
from governance.web.page import SIGNED_IN, action, page


@page(SIGNED_IN)
def inbox(request):
    """Own notices, unread first."""
    shown = page_of(Notice.objects.inbox_of(request.user), request.GET.get("page"))
    context = {"page": shown, "has_unread": unread_count(request.user) > 0, "breadcrumb": [(_("通知"), "")]}
    return render(request, "inbox/list.html", context)


@action(SIGNED_IN, of="notice")
def inbox_open(request, pk):
    """Mark a notice as read and go to its case. A plain visit changes nothing and shows the list."""
    if request.method != "POST":
        return redirect("inbox")
    notice = Notice.objects.inbox_of(request.user).filter(pk=pk).first()
    if notice is None:
        raise Http404
    mark_read(Notice.objects.inbox_of(request.user).filter(pk=pk), at=timezone.now())
    return redirect(notice.path or "inbox")


@action(SIGNED_IN)
def inbox_read_all(request):
    """Mark everything as read."""
    if request.method == "POST":
        count = mark_read(Notice.objects.inbox_of(request.user), at=timezone.now())
        messages.success(request, _("已将 %(count)s 条通知标为已读。") % {"count": count})
    return redirect("inbox")
