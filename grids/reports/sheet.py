"""Grid reports as a table: what the worklist's rows say besides, and the columns of the exported list. The contact stands in neither."""

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from governance.sheets.columns import Column
from grids.reports.enums import STATIONS, Came
from grids.reports.rules import in_words

SAID = frozenset({Came.RAISED, Came.RETURNED, Came.SENT_BACK})  # of how it came
YES_NO = {True: _("是"), False: _("否"), None: ""}


def marks(case):
    """What a row is marked with because somebody waits: (tone, word) pairs."""
    found = []
    if case.state in STATIONS and case.signed_at is None:
        found.append(("waiting", gettext("待签收")))
    if case.extension_asked:
        found.append(("waiting", gettext("待审延期")))
    if case.state in STATIONS and case.came in SAID:
        found.append(("danger", str(Came(case.came).label)))
    if case.watched_at:
        found.append(("danger", gettext("中心盯办")))
    if case.by_silence:
        found.append(("neutral", gettext("未核对自动办结")))
    return found


LINE_WORDS = {"sub": lambda row: f"{row.kind__label} · {row.grid__name}", "marks": marks}


def _asked(label, value):
    return Column("", label, value=value)


COLUMNS = (
    Column("number", _("事件编号")),
    Column("kind.label", _("类型")),
    Column("title", _("标题")),
    Column("description", _("情况"), width=60),
    _asked(_("所问各项"), lambda row: in_words(row.answers)),
    Column("place.full_name", _("村（社区）")),
    Column("grid.name", _("网格")),
    Column("landmark", _("详细位置")),
    Column("reporter.name", _("上报人")),
    _asked(_("状态"), lambda row: row.get_state_display()),
    _asked(_("承办单位"), lambda row: row.office.name if row.office_id else ""),
    Column("opened_at", _("上报时间")),
    Column("due_at", _("当前期限")),
    Column("answered_at", _("答复时间")),
    Column("closed_at", _("办结时间")),
    _asked(_("按期处置"), lambda row: YES_NO[row.spot_kept]),
    _asked(_("按期答复"), lambda row: YES_NO[row.answer_kept]),
    _asked(_("村（社区）按期"), lambda row: YES_NO[row.village_kept]),
    _asked(_("乡镇（街道）按期"), lambda row: YES_NO[row.township_kept]),
    _asked(_("部门按期"), lambda row: YES_NO[row.department_kept]),
    _asked(_("来路"), lambda row: row.get_came_display() if row.state in STATIONS else ""),
    _asked(_("退回重办"), lambda row: YES_NO[row.sent_back]),
    _asked(_("未核对自动办结"), lambda row: YES_NO[row.by_silence]),
)
READ = (
    "number", "kind__label", "title", "description", "place__full_name", "grid__name", "landmark", "reporter__name", "state",
    "office__name", "opened_at", "due_at", "answered_at", "closed_at", "spot_kept", "answer_kept", "sent_back", "answers", "village_kept",
    "township_kept", "department_kept", "came", "by_silence",
)  # fmt: skip


def sheet_rows(queryset):
    """The rows to export, read in chunks and only what is written: sealed columns are not even read."""
    return queryset.select_related("kind", "place", "grid", "reporter", "office").only(*READ).iterator(chunk_size=2000)
