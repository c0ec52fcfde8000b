"""The leading groups' pages of tips: worklist, the tip, its contact for a stated purpose, and every step of the flow."""

from django.http import Http404
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import add_never_cache_headers
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from governance.access.scope import may
from governance.privacy.services import open_sealed
from governance.web.casework.filters import MINE
from governance.web.casework.pages import Casework
from governance.web.opening import OpeningForm
from governance.web.page import action, is_htmx, page
from supervision.tips import permissions as caps
from supervision.tips.enums import State
from supervision.tips.filters import TipFilter
from supervision.tips.forms import TipStepForm
from supervision.tips.models import Tip
from supervision.tips.rules import article_label, articles_of
from supervision.tips.sheet import COLUMNS, LINE_WORDS, sheet_rows

CONTACT = ("reporter_name", "reporter_phone")


def links(request):
    if not may(request.user, caps.EXPORT):
        return []
    return [{"label": _("导出 Excel"), "url": reverse("tips_export"), "icon": "download", "needs_rows": True}]


def tabs(request):
    """What the post can act on."""
    return [
        (_("待受理"), {"state": State.FILED.value, "holder": MINE}),
        (_("待答复"), {"state": State.CHECKING.value, "holder": MINE}),
        (_("督导中"), {"state": State.RAISED.value}),
    ]


def more(request, tip):
    return {"articles": [*map(article_label, articles_of(tip.matter))], "may_open_contact": may_open_contact(request.user, tip)}


def may_open_contact(user, tip):
    """Contact is for the office that handles the tip alone."""
    own = user.acting_post is not None and user.acting_post.office_id == tip.office_id
    return own and tip.has_contact and may(user, caps.OPEN_CONTACT, tip)


WORK = Casework(
    model=Tip,
    view=caps.VIEW,
    filter=TipFilter,
    form=TipStepForm,
    title=gettext_lazy("监督来信"),
    parts=("supervision/tips/_facts.html",),
    more=more,
    links=links,
    tabs=tabs,
    line_words=LINE_WORDS,
    export=(gettext_lazy("监督来信"), COLUMNS, sheet_rows),
)


@page(caps.VIEW)
def list(request):
    """The worklist: first due first, the whole filter in the address."""
    return WORK.list_page(request)


@page(caps.EXPORT)
def export(request):
    """XLSX of the filtered rows."""
    return WORK.export_page(request)


@page(caps.VIEW, of="tips")
def detail(request, number):
    """The tip: what is said not to be met, by whom, and what can be done now."""
    return WORK.detail_page(request, number)


@action(caps.VIEW, of="tips", by="step")
def take_step(request, number, step):
    """The form of a step, and its taking."""
    return WORK.step_page(request, number, step)


@action(caps.OPEN_CONTACT, of="tips", by=caps.VIEW)
def open_contact(request, number):
    """Show name and telephone once, for a stated purpose; each opening is recorded."""
    tip = WORK.seen(request, number)
    if not may_open_contact(request.user, tip):
        raise Http404
    form, opened = OpeningForm(request.POST if request.method == "POST" else None), None
    if form.is_bound and form.is_valid():
        facts = {"by": request.user, "at": timezone.now(), **form.cleaned_data}
        opened = {name: open_sealed(tip, name, **facts) for name in CONTACT if getattr(tip, name)}
    name = "_contact.html" if is_htmx(request) else "contact.html"
    context = {"case": tip, "form": form, "opened": opened, "breadcrumb": [*WORK.way_to(tip), (_("联系方式"), "")]}
    answer = render(request, f"supervision/tips/{name}", context, status=422 if form.errors else 200)
    add_never_cache_headers(answer)
    return answer
