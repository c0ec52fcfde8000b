"""Reviews as a table: what the rows of the list say besides, and the columns of the exported list."""

from django.utils.translation import gettext_lazy as _

from governance.sheets.columns import Column
from governance.web.formats import cn_date


def sub(row):
    due = _("措施期限%(day)s") % {"day": cn_date(row.measures_until)} if row.measures_until else ""
    return " · ".join(filter(None, (row.incident__number, str(due))))


LINE_WORDS = {"sub": sub}


def _asked(label, value):
    return Column("", label, value=value)


COLUMNS = (
    Column("number", _("编号")),
    Column("incident.number", _("突发事件")),
    Column("title", _("事件"), width=30),
    _asked(_("评估单位"), lambda row: row.office.name if row.office_id else ""),
    _asked(_("状态"), lambda row: row.get_state_display()),
    Column("strengths", _("处置得当之处"), width=40),
    Column("shortfalls", _("问题和原因"), width=40),
    Column("lessons", _("经验教训和建议"), width=40),
    Column("opened_at", _("开始时间")),
    Column("closed_at", _("完成时间")),
)


def sheet_rows(queryset):
    """The rows to export, read in chunks."""
    return queryset.select_related("incident", "office").iterator(chunk_size=2000)
