"""The yearly assessment: schemes, the ranked table of a scheme, a unit's result with every point traced to its rows."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from governance.access.scope import may
from governance.flow.engine import StepRefused
from governance.places.enums import Level
from governance.places.models import Place
from governance.web.downloads import download
from governance.web.page import action, page
from governance.web.stale import saved
from supervision.assessment import permissions as caps
from supervision.assessment import services
from supervision.assessment.enums import State
from supervision.assessment.forms import AdjustmentForm, ItemRows, SchemeForm
from supervision.assessment.models import Scheme
from supervision.assessment.sheet import columns, sheet_rows, traced_parts


def trail(*more):
    return [(_("考核评价"), reverse("assessment_list")), *more]


def found(pk):
    scheme = Scheme.objects.filter(pk=pk).first()
    if scheme is None:
        raise Http404
    return scheme


def draws_up(user):
    """The schemes hold for the whole city: only its own leading group's office draws them up."""
    return any(may(user, caps.DRAW_UP, city) for city in Place.objects.at(Level.CITY))


def require_city(user):
    if not draws_up(user):
        raise PermissionDenied


def is_leader(user):
    """Who runs assessments; everyone else is assessed by them."""
    return user.acting_post is not None and user.acting_post.role in caps.RUNNING


@page(caps.VIEW)
def list(request):
    """Every scheme, the newest year first; the units read what was issued."""
    schemes = Scheme.objects.newest_first()
    context = {
        "schemes": schemes if is_leader(request.user) else schemes.issued(),
        "draws_up": draws_up(request.user),
        "seats": may(request.user, caps.SCORE),
        "breadcrumb": [(_("考核评价"), "")],
    }
    return render(request, "supervision/assessment/list.html", context)


def issued(request, pk):
    """A scheme the person may read."""
    scheme = found(pk)
    if scheme.state == State.DRAFT and not is_leader(request.user):
        raise Http404
    return scheme


def shown_results(request, scheme):
    """Its results: to who runs it at any time, to everyone it assesses once they are disclosed inside."""
    return scheme.results.ranked() if scheme.is_shown_inside or is_leader(request.user) else scheme.results.none()


@page(caps.VIEW)
def detail(request, pk):
    """A scheme: its units ranked, its items, and what can be done with it now."""
    scheme = issued(request, pk)
    results = shown_results(request, scheme).select_related("appraisal")
    context = {
        "scheme": scheme,
        "items": scheme.items.prefetch_related("reviewers__user"),
        "results": results,
        "adjustments": scheme.adjustments.select_related("result__place", "result__office", "item") if results else (),
        "versions": Scheme.objects.sisters_of(scheme).exclude(pk=scheme.pk).order_by("-version"),
        "draws_up": draws_up(request.user),
        "is_leader": is_leader(request.user),
        "opens_files": is_leader(request.user),
        "breadcrumb": trail((str(scheme), "")),
    }
    return render(request, "supervision/assessment/detail.html", context)


@page(caps.VIEW)
def export(request, pk):
    """Excel or CSV of a scheme's results."""
    scheme = issued(request, pk)
    return download(request, scheme, columns(scheme), sheet_rows(shown_results(request, scheme)))


@page(caps.VIEW)
def result(request, pk, code):
    """A unit's result: each item with the figures, scores and proofs it was made of, and the way to exactly those rows."""
    scheme = issued(request, pk)
    row = next((one for one in shown_results(request, scheme).select_related("appraisal") if one.code == code), None)
    if row is None:
        raise Http404
    context = {
        "scheme": scheme,
        "result": row,
        "parts": traced_parts(row),
        "adjustments": row.adjustments.select_related("item", "file"),
        "names_reviewers": is_leader(request.user),
        "opens_files": is_leader(request.user),
        "breadcrumb": trail((str(scheme), reverse("assessment_detail", args=[scheme.pk])), (row.short_name, "")),
    }
    return render(request, "supervision/assessment/result.html", context)


@action(caps.DRAW_UP, of="city")
def create(request):
    """Draw up a scheme."""
    require_city(request.user)
    return scheme_form(request, None)


@action(caps.DRAW_UP, of="city")
def edit(request, pk):
    """Change a scheme while it is drafted."""
    require_city(request.user)
    scheme = found(pk)
    if scheme.state != State.DRAFT:
        messages.warning(request, _("方案已印发，不能再修改。"))
        return redirect("assessment_detail", pk=scheme.pk)
    return scheme_form(request, scheme)


def scheme_form(request, scheme):
    """The form of a scheme: facts above, a row for each indicator below."""
    posted = request.POST if request.method == "POST" else None
    form, rows = SchemeForm(posted, instance=scheme), ItemRows(posted, scheme=scheme)
    written = posted is not None and saved(form, lambda: services.draw_up(scheme=scheme, items=rows.items(), **form.facts()), rows)
    if written:
        messages.success(request, _("已保存方案。"))
        return redirect("assessment_detail", pk=written.pk)
    title = _("修改方案") if scheme else _("拟订方案")
    context = {"form": form, "rows": rows, "title": title, "breadcrumb": trail((title, ""))}
    return render(request, "supervision/assessment/form.html", context, status=422 if posted is not None else 200)


STEPS = {
    "publish": (services.publish, gettext_lazy("已印发，各单位可以自评。")),
    "compute": (services.compute, gettext_lazy("已重新计算。")),
    "disclose": (services.disclose, gettext_lazy("已内部公布，各单位可以在期限内提出异议。")),
    "lock": (services.lock, gettext_lazy("已锁定，结果不再变动。")),
    "copy": (services.copy, gettext_lazy("已复制为新的一版，请修改后印发。")),
}


@action(caps.DRAW_UP, of="city")
def take_step(request, pk, step):
    """Publish, count again, or lock a scheme: asked once more, then done."""
    require_city(request.user)
    scheme = found(pk)
    if step not in STEPS:
        raise Http404
    if request.method == "POST":
        return redirect("assessment_detail", pk=taken(request, scheme, step))
    context = {"scheme": scheme, "step": step, "breadcrumb": trail((str(scheme), reverse("assessment_detail", args=[pk])), (_("确认"), ""))}
    return render(request, "supervision/assessment/confirm.html", context)


def taken(request, scheme, step):
    """Take the step; the key of the scheme to show, with what was said of it."""
    act, said = STEPS[step]
    by = {} if step in {"compute", "copy"} else {"by": request.user}
    moment = {} if step == "copy" else {"at": timezone.now()}
    try:
        after = act(scheme, **moment, **by)
        messages.success(request, said)
    except (services.SchemeRefused, StepRefused) as refused:
        messages.error(request, str(refused))
        return scheme.pk
    return after.pk if step == "copy" else scheme.pk


@action(caps.DRAW_UP, of="city")
def adjust(request, pk):
    """Add or take off points by hand, with the proof."""
    require_city(request.user)
    scheme = found(pk)
    form = AdjustmentForm(request.POST if request.method == "POST" else None, scheme=scheme)
    if form.is_bound and form.is_valid():
        try:
            services.adjust(scheme, by=request.user, at=timezone.now(), **form.cleaned_data)
            messages.success(request, _("已登记加减分，结果已重新计算。"))
            return redirect("assessment_detail", pk=scheme.pk)
        except services.SchemeRefused as refused:
            form.add_error(None, str(refused))
    crumb = trail((str(scheme), reverse("assessment_detail", args=[pk])), (_("登记加减分"), ""))
    context = {"scheme": scheme, "form": form, "breadcrumb": crumb}
    return render(request, "supervision/assessment/adjust.html", context, status=422 if form.errors else 200)
