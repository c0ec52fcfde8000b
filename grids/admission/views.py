"""The pages of admissions: worklist, one application with its opinions, a new one, and every step of the flow."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from governance.access.scope import may
from governance.flow import engine
from governance.people.models import Office
from governance.places.enums import Level
from governance.places.models import Place
from governance.web.casework.filters import MINE
from governance.web.casework.pages import Casework
from governance.web.page import action, page
from governance.web.stale import saved
from grids.admission import permissions as caps
from grids.admission import services
from grids.admission.enums import Source, State
from grids.admission.filters import YEARLY, AdmissionFilter
from grids.admission.forms import AdmissionStepForm, ApplicationForm, OwnDutyForm
from grids.admission.models import Admission, Duty
from grids.admission.sheet import COLUMNS, LINE_WORDS, sheet_rows


def more(request, admission):
    """What was said in each round, and who has still to speak."""
    return {
        "opinions": admission.opinions.select_related("office", "by"),
        "awaited": Office.objects.filter(pk__in=admission.awaited_ids).order_by("place__path", "code"),
    }


def links(request):
    found = [{"label": _("公开清单"), "url": reverse("grid_duties")}]
    if may(request.user, caps.DECIDE):
        found.append({"label": _("法定职责"), "url": reverse("admission_duties")})
    if may(request.user, caps.EXPORT):
        found.append({"label": _("导出 Excel"), "url": reverse("admission_export"), "icon": "download", "needs_rows": True})
    if may(request.user, caps.APPLY):
        found.append({"label": _("申请准入"), "url": reverse("admission_create"), "main": True})
    return found


def tabs(request):
    """What the post can act on."""
    if may(request.user, caps.DECIDE):
        return [
            (_("待组织会审"), {"state": State.APPLIED.value}),
            (_("待决定"), {"state": State.DECIDING.value}),
            (_("待年度评估"), {"state": YEARLY}),
            (_("已准入"), {"state": State.ADMITTED.value}),
        ]
    own = [(_("本部门申请的"), {"applied": MINE})] if may(request.user, caps.APPLY) else []
    return [(_("待本单位提出意见"), {"awaited": MINE}), *own] if may(request.user, caps.TAKE_PART) else own


WORK = Casework(
    model=Admission,
    view=caps.VIEW,
    filter=AdmissionFilter,
    form=AdmissionStepForm,
    title=gettext_lazy("网格事项准入"),
    parts=("grids/admission/_facts.html", "grids/admission/_opinions.html"),
    more=more,
    links=links,
    tabs=tabs,
    line_words=LINE_WORDS,
    export=(gettext_lazy("网格事项准入"), COLUMNS, sheet_rows),
)


@page(caps.VIEW)
def list(request):
    """The worklist: first due first, the whole filter in the address."""
    return WORK.list_page(request)


@page(caps.EXPORT)
def export(request):
    """Excel or CSV of the filtered rows."""
    return WORK.export_page(request)


@page(caps.VIEW, of="admission")
def detail(request, number):
    """What is asked for, what the offices say, and what can be done now."""
    return WORK.detail_page(request, number)


@action(caps.VIEW, of="admission", by="step")
def take_step(request, number, step):
    """The form of a step, and its taking."""
    return WORK.step_page(request, number, step)


@action(caps.APPLY)
def create(request):
    """A department's application."""
    form = ApplicationForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid() and (admission := applied(request, form)):
        messages.success(request, _("已提交准入申请 %(number)s。") % {"number": admission.number})
        return redirect(admission)
    context = {"form": form, "breadcrumb": [(WORK.title, reverse("admission_list")), (_("申请准入"), "")]}
    return render(request, "grids/admission/form.html", context, status=422 if form.errors else 200)


def applied(request, form):
    """The new application, or None: a refusal becomes an error of the form."""
    try:
        return services.apply(by=request.user, at=timezone.now(), **form.cleaned_data)
    except engine.StepRefused as refused:
        form.add_error(None, str(refused))
        return None


def keeps_list(user):
    """The worker's own duties hold for the whole city: only its own leading group's office writes them."""
    return any(may(user, caps.DECIDE, city) for city in Place.objects.at(Level.CITY))


@page(caps.DECIDE)
def own_duties(request):
    """The worker's own duties, as the public list shows them."""
    context = {
        "duties": Duty.objects.statutory(),
        "may_change": keeps_list(request.user),
        "breadcrumb": [(WORK.title, reverse("admission_list")), (_("法定职责"), "")],
    }
    return render(request, "grids/admission/own_duties.html", context)


@action(caps.DECIDE, of="city")
def own_duty_create(request):
    """Another of the worker's own duties."""
    return own_duty_page(request, Duty(source=Source.REGULATION, order=Duty.objects.statutory().count() + 1))


@action(caps.DECIDE, of="city")
def own_duty(request, pk):
    """Change one of the worker's own duties."""
    duty = Duty.objects.statutory().filter(pk=pk).first()
    if duty is None:
        raise Http404
    return own_duty_page(request, duty)


def own_duty_page(request, duty):
    """The form of one of the worker's own duties."""
    if not keeps_list(request.user):
        raise PermissionDenied
    form = OwnDutyForm(request.POST if request.method == "POST" else None, instance=duty)
    if form.is_bound and saved(form, lambda: services.keep_duty(form.instance)):
        messages.success(request, _("已保存“%(label)s”。") % {"label": form.instance.label})
        return redirect("admission_duties")
    title = duty.label if duty.pk else _("增加法定职责")
    crumbs = [(WORK.title, reverse("admission_list")), (_("法定职责"), reverse("admission_duties")), (title, "")]
    context = {"form": form, "title": title, "breadcrumb": crumbs}
    return render(request, "grids/admission/own_duty.html", context, status=422 if form.errors else 200)
