"""Pages of the units' rounds: worklist, one unit's assessment with every point traced, and every step of the flow."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from governance.access.scope import may
from governance.web.casework.filters import MINE
from governance.web.casework.pages import Casework
from governance.web.page import action, page
from supervision.appraisals import permissions as caps
from supervision.appraisals.enums import State
from supervision.appraisals.filters import AppraisalFilter
from supervision.appraisals.forms import AppraisalStepForm
from supervision.appraisals.models import Appraisal
from supervision.appraisals.sheet import COLUMNS, LINE_WORDS, sheet_rows
from supervision.assessment import permissions as assessment
from supervision.assessment.sheet import traced_parts


def links(request):
    if not may(request.user, caps.EXPORT):
        return []
    return [{"label": _("导出 Excel"), "url": reverse("appraisals_export"), "icon": "download", "needs_rows": True}]


def tabs(request):
    """What the post can act on."""
    found = [(_("待自评"), {"state": State.REPORTING.value, "holder": MINE})]
    if may(request.user, caps.REVIEW):
        found += [(_("待审核"), {"state": State.REPORTED.value, "holder": MINE})]
    if may(request.user, caps.DECIDE) or may(request.user, caps.REVIEW):
        found = [*found, (_("异议待决定"), {"state": State.OBJECTED.value})]
    return [*found, (_("不合格"), {"state": State.FINAL.value, "grade": "failed"})]


def case_links(request, appraisal):
    if not may(request.user, assessment.VIEW):
        return []
    return [{"label": _("考核方案"), "url": reverse("assessment_detail", args=[appraisal.result.scheme_id])}]


def more(request, appraisal):
    """The points: to who runs the assessment, and to the unit once they are disclosed."""
    runs = request.user.acting_post is not None and request.user.acting_post.role in assessment.RUNNING
    is_own = request.user.acting_post is not None and request.user.acting_post.office_id == appraisal.unit_id
    reads = appraisal.is_shown or (runs and not is_own)
    return {
        "result": appraisal.result,
        "parts": traced_parts(appraisal.result) if reads else (),
        "reads": reads,
        "adjustments": appraisal.result.adjustments.select_related("item", "result__place", "result__office"),
        "names_reviewers": runs and not is_own,
        "opens_files": True,
        "responsible": appraisal.result.responsible.select_related("user") if runs else (),
    }


WORK = Casework(
    model=Appraisal,
    view=caps.VIEW,
    filter=AppraisalFilter,
    form=AppraisalStepForm,
    title=gettext_lazy("单位考核"),
    parts=("supervision/appraisals/_facts.html", "supervision/appraisals/_points.html"),
    more=more,
    links=links,
    case_links=case_links,
    tabs=tabs,
    line_words=LINE_WORDS,
    export=(gettext_lazy("单位考核"), COLUMNS, sheet_rows),
)


@page(caps.VIEW)
def list(request):
    """The worklist: first due first, the whole filter in the address."""
    return WORK.list_page(request)


@page(caps.EXPORT)
def export(request):
    """XLSX of the filtered rows."""
    return WORK.export_page(request)


@page(caps.VIEW, of="appraisals")
def detail(request, number):
    """One unit's assessment."""
    return WORK.detail_page(request, number)


@action(caps.VIEW, of="appraisals", by="step")
def take_step(request, number, step):
    """The form of a step, and its taking."""
    return WORK.step_page(request, number, step)
