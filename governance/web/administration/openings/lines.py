"""What a row of the record of openings says, on the page and in the exported list."""

from django.utils.translation import gettext_lazy

from governance.sheets.columns import Column


def what(row):
    """What the opened fact is called."""
    model = row.content_type.model_class()
    return str(model._meta.get_field(row.field).verbose_name) if model else row.field


def who(row):
    return row.by.name if row.by_id else row.by_nobody_label


def whose(row):
    """The office the person acted for."""
    return row.post.office.name if row.post_id else ""


COLUMNS = (
    Column("at", gettext_lazy("时间")),
    Column("case_number", gettext_lazy("事项编号")),
    Column("", gettext_lazy("信息项"), value=what),
    Column("", gettext_lazy("查看人"), value=who),
    Column("", gettext_lazy("单位"), value=whose),
    Column("", gettext_lazy("岗位"), value=lambda row: row.post.get_role_display() if row.post_id else ""),
    Column("", gettext_lazy("目的"), value=lambda row: row.get_purpose_display()),
    Column("reason", gettext_lazy("说明"), width=40),
)
