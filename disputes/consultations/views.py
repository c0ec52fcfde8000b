"""The pages of consultations, what a complaint's page shows of them, and the page of what should not be there."""

from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from disputes.complaints import permissions as complaint_caps
from disputes.complaints.enums import State as ComplaintState
from disputes.complaints.models import Complaint
from disputes.consultations import permissions as caps
from disputes.consultations import services
from disputes.consultations.enums import State, Trouble
from disputes.consultations.filters import ConsultationFilter
from disputes.consultations.forms import ConsultationStepForm
from disputes.consultations.models import Consultation
from governance.access.scope import may
from governance.flow.engine import available
from governance.people.models import Office
from governance.web.casework.filters import MINE
from governance.web.casework.lines import labels, lines
from governance.web.casework.pages import Casework
from governance.web.formats import cn_due
from governance.web.listing import page_of
from governance.web.near import shown_calendar
from governance.web.page import action, page

WATCHED = ("transfers", "reworks", "raised_to__short_name")  # what the rows of the watch page show besides `LINE`


def told_of(consultation):
    """What was said in it, and who has still to speak."""
    return {
        "statements": consultation.statements.select_related("office", "by"),
        "awaited": Office.objects.filter(pk__in=consultation.awaited_ids).order_by("place__path", "code"),
    }


def more(request, consultation):
    """The complaint it is about, and what was said."""
    complaint = consultation.complaint
    return {"complaint": complaint, "may_open": may(request.user, complaint_caps.VIEW, complaint), **told_of(consultation)}


def tabs(request):
    """What the post can act on."""
    found = []
    if may(request.user, caps.TAKE_PART):
        found.append((_("待本单位表明意见"), {"awaited": MINE}))
    if may(request.user, caps.ORGANISE):
        found.append((_("待指定主办"), {"state": State.TO_DESIGNATE.value}))
    return found


WORK = Casework(
    model=Consultation,
    view=caps.VIEW,
    filter=ConsultationFilter,
    form=ConsultationStepForm,
    title=gettext_lazy("会商"),
    parts=("disputes/consultations/_facts.html", "disputes/consultations/_statements.html"),
    more=more,
    tabs=tabs,
    line_words={"sub": lambda row: _("诉求 %(number)s") % {"number": row.complaint__number}},
)


@page(caps.VIEW)
def list(request):
    """The worklist: first due first."""
    return WORK.list_page(request)


@page(caps.VIEW, of="consultations")
def detail(request, number):
    """What is to be decided, who said what, and what can be done now."""
    return WORK.detail_page(request, number)


@action(caps.VIEW, of="consultations", by="step")
def take_step(request, number, step):
    """The form of a step, and its taking."""
    return WORK.step_page(request, number, step)


def shown_on_complaint(request, case):
    """The latest consultation on the page of its complaint; a complaint that never had one is not asked about."""
    if not isinstance(case, Complaint) or not (case.lead_by or case.state == ComplaintState.CONSULTING):
        return None
    consultation = services.latest_of(case)
    if consultation is None:
        return None
    url = consultation.get_absolute_url() if may(request.user, caps.VIEW, consultation) else ""
    wanted = available(consultation, request.user)[:1] if url else []
    panel = {"consultation": consultation, "url": url, "wanted": wanted, **told_of(consultation)}
    return {"template": "disputes/consultations/_on_complaint.html", **panel}


@page(caps.WATCH)
def watch(request):
    """无主或超期事项: every complaint below that is nobody's, late, or was raised. Nothing on it is what to be proud of."""
    now, trouble = timezone.now(), request.GET.get("trouble", "")
    rows, home = services.watched(request.user, at=now, trouble=trouble), request.user.acting_post.office.place
    shown = page_of(rows.order_by("due_at", "id"), request.GET.get("page", 1), read=lambda rows: rows.lines(WATCHED))
    request.calendar, found = shown_calendar(), [still(row) for row in shown.rows]
    context = {
        "page": shown,
        "lines": lines(Complaint, found, at=now, calendar=request.calendar, sub=passed_on, marks=reasons(found, at=now)),
        "labels": labels(),
        "tabs": watch_tabs(trouble),
        "tally": services.tally(rows, below=home.path) if shown.rows else [],
        "home": home,
        "breadcrumb": [(_("无主或超期事项"), "")],
    }
    return render(request, "disputes/consultations/watch.html", context)


def still(row):
    """While nobody leads and while an objection is open its clocks stand still."""
    return row._replace(due_at=None) if row.state in {ComplaintState.CONSULTING, ComplaintState.OBJECTED} else row


def watch_tabs(trouble):
    """All of it, or one kind of trouble."""
    base, kinds = reverse("consultations_watch"), [("", _("全部")), *Trouble.choices]
    urls = {key: f"{base}?trouble={key}" if key else base for key, _label in kinds}
    return [{"label": label, "url": urls[key], "active": key == trouble, "count": None} for key, label in kinds]


def passed_on(row):
    """How often it went from hand to hand."""
    times = [(row.transfers, _("转派%(count)s次")), (row.reworks, _("重办%(count)s次"))]
    return "，".join(words % {"count": count} for count, words in times if count)


def reasons(rows, *, at):
    """What tells of each row why it stands here; there may be several reasons."""
    lapsed = services.lapsed_terms([row.pk for row in rows], at=at)
    return lambda row: [*nobodys(row), *late(row, lapsed.get(row.pk, _("时限")), at=at), *raised(row)]


def nobodys(row):
    if row.state == ComplaintState.CONSULTING:
        yield "danger", _("无主：会商中，主办单位未定")
    elif not row.office__short_name and row.transfers:
        yield "danger", _("无主：收回后未重新派单")


def late(row, term, *, at):
    if row.due_at and row.due_at < at:
        yield "danger", _("%(term)s超期：自%(since)s起") % {"term": term, "since": cn_due(row.due_at, at=at)}


def raised(row):
    if row.raised_to__short_name:
        yield "waiting", _("提级至%(centre)s") % {"centre": row.raised_to__short_name}
