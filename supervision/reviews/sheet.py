"""Reviews as a table: what the rows of the worklist say besides, and the columns of the exported list."""

from django.utils.translation import gettext, gettext_lazy
from django.utils.translation import gettext_lazy as _

from governance.sheets.columns import Column
from supervision.reviews.enums import Kind, Satisfaction

YES_NO = {True: gettext_lazy("是"), False: gettext_lazy("否"), None: ""}


def marks(row):
    found = []
    if row.published_at:
        found.append(("done", gettext("已公开")))
    if row.satisfaction == Satisfaction.DISSATISFIED:
        found.append(("danger", Satisfaction.DISSATISFIED.label))
    return found


LINE_WORDS = {"sub": lambda row: Kind(row.kind).label, "marks": marks}


def _asked(label, value):
    return Column("", label, value=value)


COLUMNS = (
    Column("number", _("编号")),
    _asked(_("监督方式"), lambda row: row.get_kind_display()),
    Column("title", _("议题"), width=40),
    Column("session", _("会议"), width=40),
    Column("held_on", _("会议日期")),
    Column("office.name", _("监督机关")),
    _asked(_("状态"), lambda row: row.get_state_display()),
    Column("opened_at", _("登记时间")),
    Column("due_at", _("当前期限")),
    Column("answered_at", _("全部答复时间")),
    _asked(_("按期答复"), lambda row: YES_NO[row.kept]),
    _asked(_("评议结果"), lambda row: row.get_satisfaction_display()),
    Column("published_at", _("公开时间")),
    Column("closed_at", _("办结时间")),
)


def sheet_rows(queryset):
    """The rows to export, read in chunks."""
    return queryset.select_related("office").defer("search").iterator(chunk_size=2000)
