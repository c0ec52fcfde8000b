"""Incidents as a table: what the rows of the list say besides, and the columns of the exported list. Nobody's contact."""

from django.utils.translation import gettext_lazy as _

from emergencies.incidents.enums import GRADE_TONES, RESPONSE_TONES, Figure, Grade, Response, Source
from governance.sheets.columns import Column

YES_NO = {True: _("是"), False: _("否"), None: ""}


def marks(row):
    """The grade and the response as colour and word."""
    found = [(GRADE_TONES[row.grade], Grade(row.grade).label)] if row.grade else []
    if row.response:
        found.append((RESPONSE_TONES[row.response], Response(row.response).label))
    return found


def sub(row):
    return " · ".join(filter(None, (row.kind__name, row.landmark, str(Source(row.source).label))))


LINE_WORDS = {"sub": sub, "marks": marks}


def _asked(label, value):
    return Column("", label, value=value)


COLUMNS = (
    Column("number", _("编号")),
    _asked(_("类别"), lambda row: row.get_category_display()),
    Column("kind.name", _("事件类型")),
    _asked(_("等级"), lambda row: row.get_grade_display()),
    _asked(_("来源"), lambda row: row.get_source_display()),
    Column("source_number", _("来源编号")),
    Column("title", _("标题"), width=30),
    Column("description", _("事件情况"), width=60),
    Column("place.full_name", _("区划"), width=30),
    Column("landmark", _("详细位置"), width=30),
    Column("unit_name", _("发生单位")),
    _asked(_("主责单位"), lambda row: row.office.name if row.office_id else ""),
    _asked(_("状态"), lambda row: row.get_state_display()),
    *(Column(name, Figure(name).label) for name in Figure.values),
    Column("occurred_at", _("发生时间")),
    Column("opened_at", _("登记时间")),
    Column("first_report_at", _("首报时间")),
    _asked(_("已报至"), lambda row: row.get_reached_display()),
    Column("final_report_at", _("终报时间")),
    _asked(_("按时报告"), lambda row: YES_NO[row.kept]),
    Column("ended_at", _("处置结束")),
)
READ = (
    "number", "category", "kind__name", "grade", "source", "source_number", "title", "description", "place__full_name", "landmark",
    "unit_name", "office__name", "state", *Figure.values, "occurred_at", "opened_at", "first_report_at", "reached", "final_report_at",
    "kept", "ended_at",
)  # fmt: skip


def sheet_rows(queryset):
    """The rows to export, read in chunks and only what is written: sealed columns are not even read."""
    return queryset.select_related("kind", "place", "office").only(*READ).iterator(chunk_size=2000)
