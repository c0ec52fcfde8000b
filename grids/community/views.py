"""The keepers' pages of activities."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from governance.access.scope import may
from governance.web.casework.bulk import Bulk, taking
from governance.web.casework.creating import create_page
from governance.web.casework.pages import Casework
from governance.web.page import action, page
from grids.community import permissions as caps
from grids.community import services
from grids.community.enums import State
from grids.community.filters import COMING, TO_REPORT, ActivityFilter
from grids.community.forms import ActivityForm, ActivityStepForm
from grids.community.models import Activity
from grids.community.sheet import COLUMNS, LINE_WORDS, sheet_rows


def links(request):
    place = request.user.acting_post.office.place
    found = [{"label": _("公开日历"), "url": reverse("community_place", args=[place.code])}]
    if may(request.user, caps.EXPORT):
        found.append({"label": _("导出 Excel"), "url": reverse("community_export"), "icon": "download", "needs_rows": True})
    if may(request.user, caps.KEEP):
        found.append({"label": _("登记活动"), "url": reverse("community_create"), "main": True})
    return found


def case_links(request, activity):
    return [{"label": _("公开页面"), "url": activity.public_url}] if activity.is_public else []


def tabs(request):
    return [(_("待发布"), {"state": State.DRAFT.value}), (_("即将举行"), {"state": COMING}), (_("待小结"), {"state": TO_REPORT})]


WORK = Casework(
    model=Activity,
    view=caps.VIEW,
    filter=ActivityFilter,
    form=ActivityStepForm,
    title=gettext_lazy("社区活动"),
    parts=("grids/community/_facts.html",),
    links=links,
    case_links=case_links,
    tabs=tabs,
    bulk=(Bulk("publish", gettext_lazy("批量发布"), caps.KEEP, taking("publish", gettext_lazy("已发布"))),),
    line_words=LINE_WORDS,
    export=(gettext_lazy("社区活动清单"), COLUMNS, sheet_rows),
)


@page(caps.VIEW)
def list(request):
    """The activities of the own area."""
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
    """A new activity."""
    return create_page(
        WORK, request, form=ActivityForm, needs=caps.KEEP, act=services.draft, title=_("登记活动"),
        lead=_("发布后出现在村（社区）、乡镇（街道）和全市的活动日历上。"),
    )  # fmt: skip


@page(caps.VIEW, of="community")
def detail(request, number):
    """The activity, and what can be done now."""
    return WORK.detail_page(request, number)


@action(caps.VIEW, of="community", by="step")
def take_step(request, number, step):
    """The form of a step, and its taking."""
    return WORK.step_page(request, number, step)
