"""Activities as a table."""

from django.utils.translation import gettext_lazy as _

from governance.sheets.columns import Column
from governance.web.formats import cn_datetime
from grids.community.enums import Kind

LINE_WORDS = {"sub": lambda row: f"{Kind(row.kind).label} · {cn_datetime(row.starts_at)}"}


def _asked(label, value):
    return Column("", label, value=value)


COLUMNS = (
    Column("number", _("编号")),
    _asked(_("类别"), lambda row: row.get_kind_display()),
    Column("title", _("活动名称"), width=30),
    Column("organiser", _("主办单位"), width=24),
    Column("place.full_name", _("区划"), width=30),
    Column("venue", _("活动地点"), width=24),
    Column("starts_at", _("开始时间")),
    Column("ends_at", _("结束时间")),
    Column("capacity", _("可容纳人数")),
    Column("people", _("参加人数")),
    Column("report", _("活动小结"), width=60),
    _asked(_("状态"), lambda row: row.get_state_display()),
)


def sheet_rows(queryset):
    return queryset.select_related("place").defer("search").iterator(chunk_size=2000)
