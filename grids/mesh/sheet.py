"""The register as a table."""

from django.utils.translation import gettext_lazy as _

from governance.sheets.columns import Column


def _worker(grid):
    return next((one.post.user for one in grid.serving if one.is_responsible), None)


def _asked(label, value):
    return Column("", label, value=value)


COLUMNS = (
    Column("code", _("网格编码")),
    _asked(_("类型"), lambda row: row.get_kind_display()),
    Column("name", _("名称")),
    Column("place.full_name", _("村（社区）")),
    _asked(_("单位类型"), lambda row: row.get_host_kind_display()),
    Column("host", _("所在单位")),
    Column("households", _("户数")),
    Column("residents", _("人数")),
    Column("area", _("范围"), width=50),
    _asked(_("责任网格员"), lambda row: getattr(_worker(row), "name", "")),
    _asked(_("工作电话"), lambda row: getattr(_worker(row), "work_phone", "")),
    Column("supervision_phone", _("监督电话")),
    Column("active_from", _("启用日期")),
    Column("active_until", _("停用日期")),
)


def sheet_rows(queryset, *, at):
    return queryset.with_worker(at).iterator(chunk_size=2000)
