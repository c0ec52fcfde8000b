"""表彰公示: what stands in public now with the way to object, and the titles that were granted."""

from django.conf import settings
from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from governance.flow.engine import StepRefused
from governance.web.guard.limits import limited
from governance.web.listing import page_of
from governance.web.page import PUBLIC, action, page
from supervision.honours import services
from supervision.honours.public.forms import ObjectionForm

GRANTED = "granted"


def trail(*more):
    return [(_("首页"), reverse("home")), (_("公开数据"), reverse("open_data")), *more]


@page(PUBLIC)
def publicity(request):
    """One of the two lists, the newest first."""
    granted, base = request.GET.get("kind") == GRANTED, reverse("honours_publicity")
    rows = services.granted_in_public() if granted else services.in_public(timezone.now())
    context = {
        "granted": granted,
        "page": page_of(rows.select_related("unit", "programme", "person", "office"), request.GET.get("page", 1)),
        "tabs": [
            {"label": _("公示中"), "url": base, "active": not granted, "count": None},
            {"label": _("已授予"), "url": f"{base}?kind={GRANTED}", "active": granted, "count": None},
        ],
        "breadcrumb": trail((_("表彰公示"), "")),
    }
    return render(request, "supervision/honours/public/publicity.html", context)


@action(PUBLIC)
@limited("object_to_honour", settings.PUBLIC_POSTS_PER_HOUR)
def object_to(request, number):
    """Anybody objects while the publicity runs; the name may stay out."""
    honour = services.in_public(timezone.now()).select_related("unit", "programme", "person").filter(number=number).first()
    if honour is None:
        raise Http404
    form = ObjectionForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        try:
            services.object_in_public(honour, at=timezone.now(), **form.cleaned_data)
            messages.success(request, _("已收到您的异议，核实后再决定是否授予。"))
            return redirect("honours_publicity")
        except StepRefused as refused:
            form.add_error(None, str(refused))
    crumb = trail((_("表彰公示"), reverse("honours_publicity")), (_("提出异议"), ""))
    context = {"honour": honour, "form": form, "breadcrumb": crumb}
    return render(request, "supervision/honours/public/object.html", context, status=422 if form.errors else 200)
