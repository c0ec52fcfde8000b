"""The register as a table."""

from django.utils.translation import gettext_lazy as _

from governance.sheets.columns import Column

YES_NO = {True: _("是"), False: _("否")}


def _asked(label, value):
    return Column("", label, value=value)


COLUMNS = (
    Column("number", _("名录编号")),
    Column("name", _("名称"), width=30),
    Column("kind.label", _("类型"), width=24),
    Column("place.full_name", _("区划"), width=30),
    Column("address", _("详细地址"), width=30),
    Column("work_phone", _("值班电话")),
    _asked(_("重点检查对象"), lambda row: YES_NO[row.is_key]),
    _asked(_("在用"), lambda row: YES_NO[row.active]),
    Column("inspected_at", _("最近检查")),
)
