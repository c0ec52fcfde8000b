"""The kinds of grid reports (网格事件类型): list, a new one, a change, into use and out of it. They hold for the whole city."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from governance.access.scope import may
from governance.places.enums import Level
from governance.places.models import Place
from governance.web.page import action, page
from governance.web.stale import saved
from grids.kinds import services
from grids.kinds.forms import KindForm, questions_form
from grids.kinds.permissions import KEEP
from grids.reports.models import ReportKind

CHANGES_SHOWN = 30


def acts_for_city(user):
    return any(may(user, KEEP, city) for city in Place.objects.at(Level.CITY))


def require_city(user):
    if not acts_for_city(user):
        raise PermissionDenied


def trail(*more):
    return [(_("网格事件类型"), reverse("kinds_list") if more else ""), *more]


@page(KEEP)
def list(request):
    """Every kind, what it asks, and whether its duty stands on the list."""
    day = timezone.localdate()
    rows = [(kind, kind.duty is not None and kind.duty.is_in_force(day)) for kind in ReportKind.objects.select_related("duty")]
    context = {"rows": rows, "may_change": acts_for_city(request.user), "breadcrumb": trail()}
    return render(request, "grids/kinds/list.html", context)


@action(KEEP, of="city")
def create(request):
    """A new kind; it is taken into use afterwards."""
    return kind_page(request, ReportKind(), _("新增类型"))


@action(KEEP, of="city")
def edit(request, code):
    """Change a kind; what was changed before stands beside."""
    kind = found(code)
    return kind_page(request, kind, kind.label)


@action(KEEP, of="city")
def switch(request, code):
    """Into use, or out of it; into use only while the duty stands on the admitted list."""
    require_city(request.user)
    kind = found(code)
    if request.method == "POST":
        try:
            kind = services.switch(kind, on="on" in request.POST, by=request.user, at=timezone.now())
            told = _("已启用“%(label)s”。") if kind.active else _("已停用“%(label)s”。")
            messages.success(request, told % {"label": kind.label})
        except services.KindRefused as refused:
            messages.error(request, str(refused))
    return redirect("kinds_list")


def found(code):
    kind = ReportKind.objects.filter(code=code).select_related("duty").first()
    if kind is None:
        raise Http404
    return kind


def kind_page(request, kind, title):
    """The form of a kind with its questions."""
    require_city(request.user)
    data = request.POST if request.method == "POST" else None
    before, form, questions = kind.questions, KindForm(data, instance=kind), questions_form(data, kind)
    form.rowset = questions
    if form.is_bound and saved(form, lambda: keep(form, questions, before, by=request.user), questions):
        messages.success(request, _("已保存“%(label)s”。") % {"label": form.instance.label})
        return redirect("kinds_list")
    context = {
        "form": form,
        "questions": questions,
        "kind": kind,
        "changes": kind.changes.select_related("by")[:CHANGES_SHOWN] if kind.pk else [],
        "title": title,
        "breadcrumb": trail((title, "")),
    }
    return render(request, "grids/kinds/form.html", context, status=422 if form.errors or questions.total_error_count() else 200)


def keep(form, questions, before, *, by):
    """Write what both forms say."""
    form.instance.questions = questions.wanted
    if form.instance.pk is None:
        return services.create_kind(form.instance, by=by, at=timezone.now())
    changed = [name for name in form.changed_data if name in form._meta.fields]
    changed += ["questions"] if form.instance.questions != before else []
    return services.change_kind(form.instance, changed, by=by, at=timezone.now())
