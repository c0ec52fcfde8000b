"""Tracking by number and query code, for every procedure whose cases a resident may follow."""

from django.conf import settings
from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from governance import registry
from governance.cases.tracking import find_tracked, seen_with
from governance.web.guard.limits import allow, exhausted, too_many
from governance.web.page import PUBLIC, action
from governance.web.tracking import passes
from governance.web.tracking.forms import TrackForm

CODE = "code"  # number and query code let one in, and nothing else does
WRONG_CODE = "wrong_query_code"


@action(PUBLIC)
@never_cache
@sensitive_post_parameters("code")
def track(request):
    """Number and code open the page of one case, whatever its procedure. Wrong ones are counted, and the answer tells nothing."""
    if request.method != "POST":
        return track_page(request, TrackForm(initial={"number": request.GET.get("number", "")}))
    if exhausted(request, WRONG_CODE, settings.TRACKING_TRIES_PER_HOUR):
        return too_many(request)
    form = TrackForm(request.POST)
    if not form.is_valid():
        return track_page(request, form)
    case = find_tracked(form.cleaned_data["number"], form.cleaned_data["code"])
    if case is None:
        allow(request, WRONG_CODE, settings.TRACKING_TRIES_PER_HOUR)
        form.add_error(None, _("编号或查询码不正确，请对照回执核对后再试。"))
        return track_page(request, form)
    for seen in seen_with(case):
        passes.give(request, seen.number)
    for told in registry.declared("tracking"):
        told(request.user, case)
    return redirect(case.tracking_page, case.number)


def track_page(request, form):
    context = {"form": form, "breadcrumb": [(_("首页"), reverse("home")), (_("查询进度"), "")]}
    return render(request, "public/track.html", context, status=422 if form.errors else 200)


@action(PUBLIC, by=CODE)
def leave(request):
    """End looking: at a computer that others use too."""
    if request.method == "POST":
        passes.drop_all(request)
        messages.success(request, _("已结束查询，本机不再显示所查事项。"))
    return redirect("track")
