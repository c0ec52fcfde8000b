"""The pages of counts: list, the count with its lines, its steps, and the sheet to fill in."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from emergencies.stockpiles.forms import own_warehouses
from emergencies.stocktakes import permissions as caps
from emergencies.stocktakes import services
from emergencies.stocktakes.data.rows import columns
from emergencies.stocktakes.enums import State
from emergencies.stocktakes.filters import StocktakeFilter
from emergencies.stocktakes.forms import StocktakeStepForm
from emergencies.stocktakes.models import Stocktake
from emergencies.stocktakes.sheet import COLUMNS, LINE_WORDS, sheet_rows
from governance.access.scope import may
from governance.web.casework.filters import MINE
from governance.web.casework.pages import Casework
from governance.web.downloads import download
from governance.web.page import action, find, page


def links(request):
    found = [{"label": _("应急物资储备"), "url": reverse("stockpiles_list")}]
    if may(request.user, caps.EXPORT):
        found.append({"label": _("导出 Excel"), "url": reverse("stocktakes_export"), "icon": "download", "needs_rows": True})
    if may(request.user, caps.COUNT):
        found.append({"label": _("临时盘点"), "url": reverse("stocktakes_create"), "main": True})
    return found


def tabs(request):
    return [(_("本单位待审核"), {"state": State.COUNTED.value, "holder": MINE})] if may(request.user, caps.SETTLE) else []


def case_links(request, stocktake):
    if stocktake.state != State.DUE or not may(request.user, caps.COUNT):
        return []
    return [{"label": _("下载盘点表"), "url": reverse("stocktakes_sheet", args=[stocktake.number]), "icon": "download"}]


def shown_lines(stocktake):
    """What was counted beside the book; nothing before, and nothing while it is counted again: what is there is counted, not copied."""
    return stocktake.lines.select_related("batch__item") if stocktake.counted_at else stocktake.lines.none()


WORK = Casework(
    model=Stocktake,
    view=caps.VIEW,
    filter=StocktakeFilter,
    form=StocktakeStepForm,
    title=gettext_lazy("应急物资盘点"),
    parts=("emergencies/stocktakes/_facts.html", "emergencies/stocktakes/_lines.html"),
    more=lambda request, stocktake: {"lines": shown_lines(stocktake)},
    links=links,
    case_links=case_links,
    tabs=tabs,
    line_words=LINE_WORDS,
    export=(gettext_lazy("应急物资盘点清单"), COLUMNS, sheet_rows),
)


@page(caps.VIEW)
def list(request):
    """The counts: first due first, the whole filter in the address."""
    return WORK.list_page(request)


@page(caps.EXPORT)
def export(request):
    """XLSX of the filtered rows, written as they are read."""
    return WORK.export_page(request)


@page(caps.VIEW, of="stocktakes")
def detail(request, number):
    """The count: what the book said and what was found; right what can be done now."""
    return WORK.detail_page(request, number)


@action(caps.VIEW, of="stocktakes", by="step")
def take_step(request, number, step):
    """The form of a step, and its taking."""
    return WORK.step_page(request, number, step)


@page(caps.COUNT, of="stocktakes")
def sheet(request, number):
    """The sheet of a count to print or to fill in at the shelves."""
    stocktake = find(Stocktake.objects.order_by(), request.user, caps.COUNT, number=number)
    return download(request, f"{_('盘点表')}_{stocktake.number}", columns(), services.shelf_of(stocktake.warehouse_id).iterator())


@action(caps.COUNT)
def create(request):
    """A count out of turn: of the own warehouse, where none stands already."""
    if request.method == "POST":
        key = request.POST.get("warehouse", "")
        if found := own_warehouses(request.user).filter(pk=int(key) if key.isdecimal() and key.isascii() else 0).first():
            return redirect(services.open_count(found, at=timezone.now()))
        messages.error(request, _("请选择本单位的仓库。"))
    context = {"warehouses": own_warehouses(request.user), "breadcrumb": [(WORK.title, WORK.list_url), (_("临时盘点"), "")]}
    return render(request, "emergencies/stocktakes/create.html", context)
