"""Purchase plans as tables: the rows of the list, the plans, and the lines of one."""

from django.utils.translation import gettext_lazy as _

from governance.sheets.columns import Column

LINE_WORDS = {"sub": lambda row: str(row.year)}


def _asked(label, value):
    return Column("", label, value=value)


COLUMNS = (
    Column("number", _("编号")),
    Column("title", _("计划名称"), width=36),
    Column("year", _("年度")),
    _asked(_("单位"), lambda row: row.office.name if row.office_id else ""),
    _asked(_("状态"), lambda row: row.get_state_display()),
    Column("opened_at", _("编制时间")),
    Column("approved_at", _("审定时间")),
)


def sheet_rows(queryset):
    """The rows to export, read in chunks."""
    return queryset.select_related("office", "place").iterator(chunk_size=2000)


PLAN_COLUMNS = (
    Column("item.name", _("品种"), width=20),
    _asked(_("类别"), lambda row: row.item.get_category_display()),
    _asked(_("储备部门"), lambda row: row.item.get_keeper_display()),
    Column("item.unit", _("计量单位")),
    Column("need", _("需求")),
    Column("stock", _("库存")),
    Column("leaving", _("年内待轮换")),
    Column("proposed", _("测算购置")),
    Column("amount", _("计划购置")),
    Column("arrived", _("已入库")),
    Column("left", _("待购置")),
)
