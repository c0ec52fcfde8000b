"""The columns of the exported list of reports."""

from django.utils.translation import gettext_lazy as _

from governance.sheets.columns import Column

YES_NO = {True: _("是"), False: _("否")}


def _asked(label, value, **words):
    return Column("", label, value=value, **words)


COLUMNS = (
    Column("number", _("报告编号")),
    _asked(_("报告种类"), lambda row: row.get_kind_display()),
    Column("incident.title", _("事件"), width=30),
    _asked(_("报告单位"), lambda row: row.office.name if row.office_id else ""),
    _asked(_("接收单位"), lambda row: str(row.addressee)),
    Column("at", _("报告时间")),
    Column("due_at", _("应当报告的时间")),
    _asked(_("超时"), lambda row: YES_NO[row.was_late]),
    _asked(_("签收时间"), lambda row: row.receipt.at if row.is_signed else None),
    Column("casualties", _("伤亡人数和初步估计的损失"), width=40),
)
