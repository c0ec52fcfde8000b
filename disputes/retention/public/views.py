"""A copy of the own data, for whoever holds number and query code."""

from django.conf import settings
from django.http import JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from disputes.complaints.public.tracking_views import own
from disputes.retention.public.forms import JSON, CopyForm
from disputes.retention.public.services import copy_of
from governance.web.guard.limits import limited
from governance.web.page import PUBLIC, action
from governance.web.tracking.views import CODE


def told(complaint):
    """The way to the copy."""
    return {"template": "disputes/retention/_copy_link.html"}


@action(PUBLIC, of="complaints", by=CODE)
@never_cache
@limited("my_data", settings.PUBLIC_POSTS_PER_HOUR)
@sensitive_post_parameters("phone")
def my_data(request, number):
    """The form; then the copy as a sheet to print, or as a file for machines. Opening contact data is a POST, and on record."""
    complaint = own(request, number)
    if complaint is None:
        return redirect(f"{reverse('track')}?number={number}")
    form = CopyForm(request.POST if request.method == "POST" else None, complaint=complaint)
    if not form.is_valid():
        return form_page(request, complaint, form)
    copy = copy_of(complaint, in_full=form.is_proven, at=timezone.now())
    if form.cleaned_data["format"] == JSON:
        return as_file(copy)
    return render(request, "disputes/retention/copy.html", {"case": complaint, "copy": copy, "back_url": reverse("tracked", args=[number])})


def form_page(request, complaint, form):
    trail = [(_("首页"), reverse("home")), (complaint.number, reverse("tracked", args=[complaint.number])), (_("我的个人信息副本"), "")]
    context = {"case": complaint, "form": form, "breadcrumb": trail}
    return render(request, "disputes/retention/my_data.html", context, status=422 if form.errors else 200)


def as_file(copy):
    answer = JsonResponse(copy, json_dumps_params={"ensure_ascii": False, "indent": 2})
    answer["Content-Disposition"] = f'attachment; filename="{copy["number"]}.json"'
    return answer
