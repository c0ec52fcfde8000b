"""The register of files as a table. No party stands in it."""

from django.utils.translation import gettext_lazy as _

from governance.sheets.columns import Column

COLUMNS = (
    Column("document", _("卷号")),
    Column("mediation.number", _("编号")),
    Column("mediation.title", _("案由"), width=40),
    Column("", _("纠纷类型"), value=lambda row: row.mediation.get_kind_display()),
    Column("office.name", _("调解委员会")),
    Column("filed_at", _("归档时间")),
    Column("", _("立卷人"), value=lambda row: row.filed_by.name if row.filed_by_id else ""),
    Column("retention", _("保管期限")),
    Column("kept_until", _("保管至")),
)


def sheet_rows(rows):
    return rows.select_related("office", "mediation", "filed_by").iterator(chunk_size=2000)
