"""Pages of joint meetings: worklist, the meeting with its decisions, planning one, its papers, and every step of the flow."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from disputes.meetings import permissions as caps
from disputes.meetings import services
from disputes.meetings.data import papers
from disputes.meetings.enums import State
from disputes.meetings.filters import TO_HOLD, MeetingFilter
from disputes.meetings.forms import MeetingStepForm, PlanForm
from disputes.meetings.models import Meeting
from disputes.meetings.sheet import COLUMNS, LINE_WORDS, sheet_rows
from disputes.resolutions.services import told_of
from governance.access.scope import may
from governance.papers.filling import FORMS, made
from governance.web.casework.filters import MINE
from governance.web.casework.pages import Casework
from governance.web.page import action, page


def links(request):
    found = []
    if may(request.user, caps.EXPORT):
        found.append({"label": _("导出 Excel"), "url": reverse("meetings_export"), "icon": "download", "needs_rows": True})
    if may(request.user, caps.CALL):
        found.append({"label": _("召集联席会议"), "url": reverse("meetings_create"), "main": True})
    return found


def tabs(request):
    """What the post can act on."""
    found = [(_("待本单位回复"), {"reply": MINE})]
    if may(request.user, caps.CALL):
        found += [(_("会期已到"), {"state": TO_HOLD}), (_("待印发纪要"), {"state": State.HELD.value})]
    return [*found, (_("落实中"), {"state": State.CARRYING.value})]


def more(request, case):
    """Agenda, members and decisions. A decision is a link for whoever may open it."""
    resolutions = [*told_of(case)]
    for one in resolutions:
        one.may_open = may(request.user, one.view_capability, one)
    return {
        "items": services.shown_items(case, request.user),
        "members": case.members.select_related("office"),
        "resolutions": resolutions,
        "papers": papers.papers_of(case),
    }


WORK = Casework(
    model=Meeting,
    view=caps.VIEW,
    filter=MeetingFilter,
    form=MeetingStepForm,
    title=gettext_lazy("联席会议"),
    parts=(
        "disputes/meetings/_facts.html", "disputes/meetings/_agenda.html", "disputes/meetings/_resolutions.html",
        "disputes/meetings/_members.html",
    ),
    more=more,
    links=links,
    tabs=tabs,
    line_words=LINE_WORDS,
    export=(gettext_lazy("联席会议"), COLUMNS, sheet_rows),
)  # fmt: skip


@page(caps.VIEW)
def list(request):
    """The worklist: first due first, the whole filter in the address."""
    return WORK.list_page(request)


@page(caps.EXPORT)
def export(request):
    """Excel or CSV of the filtered rows."""
    return WORK.export_page(request)


@page(caps.VIEW, of="meetings")
def detail(request, number):
    """The meeting: agenda, members, minutes, and how its decisions stand."""
    return WORK.detail_page(request, number)


@action(caps.VIEW, of="meetings", by="step")
def take_step(request, number, step):
    """The form of a step, and its taking."""
    return WORK.step_page(request, number, step)


@action(caps.CALL)
def create(request):
    """Call a meeting of one's own level; agenda and members follow on its page."""
    form = PlanForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        facts = {"office": request.user.acting_post.office, "by": request.user, "at": timezone.now()}
        meeting = services.plan(**facts, **form.cleaned_data)
        messages.success(request, _("已拟定 %(number)s，请添加议题、邀请参会单位，再发出通知。") % {"number": meeting.number})
        return redirect(meeting)
    title = _("召集联席会议")
    context = {"form": form, "title": title, "breadcrumb": [(WORK.title, WORK.list_url), (title, "")]}
    return render(request, "disputes/meetings/form.html", context, status=422 if form.errors else 200)


@page(caps.VIEW, of="meetings")
def paper(request, number, kind, form):
    """The notice or the minutes, as Word or PDF."""
    case = WORK.seen(request, number)
    if form not in FORMS or kind not in [one["kind"] for one in papers.papers_of(case)]:
        raise Http404
    return made(papers.template(kind), papers.facts(kind, case), name=f"{papers.NAMES[kind]} {case.number}", form=form)
