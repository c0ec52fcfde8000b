"""Inspections as a table: what the rows of the list say besides, and the columns of the exported list."""

from django.utils.translation import gettext, gettext_lazy
from django.utils.translation import gettext_lazy as _

from governance.sheets.columns import Column

YES_NO = {True: gettext_lazy("是"), False: gettext_lazy("否"), None: ""}


def marks(row):
    """What was found, whether it was late, and what no plan asked for."""
    found = [("danger", gettext("%(count)s 项不符合") % {"count": row.failed})] if row.failed else []
    if row.kept is False:
        found.append(("waiting", gettext("未按期")))
    if row.plan_id is None:
        found.append(("neutral", gettext("计划外")))
    return found


LINE_WORDS = {"sub": lambda row: f"{row.checks__checklist__label} · {row.first__name}、{row.second__name}", "marks": marks}


def _asked(label, value):
    return Column("", label, value=value)


COLUMNS = (
    Column("number", _("编号")),
    Column("premises.name", _("检查对象"), width=30),
    Column("premises.number", _("名录编号")),
    Column("place.full_name", _("区划"), width=30),
    Column("checks.checklist.label", _("检查表"), width=24),
    _asked(_("检查计划"), lambda row: row.plan.number if row.plan_id else row.reason),
    _asked(_("检查人员"), lambda row: f"{row.first.name}、{row.second.name}"),
    Column("checked_at", _("检查时间")),
    Column("failed", _("不符合项")),
    Column("rectify_by", _("整改期限")),
    _asked(_("签名"), lambda row: row.get_signed_display()),
    _asked(_("按期"), lambda row: YES_NO[row.kept]),
    _asked(_("状态"), lambda row: row.get_state_display()),
    Column("opened_at", _("安排时间")),
    Column("due_at", _("当前期限")),
)


def sheet_rows(queryset):
    """The rows to export, read in chunks."""
    return queryset.select_related("premises", "place", "checks__checklist", "plan", "first", "second").iterator(chunk_size=2000)
