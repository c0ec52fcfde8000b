"""Release orders as a table."""

from django.utils.translation import gettext_lazy as _

from emergencies.releases.enums import Purpose
from governance.sheets.columns import Column

LINE_WORDS = {"sub": lambda row: f"{Purpose(row.purpose).label} · {row.warehouse__name}"}


def _asked(label, value):
    return Column("", label, value=value)


COLUMNS = (
    Column("order.number", _("指令编号")),
    _asked(_("用途"), lambda row: row.order.get_purpose_display()),
    Column("order.commander.name", _("下达单位"), width=24),
    Column("order.warehouse.name", _("发货仓库"), width=24),
    _asked(_("接收单位"), lambda row: row.order.receiver.name if row.order.receiver_id else ""),
    Column("item.name", _("品种"), width=20),
    Column("item.unit", _("计量单位")),
    Column("quantity", _("数量")),
    Column("order.basis", _("下达依据"), width=30),
    _asked(_("状态"), lambda row: row.order.get_state_display()),
    Column("order.opened_at", _("下达时间")),
    Column("order.closed_at", _("办结时间")),
)


def sheet_rows(queryset):
    """The lines of the orders to export, one below the other."""
    rows = queryset.select_related("warehouse").prefetch_related(
        "lines__item", "lines__order__warehouse", "lines__order__commander", "lines__order__receiver"
    )
    return (line for order in rows.iterator(chunk_size=500) for line in order.lines.all())
