"""The police's pages of mass events: worklist, the event, its contact for a stated purpose, its papers, and every step of the flow."""

from django.http import Http404
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import add_never_cache_headers
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from emergencies.mass_events import permissions as caps
from emergencies.mass_events.data import facts
from emergencies.mass_events.enums import State
from emergencies.mass_events.filters import COMING, MassEventFilter
from emergencies.mass_events.forms import MassEventStepForm
from emergencies.mass_events.models import CONTACT, MassEvent
from emergencies.mass_events.sheet import COLUMNS, LINE_WORDS, sheet_rows
from governance.access.scope import may
from governance.papers.filling import FORMS, made
from governance.privacy.services import open_sealed
from governance.web.casework.filters import MINE
from governance.web.casework.pages import Casework
from governance.web.holding import shown_held
from governance.web.opening import OpeningForm
from governance.web.page import action, is_htmx, page


def links(request):
    found = [{"label": _("活动公示"), "url": reverse("mass_events_published")}]
    if may(request.user, caps.EXPORT):
        found.append({"label": _("导出 Excel"), "url": reverse("mass_events_export"), "icon": "download", "needs_rows": True})
    return found


def tabs(request):
    """What the post can act on, and what is coming."""
    found = [(_("即将举办"), {"state": COMING})]
    if may(request.user, caps.HANDLE):
        found = [
            (_("待受理"), {"state": State.APPLIED.value, "holder": MINE}),
            (_("审查中"), {"state": State.REVIEWING.value, "holder": MINE}),
            *found,
        ]
    return found


def case_links(request, event):
    if not facts.has_paper(event):
        return []
    return [
        {
            "label": _("决定书（%(form)s）") % {"form": label},
            "url": reverse("mass_events_paper", args=[event.number, form]),
            "icon": "download",
        }
        for form, label in (("pdf", "PDF"), ("docx", "Word"))
    ]


def more(request, event):
    return {"checks": event.checks.order_by("-on", "-pk"), "log": event.log.select_related("by").order_by("-at", "-pk"),
            "may_open_contact": may_open_contact(request.user, event)}  # fmt: skip


def may_open_contact(user, event):
    """Contact is for the police that handles the event alone."""
    own = user.acting_post is not None and user.acting_post.office_id == event.office_id
    return own and event.has_contact and may(user, caps.OPEN_CONTACT, event)


WORK = Casework(
    model=MassEvent,
    view=caps.VIEW,
    filter=MassEventFilter,
    form=MassEventStepForm,
    title=gettext_lazy("大型群众性活动"),
    parts=(
        "emergencies/mass_events/_facts.html",
        "emergencies/mass_events/_plan.html",
        "emergencies/mass_events/_checks.html",
        "emergencies/mass_events/_log.html",
    ),
    more=more,
    form_parts=("cases/_held.html",),
    form_more=shown_held,
    links=links,
    case_links=case_links,
    tabs=tabs,
    line_words=LINE_WORDS,
    export=(gettext_lazy("大型群众性活动"), COLUMNS, sheet_rows),
)


@page(caps.VIEW)
def list(request):
    """The worklist: first due first, the whole filter in the address."""
    return WORK.list_page(request)


@page(caps.EXPORT)
def export(request):
    """XLSX of the filtered rows."""
    return WORK.export_page(request)


@page(caps.VIEW, of="mass_events")
def detail(request, number):
    """The event: what is planned, the nine points, what was checked, the log; right what can be done now."""
    return WORK.detail_page(request, number)


@action(caps.VIEW, of="mass_events", by="step")
def take_step(request, number, step):
    """The form of a step, and its taking."""
    return WORK.step_page(request, number, step)


@page(caps.VIEW, of="mass_events_paper")
def paper(request, number, form):
    """The decision as Word or PDF."""
    event = WORK.seen(request, number)
    if form not in FORMS or not facts.has_paper(event):
        raise Http404
    return made(facts.template(event), facts.facts_of(event), name=f"{facts.title(event)}{event.number}", form=form)


@action(caps.OPEN_CONTACT, of="mass_events", by=caps.VIEW)
def open_contact(request, number):
    """Show names and telephones once, for a stated purpose; each opening is recorded."""
    event = WORK.seen(request, number)
    if not may_open_contact(request.user, event):
        raise Http404
    form, opened = OpeningForm(request.POST if request.method == "POST" else None), None
    if form.is_bound and form.is_valid():
        asked = {"by": request.user, "at": timezone.now(), **form.cleaned_data}
        opened = {name: open_sealed(event, name, **asked) for name in CONTACT if getattr(event, name)}
    name = "_contact.html" if is_htmx(request) else "contact.html"
    context = {"case": event, "form": form, "opened": opened, "breadcrumb": [*WORK.way_to(event), (_("联系方式"), "")]}
    answer = render(request, f"emergencies/mass_events/{name}", context, status=422 if form.errors else 200)
    add_never_cache_headers(answer)
    return answer
