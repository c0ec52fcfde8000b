"""The pages of reserves: cards, what lies where, warehouses, and the book of movements."""

from django.contrib import messages
from django.db.models import Count, Q, Sum
from django.db.models.functions import Least, Substr
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from emergencies.catalogue.services import acting_office
from emergencies.stockpiles import permissions as caps
from emergencies.stockpiles import services
from emergencies.stockpiles.enums import State
from emergencies.stockpiles.filters import EXPIRED, EXPIRING, StockCardFilter
from emergencies.stockpiles.forms import CardForm, CardStepForm, WarehouseForm, own_warehouses
from emergencies.stockpiles.models import StockCard, Warehouse
from emergencies.stockpiles.sheet import BATCH_COLUMNS, BOOK_COLUMNS, COLUMNS, LINE_WORDS, batch_rows, book, sheet_rows
from governance.access.scope import may
from governance.places.models import Place
from governance.web.casework.pages import Casework
from governance.web.downloads import download
from governance.web.page import action, find, page

COUNTY, MOVEMENTS_SHOWN = 6, 20


def links(request):
    found = [
        {"label": _("分布和缺口"), "url": reverse("stockpiles_overview")},
        {"label": _("仓库"), "url": reverse("stockpiles_warehouses")},
        {"label": _("目录和标准"), "url": reverse("catalogue_list")},
        {"label": _("购置计划"), "url": reverse("purchases_list")},
        {"label": _("入库"), "url": reverse("intakes_list")},
        {"label": _("盘点"), "url": reverse("stocktakes_list")},
    ]
    if may(request.user, caps.EXPORT):
        found.append({"label": _("导出 Excel"), "url": reverse("stockpiles_export"), "icon": "download", "needs_rows": True})
    if may(request.user, caps.KEEP):
        found.append({"label": _("建立储备卡"), "url": reverse("stockpiles_create"), "main": True})
    return found


def tabs(request):
    return [
        (_("低于定额"), {"state": State.SHORT.value}),
        (_("临近轮换"), {"state": EXPIRING}),
        (_("有过期批次"), {"state": EXPIRED}),
    ]


def more(request, card):
    """What lies there batch by batch, and what came and went last."""
    return {
        "batches": [*services.on_shelf(card.warehouse_id, card.item_id)],
        "movements": [*book(card)[:MOVEMENTS_SHOWN]],
        "today": timezone.localdate(),
    }


def case_links(request, card):
    if not may(request.user, caps.EXPORT):
        return []
    return [{"label": _("导出流水"), "url": reverse("stockpiles_book", args=[card.number]), "icon": "download"}]


WORK = Casework(
    model=StockCard,
    view=caps.VIEW,
    filter=StockCardFilter,
    form=CardStepForm,
    title=gettext_lazy("应急物资储备"),
    parts=("emergencies/stockpiles/_facts.html", "emergencies/stockpiles/_batches.html", "emergencies/stockpiles/_movements.html"),
    more=more,
    links=links,
    case_links=case_links,
    tabs=tabs,
    line_words=LINE_WORDS,
    export=(gettext_lazy("应急物资储备清单"), COLUMNS, sheet_rows),
)


@page(caps.VIEW)
def list(request):
    """The cards: first due first, the whole filter in the address."""
    return WORK.list_page(request)


@page(caps.EXPORT)
def export(request):
    """XLSX of the filtered rows, written as they are read."""
    return WORK.export_page(request)


@page(caps.VIEW, of="stockpiles")
def detail(request, number):
    """The card: need and stock, batches, movements; right what can be done now."""
    return WORK.detail_page(request, number)


@action(caps.VIEW, of="stockpiles", by="step")
def take_step(request, number, step):
    """The form of a step, and its taking."""
    return WORK.step_page(request, number, step)


@page(caps.EXPORT, of="stockpiles")
def movements(request, number):
    """The whole book of a card."""
    card = find(StockCard.objects.order_by(), request.user, caps.EXPORT, number=number)
    return download(request, f"{_('物资流水')}_{card.number}", BOOK_COLUMNS, book(card).iterator(chunk_size=2000))


