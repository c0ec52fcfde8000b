"""Pages of stability assessments: register, the assessment, registering a project, the report, the scale, and every step of the flow."""

from uuid import uuid4

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from disputes.stability import permissions as caps
from disputes.stability import services
from disputes.stability.data.papers import REPORT, report_facts
from disputes.stability.enums import State
from disputes.stability.filters import REPORTED, AssessmentFilter
from disputes.stability.forms import AssessmentStepForm, MatrixForm, ProjectForm
from disputes.stability.models import DecisionKind, HearingMethod, RiskMatrix, StabilityAssessment
from disputes.stability.sheet import COLUMNS, LINE_WORDS, sheet_rows
from governance.access.scope import may, places_for
from governance.papers.filling import FORMS, made
from governance.people.models import Office
from governance.places.models import Place
from governance.web.administration.reach import acts_for_city, require_city
from governance.web.cascade import asks_next_level, cascade_of, with_place
from governance.web.casework.bulk import Bulk, NoteForm, taking
from governance.web.casework.filters import MINE
from governance.web.casework.pages import Casework
from governance.web.page import action, is_htmx, page


def links(request):
    found = [{"label": _("风险等级标准"), "url": reverse("stability_standards")}]
    if may(request.user, caps.EXPORT):
        found.append({"label": _("导出 Excel"), "url": reverse("stability_export"), "icon": "download", "needs_rows": True})
    if may(request.user, caps.ASSESS):
        found.append({"label": _("项目立项"), "url": reverse("stability_create"), "main": True})
    return found


def tabs(request):
    """What the post can act on."""
    found = []
    if may(request.user, caps.FILE):
        found.append((_("待本单位备案"), {"state": State.SUBMITTED.value, "filing": MINE}))
    if may(request.user, caps.ASSESS):
        found += [
            (_("待审定"), {"state": State.CONCLUDED.value}),
            (_("措施待核实"), {"state": REPORTED}),
            (_("待本单位落实措施"), {"owed": MINE}),
        ]
    return [*found, (_("逾期"), {"due": "late"})]


def more(request, case):
    """Opinions as counts, risk points with their measures, and who files."""
    return {
        "opinions": services.opinions_of(case),
        "risks": case.risks.prefetch_related("measures__owner"),
        "filing": Office.objects.filter(pk__in=case.filing_ids).order_by("type"),
    }


WORK = Casework(
    model=StabilityAssessment,
    view=caps.VIEW,
    filter=AssessmentFilter,
    form=AssessmentStepForm,
    title=gettext_lazy("社会稳定风险评估"),
    parts=("disputes/stability/_facts.html", "disputes/stability/_opinions.html", "disputes/stability/_risks.html"),
    more=more,
    links=links,
    tabs=tabs,
    bulk=(Bulk("remind", gettext_lazy("批量催办"), caps.FILE, taking("remind", gettext_lazy("已催办")), form=NoteForm),),
    line_words=LINE_WORDS,
    export=(gettext_lazy("社会稳定风险评估"), COLUMNS, sheet_rows),
)


@page(caps.VIEW)
def list(request):
    """The register: first due first, the whole filter in the address."""
    return WORK.list_page(request)


@page(caps.EXPORT)
def export(request):
    """Excel or CSV of the filtered rows."""
    return WORK.export_page(request)


@action(caps.VIEW)
def bulk(request):
    """Press many at once; every row gets its own result."""
    return WORK.bulk_page(request)


@page(caps.VIEW, of="stability")
def detail(request, number):
    """The assessment: the project, what was heard as counts, risks, measures, result."""
    return WORK.detail_page(request, number)


@action(caps.VIEW, of="stability", by="step")
def take_step(request, number, step):
    """The form of a step, and its taking."""
    return WORK.step_page(request, number, step)


def places_to_assess(user):
    """Where a project may lie: within one's area; for a department, within its office's."""
    office = user.acting_post.office
    return places_for(user, caps.ASSESS) if office.is_territorial else Place.objects.in_use().below(office.place.path)


@action(caps.ASSESS)
def create(request):
    """Register a project that has to be assessed before it is decided; one's own office assesses it."""
    places = places_to_assess(request.user)
    cascade = cascade_of(request, places, url=request.path)
    if request.method == "GET" and is_htmx(request):
        return render(request, "components/cascade.html", {"levels": cascade.levels, "url": cascade.url})
    data = with_place(request, cascade) if request.method == "POST" else None
    form = ProjectForm(data, places=places, user=request.user, initial={"submission": uuid4()})
    if asks_next_level(request):
        form.errors.clear()
    elif form.is_bound and form.is_valid():
        case = opened(request.user, form.cleaned_data)
        messages.success(request, _("已立项 %(number)s，请登记意见征集和风险点。") % {"number": case.number})
        return redirect(case)
    title = _("重大决策社会稳定风险评估立项")
    context = {"work": WORK, "form": form, "cascade": cascade, "title": title, "breadcrumb": [(WORK.title, WORK.list_url), (title, "")]}
    context["lead"] = _("评估的是项目和决策，不评估任何个人。意见只登记数量和要点。")
    return render(request, "cases/create.html", context, status=422 if form.errors else 200)


def opened(user, typed):
    return services.open_assessment(assessor=user.acting_post.office, by=user, at=timezone.now(), **typed)


@page(caps.VIEW, of="stability")
def paper(request, number, form):
    """The report, as Word or PDF."""
    case = WORK.seen(request, number)
    if form not in FORMS:
        raise Http404
    return made(REPORT, report_facts(case), name=f"{_('社会稳定风险评估报告')} {case.number}", form=form)


@page(caps.VIEW)
def standards(request):
    """What is chosen from, and the scale in force with its earlier versions."""
    at = timezone.now()
    context = {
        "kinds": DecisionKind.objects.filter(active=True),
        "methods": HearingMethod.objects.filter(active=True),
        "matrices": RiskMatrix.objects.prefetch_related("steps"),
        "in_force": RiskMatrix.objects.in_force(at),
        "may_change": acts_for_city(request.user, caps.KEEP),
        "breadcrumb": [(WORK.title, WORK.list_url), (_("风险等级标准"), "")],
    }
    return render(request, "disputes/stability/standards.html", context)


@action(caps.KEEP, of="city")
def create_standard(request):
    """The next version of the scale, for projects registered from now on."""
    require_city(request.user, caps.KEEP)
    now = timezone.now()
    base = RiskMatrix.objects.in_force(now)
    form = MatrixForm(
        request.POST if request.method == "POST" else None, initial={"medium_from": base.medium_from, "high_from": base.high_from}
    )
    if form.is_bound and form.is_valid():
        made = services.publish_matrix(at=now, **form.cleaned_data)
        messages.success(request, _("已发布风险等级标准 %(version)s，今后立项的评估按新标准。") % {"version": made.version})
        return redirect("stability_standards")
    title = _("发布风险等级标准新版本")
    back = reverse("stability_standards")
    trail = [(WORK.title, WORK.list_url), (_("风险等级标准"), back), (title, "")]
    context = {"form": form, "title": title, "back": back, "submit": _("发布"), "breadcrumb": trail}
    return render(request, "layouts/one_form.html", context, status=422 if form.errors else 200)
