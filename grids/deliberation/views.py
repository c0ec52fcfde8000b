"""The pages of deliberations for staff: worklist, a matter and its steps, raising one, and the names that are sealed."""

from django.http import Http404
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import add_never_cache_headers
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from governance.access.scope import may
from governance.privacy.services import open_sealed
from governance.web.casework.creating import create_page
from governance.web.casework.pages import Casework
from governance.web.opening import OpeningForm
from governance.web.page import action, is_htmx, page
from grids.deliberation import permissions as caps
from grids.deliberation import services
from grids.deliberation.enums import State
from grids.deliberation.filters import TO_HOLD, TO_PREPARE, DeliberationFilter
from grids.deliberation.forms import DeliberationStepForm, RaiseForm
from grids.deliberation.models import Deliberation
from grids.deliberation.sheet import COLUMNS, LINE_WORDS, sheet_rows

CONTACT = ("contact_name", "contact_phone")


def links(request):
    found = [{"label": _("公开页面"), "url": reverse("deliberations")}]
    if may(request.user, caps.EXPORT):
        found.append({"label": _("导出 Excel"), "url": reverse("deliberation_export"), "icon": "download", "needs_rows": True})
    if may(request.user, caps.RAISE):
        found.append({"label": _("登记议题"), "url": reverse("deliberation_create"), "main": True})
    return found


def case_links(request, case):
    return [{"label": _("公开页面"), "url": case.public_url}] if case.is_public else []


def tabs(request):
    """The questions asked most."""
    found = [(_("待答复"), {"state": State.RAISED.value}), (_("待安排或公告"), {"state": TO_PREPARE})]
    return [*found, (_("会期已到"), {"state": TO_HOLD}), (_("落实中"), {"state": State.CARRYING.value}), (_("已逾期"), {"due": "late"})]


def more(request, case):
    """Who was invited, what was said, and until when the meeting may be announced."""
    waits = case.state in (State.SCHEDULED, State.ANNOUNCED)
    participants = [*case.participants.all()]
    return {
        "participants": participants,
        "invited": sum(one.people for one in participants),
        "views": case.views.all(),
        "latest_notice": services.latest_notice(case.meet_at, at=timezone.now()) if waits else None,
        "may_open_names": may(request.user, caps.OPEN_NAMES, case),
        "has_names": any(one.names for one in participants) or bool(case.contact_name or case.contact_phone),
    }


WORK = Casework(
    model=Deliberation,
    view=caps.VIEW,
    filter=DeliberationFilter,
    form=DeliberationStepForm,
    title=gettext_lazy("议事协商"),
    parts=("grids/deliberation/_facts.html", "grids/deliberation/_meeting.html", "grids/deliberation/_outcome.html"),
    more=more,
    links=links,
    case_links=case_links,
    tabs=tabs,
    line_words=LINE_WORDS,
    export=(gettext_lazy("议事协商清单"), COLUMNS, sheet_rows),
)


@page(caps.VIEW)
def list(request):
    """The worklist: first due first."""
    return WORK.list_page(request)


@page(caps.EXPORT)
def export(request):
    """Excel or CSV of the filtered rows."""
    return WORK.export_page(request)


@action(caps.RAISE)
def create(request):
    """A matter raised at the desk or on the telephone."""
    return create_page(
        WORK, request, form=RaiseForm, needs=caps.RAISE, act=raised, title=_("登记议题"),
        lead=_("村（居）民、代表、业主委员会提出的，或者村（居）民委员会、网格员发现的公共事务，先登记，再答复是否受理。"),
    )  # fmt: skip


def raised(**facts):
    return services.raise_matter(**facts).deliberation


@page(caps.VIEW, of="deliberation")
def detail(request, number):
    """The matter: left what is told, right what can be done now."""
    return WORK.detail_page(request, number)


@action(caps.VIEW, of="deliberation", by="step")
def take_step(request, number, step):
    """The form of a step, and its taking."""
    return WORK.step_page(request, number, step)


@action(caps.OPEN_NAMES, of="deliberation", by=caps.VIEW)
def open_names(request, number):
    """Show the raiser's contact and the names of those invited once, for a stated purpose; each opening is recorded."""
    case = WORK.seen(request, number)
    if not may(request.user, caps.OPEN_NAMES, case):
        raise Http404
    form, opened = OpeningForm(request.POST if request.method == "POST" else None), None
    if form.is_bound and form.is_valid():
        opened = all_names(case, by=request.user, at=timezone.now(), **form.cleaned_data)
    name = "_names.html" if is_htmx(request) else "names.html"
    context = {"case": case, "form": form, "opened": opened, "breadcrumb": [*WORK.way_to(case), (_("姓名和电话"), "")]}
    answer = render(request, f"grids/deliberation/{name}", context, status=422 if form.errors else 200)
    add_never_cache_headers(answer)
    return answer


def all_names(case, *, by, at, purpose, reason):
    """(label, plain text) of everything sealed, as far as it is known."""
    facts = {"by": by, "purpose": purpose, "reason": reason, "at": at}
    found = [(case._meta.get_field(name).verbose_name, open_sealed(case, name, **facts)) for name in CONTACT if getattr(case, name)]
    named = [one for one in case.participants.all() if one.names]
    return found + [(one.get_role_display(), open_sealed(one, "names", **facts)) for one in named]
