"""The keepers' pages of volunteering: calls, a call with its places and steps, and the contact of who signed up."""

from django.http import Http404
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import add_never_cache_headers
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from governance.access.scope import may
from governance.privacy.services import open_sealed
from governance.web.casework.bulk import Bulk, taking
from governance.web.casework.creating import create_page
from governance.web.casework.pages import Casework
from governance.web.opening import OpeningForm
from governance.web.page import action, is_htmx, page
from grids.volunteering import permissions as caps
from grids.volunteering import services
from grids.volunteering.enums import State
from grids.volunteering.filters import TO_CONFIRM, CallFilter
from grids.volunteering.forms import CallForm, CallStepForm
from grids.volunteering.models import Call
from grids.volunteering.sheet import COLUMNS, LINE_WORDS, sheet_rows


def links(request):
    found = [{"label": _("公开页面"), "url": reverse("volunteer_calls")}]
    if may(request.user, caps.EXPORT):
        found.append({"label": _("导出 Excel"), "url": reverse("volunteering_export"), "icon": "download", "needs_rows": True})
    if may(request.user, caps.KEEP):
        found.append({"label": _("登记招募"), "url": reverse("volunteering_create"), "main": True})
    return found


def case_links(request, call):
    return [{"label": _("公开页面"), "url": call.public_url}] if call.is_public else []


def tabs(request):
    return [
        (_("待发布"), {"state": State.DRAFT.value}),
        (_("招募中"), {"state": State.OPEN.value}),
        (_("待确认时长"), {"state": TO_CONFIRM}),
    ]


def more(request, call):
    """The places taken, names and telephones masked."""
    return {"sign_ups": [*call.sign_ups.order_by("signed_at", "pk")], "may_open_contact": may(request.user, caps.OPEN_CONTACT, call)}


WORK = Casework(
    model=Call,
    view=caps.VIEW,
    filter=CallFilter,
    form=CallStepForm,
    title=gettext_lazy("志愿服务"),
    parts=("grids/volunteering/_facts.html", "grids/volunteering/_sign_ups.html"),
    more=more,
    links=links,
    case_links=case_links,
    tabs=tabs,
    bulk=(Bulk("publish", gettext_lazy("批量发布"), caps.KEEP, taking("publish", gettext_lazy("已发布"))),),
    line_words=LINE_WORDS,
    export=(gettext_lazy("志愿服务清单"), COLUMNS, sheet_rows),
)


@page(caps.VIEW)
def list(request):
    """The calls of the own area."""
    return WORK.list_page(request)


@page(caps.EXPORT)
def export(request):
    """Excel or CSV of the filtered rows."""
    return WORK.export_page(request)


@action(caps.VIEW)
def bulk(request):
    """Publish many at once; every row gets its own result."""
    return WORK.bulk_page(request)


@action(caps.KEEP)
def create(request):
    """A new call."""
    return create_page(
        WORK, request, form=CallForm, needs=caps.KEEP, act=services.draft, title=_("登记招募"),
        lead=_("发布后居民可以在手机上报名；姓名和电话加密保存（条例第五十四条）。"),
    )  # fmt: skip


@page(caps.VIEW, of="volunteering")
def detail(request, number):
    """The call: facts, places, and what can be done now."""
    return WORK.detail_page(request, number)


@action(caps.VIEW, of="volunteering", by="step")
def take_step(request, number, step):
    """The form of a step, and its taking."""
    return WORK.step_page(request, number, step)


@action(caps.OPEN_CONTACT, of="volunteering", by=caps.VIEW)
def open_contacts(request, number):
    """Names and telephones of those who signed up, once, for a stated purpose; each opening is recorded."""
    call = WORK.seen(request, number)
    if not may(request.user, caps.OPEN_CONTACT, call):
        raise Http404
    form, opened = OpeningForm(request.POST if request.method == "POST" else None), None
    if form.is_bound and form.is_valid():
        opened = contacts(call, by=request.user, at=timezone.now(), **form.cleaned_data)
    name = "_contacts.html" if is_htmx(request) else "contacts.html"
    context = {"case": call, "form": form, "opened": opened, "breadcrumb": [*WORK.way_to(call), (_("报名人联系方式"), "")]}
    answer = render(request, f"grids/volunteering/{name}", context, status=422 if form.errors else 200)
    add_never_cache_headers(answer)
    return answer


def contacts(call, **facts):
    """(name, telephone) of every place that stands."""
    return [(open_sealed(one, "name", **facts), open_sealed(one, "phone", **facts)) for one in call.sign_ups.taken()]
