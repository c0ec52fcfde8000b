"""Reserves as tables: the rows of the list, cards, batches and the book of movements."""

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from emergencies.stockpiles.enums import Account
from emergencies.stockpiles.models import StockBalance, StockMovement
from governance.sheets.columns import Column
from governance.web.formats import thin


def sub(row):
    return gettext("库存 %(on_hand)s / 定额 %(need)s %(unit)s") % {
        "on_hand": thin(row.on_hand), "need": thin(row.need), "unit": row.item__unit,
    }  # fmt: skip


def marks(row):
    return [("waiting", gettext("临近轮换"))] if row.expiring else []


LINE_WORDS = {"sub": sub, "marks": marks}


def _asked(label, value):
    return Column("", label, value=value)


COLUMNS = (
    Column("number", _("编号")),
    Column("item.name", _("品种"), width=20),
    _asked(_("类别"), lambda row: row.item.get_category_display()),
    Column("warehouse.name", _("仓库"), width=24),
    Column("place.full_name", _("区划"), width=30),
    _asked(_("管理单位"), lambda row: row.office.name if row.office_id else ""),
    Column("item.unit", _("计量单位")),
    Column("need", _("储备定额")),
    Column("on_hand", _("库存")),
    Column("missing", _("缺口")),
    Column("expires_on", _("最早到期")),
    Column("rotate_on", _("轮换期限")),
    _asked(_("状态"), lambda row: row.get_state_display()),
)


def sheet_rows(queryset):
    """The rows to export, read in chunks."""
    return queryset.select_related("item", "warehouse", "place", "office").iterator(chunk_size=2000)


BATCH_COLUMNS = (
    Column("account.warehouse.name", _("仓库"), width=24),
    Column("account.warehouse.place.full_name", _("区划"), width=30),
    Column("batch.item.name", _("品种"), width=20),
    Column("batch.item.unit", _("计量单位")),
    Column("batch.lot", _("批号"), width=20),
    Column("quantity", _("库存")),
    Column("batch.produced_on", _("生产日期")),
    Column("batch.expires_on", _("到期日期")),
    Column("batch.rotate_on", _("轮换期限")),
    Column("batch.receipt", _("入库单"), width=20),
)


def batch_rows(warehouses):
    """What lies on the shelves of these warehouses, batch by batch."""
    rows = StockBalance.objects.filter(account__kind=Account.SHELF, account__warehouse__in=warehouses, quantity__gt=0)
    related = ("account__warehouse__place", "batch__item")
    return rows.select_related(*related).order_by("account__warehouse__place_path", "batch__item", "batch__expires_on", "pk").iterator(2000)


BOOK_COLUMNS = (
    Column("at", _("时间")),
    Column("batch.item.name", _("品种"), width=20),
    Column("batch.lot", _("批号"), width=20),
    _asked(_("事由"), lambda row: row.get_cause_display()),
    _asked(_("转出"), lambda row: row.source.label),
    _asked(_("转入"), lambda row: row.target.label),
    Column("quantity", _("数量")),
    Column("document", _("单据"), width=20),
    _asked(_("经办人"), lambda row: row.by.name if row.by_id else gettext("系统")),
)


def book(card):
    """The movements that touch a card's warehouse, of its item, the latest first."""
    rows = StockMovement.objects.filter(batch__item=card.item_id).select_related(
        "batch__item", "source__warehouse", "target__warehouse", "by"
    )
    here = {"source__warehouse": card.warehouse_id}, {"target__warehouse": card.warehouse_id}
    return (rows.filter(**here[0]) | rows.filter(**here[1])).order_by("-pk")