@action(caps.KEEP)
def create(request):
    """A card for an item at a warehouse of the own office."""
    form = CardForm(request.POST if request.method == "POST" else None, user=request.user, warehouses=own_warehouses(request.user))
    if form.is_bound and form.is_valid():
        card = services.open_card(**form.cleaned_data, by=request.user, at=timezone.now())
        messages.success(request, _("已建立，编号 %(number)s。定额由应急管理部门核定。") % {"number": card.number})
        return redirect(card)
    return one_form(request, form, _("建立储备卡"), (WORK.title, WORK.list_url))


def one_form(request, form, title, above):
    context = {"form": form, "title": title, "back": above[1], "breadcrumb": [above, (title, "")]}
    return render(request, "layouts/one_form.html", context, status=422 if form.errors else 200)


@page(caps.VIEW)
def overview(request):
    """Stock by place and by item: need, stock, what is lacking, and what must be rotated."""
    rows = WORK.visible(request).ongoing().order_by()
    code = request.GET.get("place", "")
    chosen = rows.within(code) if code.isdecimal() and code.isascii() else rows
    facts = {
        "needed": Sum("need"), "held": Sum("on_hand"), "covered": Sum(Least("need", "on_hand")),
        "short": Count("pk", filter=Q(state=State.SHORT)), "expiring": Count("pk", filter=Q(expiring=True)), "cards": Count("pk"),
    }  # fmt: skip
    by_item = (
        chosen.values("item__code", "item__name", "item__unit", "item__category").annotate(**facts).order_by("item__category", "item__name")
    )
    by_place = [*rows.values(county=Substr("place_path", 1, COUNTY)).annotate(**facts).order_by("county")]
    names = {
        path: (code, name)
        for path, code, name in Place.objects.values_list("path", "code", "short_name").filter(path__in=[one["county"] for one in by_place])
    }
    context = {
        "by_item": [{**one, "missing": one["needed"] - one["covered"]} for one in by_item],
        "by_place": [
            {**one, "code": names[one["county"]][0], "name": names[one["county"]][1]} for one in by_place if one["county"] in names
        ],
        "chosen": code,
        "breadcrumb": [(WORK.title, WORK.list_url), (_("分布和缺口"), "")],
    }
    return render(request, "emergencies/stockpiles/overview.html", context)


@page(caps.EXPORT)
def batches(request):
    """What lies on the shelves, batch by batch, as Excel or CSV."""
    houses = Warehouse.objects.visible_to(request.user, caps.EXPORT).values("pk")
    return download(request, _("应急物资批次清单"), BATCH_COLUMNS, batch_rows(houses))


@page(caps.VIEW)
def warehouses(request):
    """The warehouses within reach, with how they stand."""
    facts = {"kinds": Count("cards", filter=Q(cards__on_hand__gt=0)), "short": Count("cards", filter=Q(cards__state=State.SHORT))}
    context = {
        "warehouses": Warehouse.objects.visible_to(request.user, caps.VIEW).for_list().annotate(**facts),
        "own": acting_office(request.user),
        "may_keep": may(request.user, caps.KEEP),
        "breadcrumb": [(WORK.title, WORK.list_url), (_("仓库"), "")],
    }
    return render(request, "emergencies/stockpiles/warehouses.html", context)


@action(caps.KEEP)
def create_warehouse(request):
    """A warehouse of the own office."""
    office = acting_office(request.user)
    form = WarehouseForm(request.POST if request.method == "POST" else None, office=office)
    if form.is_bound and form.is_valid():
        services.register_warehouse(office=office, **form.cleaned_data)
        messages.success(request, _("已登记。"))
        return redirect("stockpiles_warehouses")
    return one_form(request, form, _("登记仓库"), (_("仓库"), reverse("stockpiles_warehouses")))


@action(caps.KEEP, of="warehouse")
def warehouse(request, pk):
    """A warehouse put right; its keeper alone does that."""
    found = find(Warehouse.objects.select_related("place", "office"), request.user, caps.KEEP, pk=pk)
    if found.office != acting_office(request.user):
        messages.error(request, _("仓库信息由管理单位%(office)s维护。") % {"office": found.office.short_name})
        return redirect("stockpiles_warehouses")
    form = WarehouseForm(request.POST if request.method == "POST" else None, instance=found, office=found.office)
    if form.is_bound and form.is_valid():
        form.save()
        messages.success(request, _("已保存。"))
        return redirect("stockpiles_warehouses")
    return one_form(request, form, found.name, (_("仓库"), reverse("stockpiles_warehouses")))
