"""The catalogue as a table."""

from django.utils.translation import gettext_lazy as _

from governance.sheets.columns import Column


def _asked(label, value):
    return Column("", label, value=value)


COLUMNS = (
    Column("code", _("代码")),
    Column("name", _("名称"), width=20),
    _asked(_("类别"), lambda row: row.get_category_display()),
    Column("unit", _("计量单位")),
    Column("spec", _("规格和质量标准"), width=40),
    _asked(_("储备部门"), lambda row: row.get_keeper_display()),
    Column("shelf_months", _("保质期（月）")),
    Column("rotate_months", _("到期前几个月轮换")),
    Column("citation", _("依据"), width=30),
    _asked(_("来源"), lambda row: row.get_mark_display()),
    _asked(_("在用"), lambda row: row.active),
)
