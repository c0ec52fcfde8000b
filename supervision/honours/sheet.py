"""Honours as a table."""

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from governance.sheets.columns import Column

LINE_WORDS = {"sub": lambda row: gettext("%(year)s年度") % {"year": row.year}}


def _asked(label, value):
    return Column("", label, value=value)


COLUMNS = (
    Column("number", _("编号")),
    _asked(_("称号"), lambda row: row.get_award_display()),
    Column("year", _("年度")),
    Column("unit.name", _("单位")),
    Column("persons", _("先进个人人数")),
    Column("place.full_name", _("区划")),
    _asked(_("状态"), lambda row: row.get_state_display()),
    Column("decision", _("授予文件")),
    Column("opened_at", _("提名时间")),
    Column("closed_at", _("审定时间")),
)


def sheet_rows(queryset):
    """The rows to export, read in chunks."""
    return queryset.select_related("unit", "place").defer("search").iterator(chunk_size=2000)
