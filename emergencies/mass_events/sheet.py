"""Mass events as a table: what the rows of the worklist say besides, and the columns of the exported list. Nobody's contact."""

from django.utils.translation import gettext_lazy as _

from emergencies.mass_events.enums import Kind
from governance.sheets.columns import Column
from governance.web.formats import cn_date

LINE_WORDS = {"sub": lambda row: f"{Kind(row.kind).label} · {row.organiser} · {cn_date(row.starts_at)} · {row.expected}{_('人')}"}


def _asked(label, value):
    return Column("", label, value=value)


COLUMNS = (
    Column("number", _("编号")),
    Column("title", _("活动名称"), width=30),
    _asked(_("活动类型"), lambda row: row.get_kind_display()),
    Column("organiser", _("承办者"), width=30),
    Column("place.full_name", _("区划"), width=30),
    Column("landmark", _("举办地点"), width=30),
    Column("starts_at", _("开始时间")),
    Column("ends_at", _("结束时间")),
    Column("expected", _("预计参加人数")),
    _asked(_("状态"), lambda row: row.get_state_display()),
    _asked(_("决定机关"), lambda row: row.office.name if row.office else ""),
    Column("opened_at", _("申请时间")),
    Column("due_at", _("当前期限")),
    Column("decided_at", _("决定时间")),
    _asked(_("准予参加人数"), lambda row: row.most_people or ""),
    _asked(_("实际参加人数"), lambda row: row.actual_people or row.peak_people or ""),
)


def sheet_rows(queryset):
    """The rows to export, read in chunks."""
    return queryset.select_related("place", "office").defer("search", "safety_plan").iterator(chunk_size=2000)
