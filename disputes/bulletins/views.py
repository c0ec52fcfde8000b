"""The publishers' pages: drafts that wait, what stands, and a draft as everyone would see it."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from disputes.bulletins import services
from disputes.bulletins.forms import CorrectionForm, PublishForm
from disputes.bulletins.models import Bulletin
from disputes.bulletins.permissions import PUBLISH
from disputes.bulletins.sheet import told
from governance.access.scope import may
from governance.calendar.months import month_before, month_of, months_until
from governance.places.enums import Level
from governance.places.models import Place
from governance.web.page import action, page

OFFERED_MONTHS = 12


def publishes(user):
    """A bulletin is the whole city's: only its own leading group's office and hotline publish it."""
    return any(may(user, PUBLISH, city) for city in Place.objects.at(Level.CITY))


def require_city(user):
    if not publishes(user):
        raise PermissionDenied


def found(pk):
    bulletin = Bulletin.objects.filter(pk=pk).select_related("published_by").first()
    if bulletin is None:
        raise Http404
    return bulletin


def trail(*more):
    return [(_("每月通报"), reverse("bulletins_manage")), *more]


@page(PUBLISH)
def manage(request):
    """The last twelve closed months with what there is of each."""
    kept = {}
    for one in Bulletin.objects.defer("inputs", "figures").order_by("-month", "-version"):
        kept.setdefault(one.month, []).append(one)
    closed = months_until(month_before(month_of(timezone.localdate())), OFFERED_MONTHS)[::-1]
    months = sorted({*closed, *kept}, reverse=True)
    context = {
        "months": [{"month": month, "versions": kept.get(month, [])} for month in months],
        "publishes": publishes(request.user),
        "breadcrumb": [(_("每月通报"), "")],
    }
    return render(request, "disputes/bulletins/manage.html", context)


@action(PUBLISH, of="city")
def create(request):
    """Draft a closed month by hand, where the portal did not."""
    require_city(request.user)
    month = services.month_named(request.POST.get("month", ""))
    if request.method != "POST" or month is None:
        return redirect("bulletins_manage")
    return answered(request, lambda: services.draft(month, at=timezone.now()), _("草稿已生成，请核对后公布。"), "bulletins_manage")


@action(PUBLISH, of="city")
def review(request, pk):
    """A version as everyone sees it, and what can be done with it now."""
    require_city(request.user)
    bulletin = found(pk)
    form = PublishForm(initial=initial(bulletin)) if bulletin.is_draft else CorrectionForm()
    return review_page(request, bulletin, form)


def initial(bulletin):
    return {"foreword": bulletin.foreword, "counted_at": bulletin.counted_at.isoformat()}


def review_page(request, bulletin, form, *, status=200):
    context = {"form": form, **told(bulletin), "breadcrumb": trail((str(bulletin), ""))}
    return render(request, "disputes/bulletins/review.html", context, status=status)


@action(PUBLISH, of="city")
def publish(request, pk):
    """Publish the draft that was looked at."""
    require_city(request.user)
    bulletin, form = found(pk), PublishForm(request.POST)
    if request.method != "POST":
        return redirect("bulletins_review", pk)
    if not form.is_valid() or form.cleaned_data["counted_at"] != bulletin.counted_at.isoformat():
        if form.is_valid():
            form.add_error(None, _("数据刚刚重新统计过，请核对后再公布。"))
        form.data = form.data.copy()
        form.data["counted_at"] = bulletin.counted_at.isoformat()
        return review_page(request, bulletin, form, status=422)
    facts = {"by": request.user, "at": timezone.now(), "foreword": form.cleaned_data["foreword"], "counted_at": bulletin.counted_at}
    return answered(request, lambda: services.publish(bulletin, **facts), _("已公布。"), "bulletins_review", pk)


@action(PUBLISH, of="city")
def recount(request, pk):
    """Count a draft anew."""
    require_city(request.user)
    bulletin = found(pk)
    if request.method != "POST":
        return redirect("bulletins_review", pk)
    return answered(request, lambda: services.recount(bulletin, at=timezone.now()), _("已重新统计。"), "bulletins_review", pk)


@action(PUBLISH, of="city")
def correct(request, pk):
    """Begin a correction: a new version, with its reason."""
    require_city(request.user)
    bulletin, form = found(pk), CorrectionForm(request.POST)
    if request.method != "POST":
        return redirect("bulletins_review", pk)
    if not form.is_valid():
        return review_page(request, bulletin, form, status=422)
    reason = form.cleaned_data["reason"]
    return answered(
        request, lambda: services.correct(bulletin, reason=reason, at=timezone.now()), _("更正稿已生成，请核对后公布。"), "bulletins_manage"
    )


def answered(request, act, said, *there):
    """Do it, say so or why not, and go on."""
    try:
        act()
        messages.success(request, said)
    except services.BulletinRefused as refused:
        messages.error(request, str(refused))
    return redirect(*there)
