"""Orders as a table: what the rows of the worklist say besides, and the columns of the exported list."""

from django.utils.translation import gettext, gettext_lazy
from django.utils.translation import gettext_lazy as _

from governance.sheets.columns import Column
from supervision.orders.rules import partly

YES_NO = {True: gettext_lazy("是"), False: gettext_lazy("否"), None: ""}


def marks(row):
    """What waits for an answer, and what went a level up."""
    found = []
    if partly(row.items_total, row.items_done):
        found.append(("active", gettext("部分完成 %(done)s/%(total)s") % {"done": row.items_done, "total": row.items_total}))
    if row.extension_asked:
        found.append(("waiting", gettext("待审延期")))
    if row.escalated_at:
        found.append(("danger", gettext("已提级")))
    return found


LINE_WORDS = {"sub": lambda row: row.document or gettext("未编号"), "marks": marks}


def _asked(label, value):
    return Column("", label, value=value)


COLUMNS = (
    Column("number", _("编号")),
    Column("document", _("文号")),
    Column("unit.name", _("责任单位")),
    Column("finding.outside", _("政府以外的单位")),
    Column("finding.number", _("督导线索")),
    Column("facts", _("存在的问题"), width=50),
    _asked(_("状态"), lambda row: row.get_state_display()),
    _asked(_("督导单位"), lambda row: row.office.name),
    _asked(_("送达方式"), lambda row: row.get_way_display()),
    Column("served_at", _("送达时间")),
    Column("due_at", _("当前期限")),
    Column("items_total", _("整改事项数")),
    Column("items_done", _("已完成事项数")),
    Column("rounds", _("复查未通过次数")),
    _asked(_("按期整改"), lambda row: YES_NO[row.kept]),
    Column("escalated_at", _("提级时间")),
    Column("closed_at", _("办结时间")),
)


def sheet_rows(queryset):
    """The rows to export, read in chunks."""
    return queryset.select_related("unit", "office", "finding").defer("search", "finding__search").iterator(chunk_size=2000)
