"""Recommendations as a table: what the rows of the worklist say besides, and the columns of the exported list."""

from django.utils.translation import gettext, gettext_lazy
from django.utils.translation import gettext_lazy as _

from governance.sheets.columns import Column
from supervision.recommendations.enums import Kind

YES_NO = {True: gettext_lazy("是"), False: gettext_lazy("否"), None: ""}


def marks(row):
    """What waits for an answer, and what was sent back."""
    found = []
    if row.extension_asked:
        found.append(("waiting", gettext("待审延期")))
    if row.objection_open:
        found.append(("waiting", gettext("异议待复核")))
    if row.rounds:
        found.append(("danger", gettext("须再次答复")))
    return found


LINE_WORDS = {"sub": lambda row: f"{Kind(row.kind).label} · {row.document} · {row.unit__short_name}", "marks": marks}


def _asked(label, value):
    return Column("", label, value=value)


COLUMNS = (
    Column("number", _("编号")),
    _asked(_("类别"), lambda row: row.get_kind_display()),
    Column("document", _("文号")),
    Column("sender.name", _("发出机关")),
    Column("unit.name", _("被建议单位")),
    Column("title", _("标题"), width=40),
    Column("advice", _("建议内容"), width=50),
    _asked(_("状态"), lambda row: row.get_state_display()),
    _asked(_("送达方式"), lambda row: row.get_way_display()),
    Column("opened_at", _("登记时间")),
    Column("received_on", _("收到日期")),
    Column("due_at", _("当前期限")),
    Column("answered_at", _("答复时间")),
    _asked(_("按期答复"), lambda row: YES_NO[row.kept]),
    Column("rounds", _("要求再次答复的次数")),
    Column("judged_at", _("评价时间")),
    Column("closed_at", _("办结时间")),
)


def sheet_rows(queryset):
    """The rows to export, read in chunks."""
    return queryset.select_related("sender", "unit").defer("search").iterator(chunk_size=2000)
