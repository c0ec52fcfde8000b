"""The keepers' pages of the directory: list, an organisation and its steps, its entry."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from governance.access.scope import may
from governance.web.casework.creating import create_page
from governance.web.casework.pages import Casework
from governance.web.page import action, page
from grids.organisations import permissions as caps
from grids.organisations import services
from grids.organisations.enums import Kind
from grids.organisations.filters import OrganisationFilter
from grids.organisations.forms import OrganisationForm, OrganisationStepForm
from grids.organisations.models import Organisation
from grids.organisations.sheet import COLUMNS, LINE_WORDS, sheet_rows


def links(request):
    found = [{"label": _("公开页面"), "url": reverse("directory")}]
    if may(request.user, caps.EXPORT):
        found.append({"label": _("导出 Excel"), "url": reverse("organisations_export"), "icon": "download", "needs_rows": True})
    if may(request.user, caps.KEEP):
        found.append({"label": _("登记组织"), "url": reverse("organisations_create"), "main": True})
    return found


def tabs(request):
    return [(kind.label, {"kind": kind.value}) for kind in Kind]


def more(request, organisation):
    return {"serves": organisation.serves.order_by("path"), "tasks": organisation.tasks.order_by("-year", "pk")}


WORK = Casework(
    model=Organisation,
    view=caps.VIEW,
    filter=OrganisationFilter,
    form=OrganisationStepForm,
    title=gettext_lazy("社会组织和物业"),
    parts=("grids/organisations/_facts.html", "grids/organisations/_tasks.html"),
    more=more,
    links=links,
    tabs=tabs,
    line_words=LINE_WORDS,
    export=(gettext_lazy("社会组织和物业名录"), COLUMNS, sheet_rows),
)


@page(caps.VIEW)
def list(request):
    """The directory of the own area."""
    return WORK.list_page(request)


@page(caps.EXPORT)
def export(request):
    """Excel or CSV of the filtered rows."""
    return WORK.export_page(request)


@action(caps.KEEP)
def create(request):
    """Enter an organisation."""
    return create_page(
        WORK, request, form=OrganisationForm, needs=caps.KEEP, act=services.register, title=_("登记组织"),
        lead=_("登记后在公开名录中显示名称、职责、地址和服务电话（条例第五十四条至第五十六条）。"),
    )  # fmt: skip


@page(caps.VIEW, of="organisations")
def detail(request, number):
    """What it does, where, and what a property firm was asked to do."""
    return WORK.detail_page(request, number)


@action(caps.VIEW, of="organisations", by="step")
def take_step(request, number, step):
    """The form of a step, and its taking."""
    return WORK.step_page(request, number, step)
