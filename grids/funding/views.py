"""The pages of duties' money: worklist, one allotment with its payments, and what an admission's page tells of it."""

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from governance.access.scope import may
from governance.flow import engine
from governance.web.casework.bulk import Bulk
from governance.web.casework.filters import MINE
from governance.web.casework.pages import Casework
from governance.web.page import action, page
from grids.admission.models import Admission
from grids.funding import permissions as caps
from grids.funding.enums import State
from grids.funding.filters import AllotmentFilter
from grids.funding.forms import AllotmentStepForm
from grids.funding.models import Allotment
from grids.funding.rules import outstanding
from grids.funding.sheet import COLUMNS, LINE_WORDS, sheet_rows


def more(request, allotment):
    return {"payments": allotment.payments.select_related("by", "confirmed_by")}


def links(request):
    if not may(request.user, caps.EXPORT):
        return []
    return [{"label": _("导出 Excel"), "url": reverse("funding_export"), "icon": "download", "needs_rows": True}]


def tabs(request):
    """What the post can act on."""
    if may(request.user, caps.PAY):
        return [(_("待本部门拨付"), {"state": State.OWED.value, "holder": MINE}), (_("已逾期"), {"due": "late"})]
    return [(_("待确认到账"), {"state": State.PAID.value}), (_("已逾期"), {"due": "late"}), (_("足额到账"), {"state": State.SETTLED.value})]


def paid_whole(allotment, *, by, at):
    """The whole of what is outstanding, paid today; a department pays many townships in one go."""
    facts = {"amount": outstanding(allotment.owed, allotment.received), "paid_on": timezone.localdate(at), "voucher": ""}
    engine.take(allotment, "pay", by=by, at=at, **facts)
    return _("已登记拨付")


def arrived(allotment, *, by, at):
    """What was paid has arrived, whole or in part."""
    whole = allotment.flow.step("confirm").when(allotment)
    engine.take(allotment, "confirm" if whole else "confirm_part", by=by, at=at)
    return _("已确认到账")


WORK = Casework(
    model=Allotment,
    view=caps.VIEW,
    filter=AllotmentFilter,
    form=AllotmentStepForm,
    title=gettext_lazy("准入事项经费"),
    parts=("grids/funding/_facts.html", "grids/funding/_payments.html"),
    more=more,
    links=links,
    tabs=tabs,
    bulk=(
        Bulk("pay", gettext_lazy("今日已全额拨付"), caps.PAY, paid_whole),
        Bulk("confirm", gettext_lazy("确认到账"), caps.CONFIRM, arrived),
    ),
    line_words=LINE_WORDS,
    export=(gettext_lazy("准入事项经费"), COLUMNS, sheet_rows),
)


@page(caps.VIEW)
def list(request):
    """The worklist: first due first, the whole filter in the address."""
    return WORK.list_page(request)


@page(caps.EXPORT)
def export(request):
    """Excel or CSV of the filtered rows."""
    return WORK.export_page(request)


@action(caps.VIEW)
def bulk(request):
    """Pay or confirm many at once; every row gets its own result."""
    return WORK.bulk_page(request)


@page(caps.VIEW, of="funding")
def detail(request, number):
    """What is owed and why so much, every payment, and what can be done now."""
    return WORK.detail_page(request, number)


@action(caps.VIEW, of="funding", by="step")
def take_step(request, number, step):
    """The form of a step, and its taking."""
    return WORK.step_page(request, number, step)


def shown_on_admission(request, case):
    """Owed, arrived and outstanding, year by year, as far as one sees them; on the page of an admission with a duty."""
    if not isinstance(case, Admission) or case.duty_id is None or not may(request.user, caps.VIEW):
        return None
    rows = Allotment.objects.visible_to(request.user, caps.VIEW).filter(duty=case.duty_id)
    years = [{**row, "outstanding": outstanding(row["owed_sum"], row["received_sum"])} for row in rows.by_year()]
    url = f"{reverse('funding_list')}?duty={case.duty.code}&state=all"
    return {"template": "grids/funding/_on_admission.html", "years": years, "url": url}
