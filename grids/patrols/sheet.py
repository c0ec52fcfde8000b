"""Patrols as a table: what the worklist's rows say besides, and the columns of the exported list."""

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from governance.sheets.columns import Column
from grids.patrols.enums import TO_WALK

YES_NO = {True: _("是"), False: _("否"), None: ""}


def marks(row):
    """What a row is marked with: (tone, word) pairs."""
    found = []
    if row.state in TO_WALK and row.worker__name is None:
        found.append(("danger", gettext("没有网格员")))
    if row.findings:
        found.append(("waiting", gettext("发现%(count)s处问题") % {"count": row.findings}))
    if row.kept is False and row.state == "done":
        found.append(("neutral", gettext("逾期补巡")))
    return found


def sub(row):
    """Grid, worker and how far it has come."""
    walked = gettext("%(done)s/%(total)s个点位") % {"done": row.total - row.left, "total": row.total}
    return " · ".join(word for word in (row.grid__name, row.worker__name, walked) if word)


LINE_WORDS = {"sub": sub, "marks": marks}


def _asked(label, value):
    return Column("", label, value=value)


COLUMNS = (
    Column("number", _("巡查编号")),
    Column("plan.checklist.label", _("检查表")),
    Column("plan.route.name", _("路线")),
    Column("place.full_name", _("村（社区）")),
    Column("grid.name", _("网格")),
    _asked(_("责任网格员"), lambda row: row.worker.name if row.worker_id else ""),
    _asked(_("巡查人"), lambda row: row.done_by.name if row.done_by_id else ""),
    _asked(_("频次"), lambda row: row.plan.get_rhythm_display()),
    Column("period_first", _("周期首日")),
    Column("period_last", _("周期末日")),
    _asked(_("状态"), lambda row: row.get_state_display()),
    Column("total", _("点位数")),
    _asked(_("已巡点位"), lambda row: row.total - row.left),
    Column("findings", _("发现问题")),
    Column("due_at", _("当前期限")),
    Column("closed_at", _("完成时间")),
    _asked(_("按期完成"), lambda row: YES_NO[row.kept]),
)


def sheet_rows(queryset):
    rows = queryset.select_related("plan__checklist", "plan__route", "place", "grid", "worker", "done_by").defer("search")
    return rows.iterator(chunk_size=2000)
