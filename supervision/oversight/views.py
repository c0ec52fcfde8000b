"""The leading groups' pages of findings: worklist, detail, one written by hand, and every step of the flow."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from governance import registry
from governance.access.scope import may
from governance.web.casework.bulk import Bulk, taking
from governance.web.casework.filters import MINE
from governance.web.casework.pages import EVENTS, Casework
from governance.web.page import action, page
from supervision.oversight import permissions as caps
from supervision.oversight import services
from supervision.oversight.enums import Gravity
from supervision.oversight.filters import EXTENSION, LISTING, PROPOSED, UNSERVED, FindingFilter
from supervision.oversight.forms import FindingForm, FindingStepForm, VerdictForm
from supervision.oversight.models import Finding
from supervision.oversight.sheet import COLUMNS, LINE_WORDS, sheet_rows

TELLING = {f"{Finding.flow.procedure}.{step}" for step in services.MEASURES}


def links(request):
    found = []
    if may(request.user, caps.EXPORT):
        found.append({"label": _("导出 Excel"), "url": reverse("oversight_export"), "icon": "download", "needs_rows": True})
    if may(request.user, caps.WRITE):
        found.append({"label": _("登记线索"), "url": reverse("oversight_create"), "main": True})
    return found


def tabs(request):
    """What a leading group asks for most; a unit looks for what it has to sign."""
    if not may(request.user, caps.DECIDE):
        return [(_("文书待签收"), {"state": UNSERVED}), (_("挂牌督办"), {"state": LISTING})]
    return [
        (_("待核实"), {"state": "draft", "holder": MINE}),
        (_("待督导"), {"state": PROPOSED}),
        (_("待审延期"), {"state": EXTENSION}),
        (_("待送达"), {"state": UNSERVED}),
        (_("挂牌督办"), {"state": LISTING}),
    ]


def more(request, finding):
    """The talks, what was folded in, and for the unit the timeline from the day on that it was told."""
    post = request.user.acting_post
    inside = post is None or post.role not in caps.OWING
    found = {"inside": inside, "talks": finding.talks.all(), "folded": finding.folded.all() if inside else ()}
    if not inside:
        found["events"] = since_measure(EVENTS.of(finding))
    return found


def since_measure(events):
    """The events from the first measure on, the newest first as they came."""
    first = min((event.sequence for event in events if event.kind in TELLING), default=None)
    return [event for event in events if first is not None and event.sequence >= first]


def shown_on_subject(request, case):
    """On the page of a matter: the findings its lapses gave rise to, for whoever may read them. Nobody else costs a question."""
    if not may(request.user, caps.VIEW) or not raises_findings(case):
        return None
    told = [finding for finding in services.open_findings_about(case) if may(request.user, caps.VIEW, finding)]
    return {"template": "supervision/oversight/_of_subject.html", "findings": told} if told else None


def raises_findings(case):
    """Whether one of its clocks is a duty whose lapse becomes a finding."""
    return case.flow.procedure in {term.name.partition(".")[0] for term in registry.declared("terms") if term.ground}


def drafted(finding):
    """What a draft is about, and how grave it looks: beside its row when many are judged at once."""
    gravity = Gravity(services.looks_like(finding, at=timezone.now())).label
    late = _("逾期%(n)s次；") % {"n": finding.lapses} if finding.lapses else ""
    return _("情形%(ground)s；%(late)s建议情节：%(gravity)s") % {"ground": finding.get_ground_display(), "late": late, "gravity": gravity}


WORK = Casework(
    model=Finding,
    view=caps.VIEW,
    filter=FindingFilter,
    form=FindingStepForm,
    title=gettext_lazy("督导线索"),
    parts=("supervision/oversight/_facts.html", "supervision/oversight/_talks.html"),
    more=more,
    links=links,
    tabs=tabs,
    line_words=LINE_WORDS,
    bulk=(
        Bulk("confirm", gettext_lazy("批量确认"), caps.DECIDE, services.confirm_as_drafted, form=VerdictForm, tells=drafted),
        Bulk(
            "dismiss",
            gettext_lazy("批量不予督导"),
            caps.DECIDE,
            taking("dismiss", gettext_lazy("已不予督导")),
            form=VerdictForm,
            tells=drafted,
        ),
    ),
    export=(gettext_lazy("督导线索"), COLUMNS, sheet_rows),
)


@page(caps.VIEW)
def list(request):
    """The worklist: first due first, the whole filter in the address."""
    return WORK.list_page(request)


@page(caps.EXPORT)
def export(request):
    """XLSX of the filtered rows."""
    return WORK.export_page(request)


@page(caps.VIEW, of="oversight")
def detail(request, number):
    """The finding: what was not done, by whom, and what can be decided now."""
    return WORK.detail_page(request, number)


@action(caps.DECIDE)
def bulk(request):
    """Many drafts judged at once, each with its own result."""
    return WORK.bulk_page(request)


@action(caps.VIEW, of="oversight", by="step")
def take_step(request, number, step):
    """The form of a step, and its taking."""
    return WORK.step_page(request, number, step)


@action(caps.WRITE)
def create(request):
    """Write a finding by hand, on one of the four grounds of Art. 58."""
    form = FindingForm(request.POST if request.method == "POST" else None, user=request.user)
    if form.is_bound and form.is_valid():
        finding = services.raise_finding(by=request.user, at=timezone.now(), **form.cleaned_data)
        messages.success(request, _("已登记线索 %(number)s。") % {"number": finding.number})
        return redirect(finding)
    context = {"form": form, "breadcrumb": [(_("督导线索"), reverse("oversight_list")), (_("登记线索"), "")]}
    return render(request, "supervision/oversight/form.html", context, status=422 if form.errors else 200)
