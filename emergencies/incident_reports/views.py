"""The pages of reports: all that were sent, one of them, its paper, and the receipt of the office that was told."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from emergencies.incident_reports import services
from emergencies.incident_reports.data.papers import TEMPLATE, facts_of
from emergencies.incident_reports.models import IncidentReport
from emergencies.incident_reports.sheet import COLUMNS
from emergencies.incidents.enums import GRADE_TONES, Figure
from emergencies.incidents.models import Incident
from emergencies.incidents.permissions import EXPORT, INFORM, VIEW
from governance.access.scope import may
from governance.papers.filling import FORMS, made
from governance.web.downloads import download
from governance.web.listing import page_of
from governance.web.page import action, find, page

SHOWN = {"": lambda rows: rows, "late": lambda rows: rows.late(), "unsigned": lambda rows: rows.unsigned()}


def seen(request):
    """The reports of the incidents the person may see."""
    return IncidentReport.objects.of_seen(Incident.objects.visible_to(request.user, VIEW)).for_list()


def one(request, number, serial):
    """A report of an incident that is found by what the person may see."""
    incident = find(Incident.objects.for_detail(), request.user, VIEW, number=number)
    report = incident.reports.for_list().filter(serial=serial).first()
    if report is None:
        raise Http404
    report.incident = incident
    return report


def asked(request):
    return request.GET.get("show", "") if request.GET.get("show", "") in SHOWN else ""


@page(VIEW)
def list(request):
    """All that were sent, the newest first; those that were late, or that nobody signed for, by themselves."""
    show, url = asked(request), reverse("incident_reports_list")
    labels = {"": _("全部"), "late": _("超时的"), "unsigned": _("待签收")}
    context = {
        "page": page_of(SHOWN[show](seen(request)).order_by("-at", "-pk"), request.GET.get("page", 1)),
        "tabs": [
            {"label": label, "url": f"{url}?show={name}" if name else url, "active": name == show, "count": None}
            for name, label in labels.items()
        ],
        "show": show,
        "may_export": may(request.user, EXPORT),
        "breadcrumb": [(_("突发事件"), reverse("incidents_list")), (_("信息报告台账"), "")],
    }
    return render(request, "emergencies/incident_reports/list.html", context)


@page(EXPORT)
def export(request):
    """The list as Excel or CSV."""
    rows = SHOWN[asked(request)](seen(request)).order_by("-at", "-pk")
    return download(request, _("突发事件信息报告台账"), COLUMNS, rows.iterator(chunk_size=2000))


@page(VIEW, of="incident_reports")
def detail(request, number, serial):
    """The report as it was sent."""
    report = one(request, number, serial)
    context = {
        "report": report,
        "figures": [(one.label, report.figures.get(one, 0)) for one in Figure if report.figures.get(one) or one == Figure.DEAD],
        "grade_tone": GRADE_TONES.get(report.grade, ""),
        "may_sign": may_sign(request.user, report),
        "forms": FORMS,
        "breadcrumb": [
            (_("突发事件"), reverse("incidents_list")), (report.incident.number, report.incident.get_absolute_url()), (report.title, ""),
        ],
    }  # fmt: skip
    return render(request, "emergencies/incident_reports/detail.html", context)


def may_sign(user, report):
    own = user.acting_post is not None and user.acting_post.office_id == report.told_id
    return own and not report.is_signed and may(user, INFORM, report.incident)


@page(VIEW, of="incident_reports")
def paper(request, number, serial, form):
    """The report on paper, as Word or PDF."""
    report = one(request, number, serial)
    if form not in FORMS:
        raise Http404
    return made(TEMPLATE, facts_of(report), name=f"{report.get_kind_display()}{report.number}", form=form)


@action(INFORM, of="incident_reports", by=VIEW)
def sign(request, number, serial):
    """The office that was told signs for it; a GET leads back to the report."""
    report = one(request, number, serial)
    if request.method == "POST":
        try:
            services.sign(report, by=request.user, at=timezone.now())
            messages.success(request, _("已签收。"))
        except services.NotYours as refused:
            messages.error(request, str(refused))
    return redirect(report)


def panel(request, case):
    """The reports of an incident, on its page and on the board."""
    if not isinstance(case, Incident):
        return None
    reports = case.reports.for_list().order_by("-serial")
    return {"template": "emergencies/incident_reports/_of_incident.html", "reports": [*reports]} if case.reached else None
